import { formatNumber } from '../language/numbers.ts';
import { counted } from '../language/plural.ts';

const n = (value: number) => formatNumber(value, 'uk');
const sets = (count: number) => counted(count, 'набір', 'набори', 'наборів');

/** Words of the desk, in Ukrainian. */
export const deskUk = {
  title: 'Що зробити',
  empty: 'На сьогодні все зроблено',
  emptyLead: 'Тут з’являться чернетки, файли, які не вдалося прочитати, і набори, які час оновити.',
  add: 'Додати набір',
  allSets: 'Усі набори',
  deeds: {
    replace: 'Замінити файл',
    update: 'Оновити',
    finish: 'Завершити',
    publish: 'Опублікувати',
    look: 'Подивитися',
    review: 'Переглянути рішення',
  },
  buttons: {
    replace: 'До файлу',
    update: 'Оновити файл',
    finish: 'Продовжити',
    publish: 'До публікації',
    look: 'Відкрити',
    review: 'Відкрити',
  },
  terms: {
    late: (days: number, day: string) => `прострочено на ${counted(days, 'день', 'дні', 'днів')}, мало бути ${day}`,
    today: 'сьогодні',
    soon: (days: number, day: string) => `за ${counted(days, 'день', 'дні', 'днів')}, до ${day}`,
    refused: (ago: string) => `файл не прочитано, ${ago}`,
    draft: (ago: string) => `чернетка, ${ago}`,
    newFile: (ago: string) => `новий файл не опубліковано, ${ago}`,
    working: 'файл читається',
    review: (day: string) => `призупинено, перегляд ${day}`,
  },
  required: {
    deed: 'Переглянути відповідь, чому набору немає',
    button: 'Переглянути',
    past: (day: string) => `відповідь діяла до ${day}`,
    due: (day: string) => `перегляд ${day}`,
    unassigned: (count: number) =>
      `Обов’язкових наборів, яких нікому не призначено: ${count}. Призначити за назвами підрозділів`,
    part: (present: number, applicable: number) => `Обов’язкові набори: ${present} з ${applicable}`,
  },
  tasks: {
    deed: 'Виправити помилку в даних',
    button: 'Оновити файл',
    place: (row: string | null, column: string | null) =>
      [row ? `рядок ${row}` : '', column ? `стовпець «${column}»` : ''].filter(Boolean).join(', ') ||
      'місце в повідомленні',
    since: (ago: string) => `помилку підтверджено, ${ago}`,
  },
  loads: {
    deed: 'Глянути на джерело',
    button: 'До джерела',
    failed: (ago: string) => `дані не надходять, ${ago}`,
    waiting: (ago: string) => `нові дані чекають на людину, ${ago}`,
    stopped: (ago: string) => `дані більше не забираємо, ${ago}`,
  },
  review: {
    decide: 'Перевірити',
    look: 'До перевірки',
    by: (name: string) => `подано на перевірку, ${name}`,
    more: (count: number) => `Ще ${sets(count)} чекають на перевірку`,
    mend: 'Доопрацювати',
    toMend: 'До зауважень',
    returned: (ago: string) => `повернуто з перевірки, ${ago}`,
    failed: (ago: string) => `погоджено, але оприлюднити не вдалось, ${ago}`,
  },
  caption: 'Справи за терміном',
  moreLate: (count: number) => `Ще ${sets(count)} прострочено: усі на дошці`,
  columns: { deed: 'Справа', dataset: 'Набір', term: 'Термін', button: 'Дія' },
  unchanged: 'Дані не змінились',
  numbers: (published: number, drafts: number, late: number) =>
    `Опубліковано ${sets(published)}, чернеток ${n(drafts)}, прострочено ${n(late)}.`,
  sets: {
    title: 'Набори',
    search: 'Знайти за назвою',
    find: 'Знайти',
    caption: 'Набори вашого підрозділу',
    columns: { title: 'Назва', state: 'Стан', changed: 'Змінено' },
    none: 'Наборів ще немає',
    notFound: 'Нічого не знайдено',
    notFoundLead: 'Спробуйте інше слово з назви.',
  },
  states: {
    planned: 'буде оприлюднено',
    draft: 'чернетка',
    internal: 'службовий',
    published: 'опубліковано',
    suspended: 'призупинено',
    archived: 'архівний',
    withdrawn: 'вилучено',
  },
  dataset: {
    update: 'Оновити файл',
    unchanged: 'Дані не змінились',
    unchangedHint: 'Дата, на яку дані правдиві, стане сьогоднішньою. Нової версії не буде.',
    unchangedDone: 'Записано: дані не змінились і правдиві на сьогодні.',
    continue: 'Продовжити',
    passport: 'Паспорт',
    structure: 'Структура',
    publish: 'Опублікувати зміни',
    open: 'Сторінка для людей',
    number: 'Ідентифікаційний номер',
    unit: 'Розпорядник',
    dataAsOf: 'Дані станом на',
    frequency: 'Оновлення',
    next: 'Наступне оновлення',
    file: 'Останній файл',
    original: 'завантажити',
    versions: 'Версії',
    noVersions: 'Набір ще не опубліковано.',
    versionColumns: { number: 'Версія', at: 'Опубліковано', by: 'Хто', changes: 'Що змінилось' },
    first: 'перша версія',
    changes: (added: number | null, removed: number | null, changed: number | null) =>
      [
        added ? `додано ${n(added)}` : '',
        removed ? `прибрано ${n(removed)}` : '',
        changed ? `змінено ${n(changed)}` : '',
      ]
        .filter(Boolean)
        .join(', '),
    rowsSame: 'рядки ті самі',
    columnsAdded: (names: string) => `нові стовпці: ${names}`,
    columnsRemoved: (names: string) => `прибрані стовпці: ${names}`,
    close: 'Закрити доступ',
    suspend: 'Призупинити',
    suspendLead: 'Сторінка набору лишиться й скаже, чому даних зараз немає і коли це переглянуть.',
    reason: 'Підстава',
    order: 'Розпорядчий документ: номер і дата',
    reviewOn: 'Коли переглянути рішення',
    withdraw: 'Вилучити назавжди',
    withdrawLead:
      'На адресі набору лишиться запис із причиною. Файли перестануть віддаватись. Повернути набір не можна.',
    withdrawConfirm: (title: string) => `Я розумію, що «${title}» буде вилучено назавжди`,
    withdrawNotConfirmed: 'Позначте, що розумієте: набір буде вилучено назавжди.',
    reopen: 'Відкрити знову',
    closedTitle: { suspended: 'Набір призупинено', withdrawn: 'Набір вилучено' },
    reviewLine: (day: string) => `Перегляд рішення: ${day}.`,
    remove: 'Видалити чернетку',
  },
};

export type DeskTexts = typeof deskUk;
