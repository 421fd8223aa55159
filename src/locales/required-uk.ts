import { formatNumber } from '../language/numbers.ts';
import { counted } from '../language/plural.ts';

const n = (value: number) => formatNumber(value, 'uk');
const items = (count: number) => counted(count, 'пункт', 'пункти', 'пунктів');
const datasets = (count: number) => counted(count, 'набір', 'набори', 'наборів');
const fields = (count: number) => counted(count, 'поле', 'поля', 'полів');

/** Words of required datasets both for the public and for the staff, in Ukrainian. */
export const requiredUk = {
  title: 'Обов’язкові набори',
  heading: (present: number, applicable: number) => `Обов’язкові набори: ${n(present)} із ${n(applicable)} застосовних`,
  lead: 'Що громада має оприлюднювати за законом і за власним переліком, що з цього вже є, а чого ще немає і чому.',
  leadUnit: (unit: string) => `За що відповідає підрозділ «${unit}» і підлеглі йому.`,
  lists: (edition: string, local: number) =>
    `Перелік постанови Кабінету Міністрів України № 835 (редакція: ${edition})${local > 0 ? ` і місцевий перелік: ${items(local)}` : ''}.`,
  states: {
    'on-time': 'оприлюднено вчасно',
    'other-structure': 'не за рекомендованою структурою',
    late: 'прострочено',
    'on-national': 'оприлюднено на data.gov.ua',
    suspended: 'призупинено',
    planned: 'заплановано',
    absent: 'немає',
    'not-held': 'не володіємо',
    'not-applicable': 'не застосовується',
  },
  plannedOn: (day: string) => `заплановано до ${day}`,
  lateSince: (day: string) => `прострочено: мало бути оновлено до ${day}`,
  reviewOn: (day: string) => `перегляд ${day}`,
  lapsed: (day: string) => `відповідь діяла до ${day}, її час переглянути`,
  audiences: {
    'local-government': 'Органи місцевого самоврядування',
    all: 'Усі розпорядники інформації',
    city: 'Місцевий перелік',
    'state-administrations': 'Місцеві держадміністрації',
  },
  bar: 'Стан обов’язкових наборів',
  partOf: (state: string, count: number) => `${state}: ${n(count)}`,
  filter: {
    q: 'Слова з назви',
    unit: 'Підрозділ',
    anyUnit: 'Уся громада',
    state: 'Стан',
    anyState: 'Будь-який',
    section: 'Розділ переліку',
    anySection: 'Усі розділи',
    button: 'Показати',
    clear: 'Скинути умови',
  },
  columns: { number: '№', item: 'Пункт переліку', who: 'Хто відповідає', state: 'Стан', datasets: 'Набори' },
  caption: (section: string) => `Пункти переліку: ${section}`,
  found: (count: number, all: number) => `Показано ${items(count)} із ${n(all)}`,
  none: 'Таких пунктів немає',
  noneLead: 'Послабте умови або скиньте їх.',
  unassigned: 'нікому не призначено',
  parts: (good: number, all: number) => `${n(good)} з ${n(all)}`,
  take: 'Забрати:',
  csv: 'CSV',
  json: 'JSON',
  print: 'Щоб надрукувати, скористайтеся друком браузера: сторінка готова до аркуша A4.',
  item: {
    number: (number: number) => `пункт ${n(number)}`,
    ground: 'Підстава',
    text: 'Пункт дослівно',
    frequency: 'Як часто оновлювати',
    suggested: 'пропозиція системи: перелік частоти не називає',
    recommended: 'за сторінкою рекомендацій',
    page: 'Рекомендації',
    pageLink: 'Сторінка на data.gov.ua',
    risk: 'Перед оприлюдненням перевірте, чи немає персональних даних або відомостей, що потребують рішення про безпеку.',
    has: 'Що має бути в наборі',
    noStructure: 'Рекомендованої структури для цього пункту немає. Складіть її самі й опишіть стовпці.',
    columns: { field: 'Поле', title: 'Назва', type: 'Тип', required: 'Обов’язкове' },
    required: 'так',
    optional: 'ні',
    partly: 'Відомо лише частину полів.',
    who: 'Хто відповідає і що зроблено',
    nobody: 'Нікому не призначено.',
    datasets: 'Набори',
    noDatasets: 'наборів немає',
    match: (found: number, all: number, percent: number | null) =>
      percent === null
        ? `відома частина рекомендованої структури: збіглося ${fields(found)}`
        : `за рекомендованою структурою ${n(found)} з ${fields(all)}, ${percent} %`,
    missing: (names: string) => `бракує обов’язкових: ${names}`,
    reason: 'Причина',
    confirmedOn: (day: string) => `підтверджено ${day}`,
    back: 'Усі обов’язкові набори',
    onNational: 'на data.gov.ua',
    draft: 'чернетка',
    archived: 'в архіві, більше не оновлюється',
    propose: 'Запитати про ці дані',
  },
  counts: { items, datasets },
  fileColumns: {
    edition: 'Редакція',
    section: 'Розділ',
    number: '№',
    title: 'Назва',
    name: 'Пункт дослівно',
    state: 'Стан',
    units: 'Хто відповідає',
    datasets: 'Набори',
    reasons: 'Причини',
  },
};

export type RequiredTexts = typeof requiredUk;
