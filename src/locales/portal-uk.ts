import { dayInWords } from '../language/dates.ts';
import { formatNumber } from '../language/numbers.ts';
import { plural } from '../language/plural.ts';

const count = (n: number, one: string, few: string, many: string) =>
  `${formatNumber(n, 'uk')} ${plural(n, one, few, many)}`;
const datasets = (n: number) => count(n, 'набір', 'набори', 'наборів');
const rows = (n: number) => count(n, 'рядок', 'рядки', 'рядків');
const columns = (n: number) => count(n, 'стовпець', 'стовпці', 'стовпців');
const days = (n: number) => count(n, 'день', 'дні', 'днів');

/** Words of the portal in Ukrainian. The English ones have the same shape. */
export const portalUk = {
  counts: { datasets, rows, columns, days },
  home: {
    sentence: 'Дані, які створює й веде громада: таблиці, документи й карти. Відкриті для кожного.',
    try: 'Наприклад:',
    themes: 'Теми',
    allDatasets: 'Усі набори',
    newest: 'Нове й оновлене',
    numbers: (n: { datasets: number; units: number; rows: number }) =>
      `Зараз тут ${datasets(n.datasets)} від ${count(n.units, 'розпорядника', 'розпорядників', 'розпорядників')}, разом ${rows(n.rows)}.`,
    numbersChanged: (when: string) => `Востаннє щось змінилося ${when}.`,
    numbersTitle: 'Портал у числах',
    developers: 'Розробникам',
    developersSentence:
      'Усе, що ви бачите на порталі, доступне й програмам: пошук, паспорти, рядки таблиць. Без ключа й реєстрації.',
    emptyTitle: 'Перші набори ще готуються',
    emptyText:
      'Щойно розпорядники опублікують дані, вони з’являться тут. Поки що можна дізнатися, що таке відкриті дані й хто їх веде.',
    setUpTitle: 'Портал ще не налаштовано',
    setUpText: 'Вкажіть громаду та першого адміністратора: це займе хвилину.',
    setUp: 'Налаштувати портал',
  },
  search: {
    title: 'Набори даних',
    remove: 'Прибрати:',
    updated: (when: string) => `оновлено ${when}`,
  },
  freshness: {
    onTime: 'вчасно',
    late: (n: number) => `запізнюється на ${days(n)}`,
    finished: 'більше не оновлюється',
    whenChanged: 'оновлюється при змінах',
    unknown: 'періодичність не вказано',
    due: (day: string) => `Наступне оновлення до ${dayInWords(day, 'uk')}`,
    wasDue: (day: string) => `Мали оновити до ${dayInWords(day, 'uk')}`,
    asOf: (day: string) => `Дані станом на ${day}`,
    label: 'Свіжість',
  },
  dataset: {
    parts: 'Частини сторінки',
    data: 'Дані',
    about: 'Про набір',
    structure: 'Структура',
    versions: 'Версії',
    api: 'API',
    reuse: 'Умови',
    unit: 'Розпорядник',
    size: 'Обсяг',
    sizeOf: (r: number, c: number) => `${rows(r)} × ${columns(c)}`,
    terms: 'Використання',
    termsShort: 'вільне, з посиланням на джерело',
    downloadAs: (format: string) => `Завантажити ${format}`,
    resources: 'У цьому наборі',
    open: 'Відкрити API',
    checksum: 'Контрольна сума SHA-256',
    linkText: 'Ці дані розпорядник надає через власний API за адресою:',
    version: (n: number) => `Версія ${n}`,
    suspendedTitle: 'Доступ до даних тимчасово призупинено',
    suspendedShort: 'доступ призупинено',
    suspendedData: 'Поки доступ призупинено, таблиці й файлів тут немає. Паспорт і структура лишаються.',
    reason: 'Причина',
    order: 'Рішення',
    reviewOn: (day: string) => `Рішення переглянуть до ${dayInWords(day, 'uk')}.`,
    withdrawnTitle: 'Набір вилучено',
    withdrawnText: (day: string) =>
      `Дані вилучено з порталу ${dayInWords(day, 'uk')}. Ця сторінка лишається, щоб посилання на набір не вели в нікуди.`,
    otherOfUnit: 'Інші набори цього розпорядника',
    whole: 'Уся сторінка набору',
  },
  passport: {
    showMore: 'Показати весь паспорт',
    title: 'Паспорт набору даних',
    json: 'Паспорт у JSON',
    drawnOn: (day: string) => `Сторінку складено ${day}.`,
    number: 'Ідентифікаційний номер',
    nationalId: 'Номер на data.gov.ua',
    name: 'Найменування',
    description: 'Стислий опис змісту',
    purpose: 'Підстава та призначення збору',
    ground: 'Підстава оприлюднення',
    language: 'Мова',
    formats: 'Формати',
    compression: 'Формат стиснення',
    noCompression: 'не стискається',
    firstPublished: 'Оприлюднено вперше',
    changed: 'Востаннє змінено',
    dataAsOf: 'Дані актуальні на',
    frequency: 'Періодичність оновлення',
    keywords: 'Ключові слова',
    themes: 'Теми',
    address: 'Гіперпосилання на набір',
    structureAddress: 'Гіперпосилання на структуру',
    publisher: 'Розпорядник',
    edrpou: 'ЄДРПОУ',
    responsible: 'Відповідальна особа',
    versions: 'Попередні версії',
    version: 'Номер версії',
    noVersions: 'це перша версія',
  },
  structure: {
    showMore: (n: number) => `Показати ще ${columns(n)}`,
    caption: (title: string) => `Стовпці таблиці «${title}»`,
    json: 'Структура в JSON (Table Schema)',
    csv: 'Структура в CSV',
    column: 'Стовпець',
    type: 'Вид значень',
    meaning: 'Що означає',
    types: {
      integer: 'ціле число',
      decimal: 'число',
      boolean: 'так або ні',
      date: 'дата',
      datetime: 'дата й час',
      time: 'час',
      text: 'текст',
    },
    unit: 'Одиниця',
    identifier: 'визначає рядок',
    required: 'завжди заповнене',
    restricted: 'обмежений доступ, не показується',
    latitude: 'широта',
    longitude: 'довгота',
    shape: 'геометрія',
    none: 'Цей ресурс не є таблицею, тож стовпців не має.',
  },
  versions: {
    caption: 'Версії набору, від найновішої',
    number: 'Версія',
    published: 'Оприлюднено',
    changes: 'Що змінилося',
    first: 'перша версія',
    current: 'чинна',
    nothing: 'рядки й стовпці ті самі',
    summary: (change: {
      rowsAdded: number | null;
      rowsRemoved: number | null;
      rowsChanged: number | null;
      columnsAdded: readonly string[];
      columnsRemoved: readonly string[];
    }) =>
      [
        change.rowsAdded ? `додано ${rows(change.rowsAdded)}` : '',
        change.rowsRemoved ? `вилучено ${rows(change.rowsRemoved)}` : '',
        change.rowsChanged ? `змінено ${rows(change.rowsChanged)}` : '',
        change.columnsAdded.length ? `нові стовпці: ${change.columnsAdded.join(', ')}` : '',
        change.columnsRemoved.length ? `немає стовпців: ${change.columnsRemoved.join(', ')}` : '',
      ]
        .filter(Boolean)
        .join('; '),
    oldTitle: (n: number) => `Це версія ${n}, не найновіша`,
    oldText: 'Вона збережена такою, якою була. Для роботи беріть чинну версію.',
    toCurrent: 'Перейти до чинної версії',
    heading: (title: string, n: number) => `${title}: версія ${n}`,
  },
  api: {
    intro: 'Ті самі рядки, з тими самими умовами й порядком, що й у таблиці вище. Змініть таблицю, зміниться й адреса.',
    address: 'Адреса рядків, які ви бачите',
    passport: 'Паспорт',
    all: 'Усі можливості описано в OpenAPI',
    none: 'Цей ресурс віддається файлом; запитувати рядки можна лише в таблиць.',
  },
  reuse: {
    terms:
      'Кожен може вільно копіювати, публікувати, поширювати й використовувати ці дані, зокрема в комерційних цілях, самостійно або разом з іншою інформацією, без оплати, реєстрації та ліцензійних обмежень, з обов’язковим посиланням на джерело.',
    law: 'Стаття 10-1 Закону України «Про доступ до публічної інформації».',
    attribution: 'Готове посилання на джерело',
    attributionText: (a: { unit: string; title: string; day: string; address: string }) =>
      `${a.unit}. ${a.title}. Дані станом на ${a.day}. ${a.address}`,
    question: 'Питання про ці дані',
    questionText: 'Напишіть відповідальній особі:',
  },
  units: {
    title: 'Розпорядники',
    lead: 'Хто в громаді створює дані й відповідає за них.',
    none: 'Підрозділів ще не додано.',
    noDatasets: 'ще без наборів',
    within: 'Підпорядковані',
    code: 'Код ЄДРПОУ',
    codeAbove: (code: string) => `${code} (код установи вищого рівня)`,
    email: 'Електронна пошта',
    phone: 'Телефон',
    site: 'Сайт',
    emptyTitle: 'Наборів поки немає',
    emptyText: 'Цей підрозділ ще не оприлюднив даних.',
    allOnTime: 'Усі оновлюються вчасно.',
  },
};
