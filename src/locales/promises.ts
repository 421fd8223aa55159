import type { Day } from '../kernel/dates.ts';
import type { Language } from '../kernel/text.ts';
import { dayInWords } from '../language/dates.ts';
import { formatNumber } from '../language/numbers.ts';
import { counted, countedEnglish } from '../language/plural.ts';

const daysUk = (n: number) => counted(n, 'день', 'дні', 'днів');
const daysEn = (n: number) => countedEnglish(n, 'day', 'days');

const uk = {
  title: 'Обіцяно',
  pageTitle: 'Що буде оприлюднено',
  lead: 'Набори, які розпорядники пообіцяли оприлюднити, зі строком. Виконані обіцянки лишаються тут само.',
  none: 'Зараз нічого не обіцяно',
  noneLead:
    'Бракує якихось даних? Запропонуйте набір: якщо його вирішать оприлюднити, обіцянка зі строком з’явиться тут.',
  propose: 'Запропонувати набір',
  badge: 'буде оприлюднено',
  by: (day: Day) => `до ${dayInWords(day, 'uk')}`,
  left: (n: number) => (n === 0 ? 'строк сьогодні' : `лишилося ${daysUk(n)}`),
  overdue: (n: number) => `строк минув ${daysUk(n)} тому`,
  keptInTime: 'зроблено вчасно',
  keptLate: (n: number) => `зроблено із запізненням на ${daysUk(n)}`,
  dropped: 'обіцянку знято',
  notYet:
    'Даних тут ще немає. Розпорядник пообіцяв оприлюднити їх у строк, указаний нижче; сторінка набору з’явиться за цією самою адресою.',
  overdueText: 'Строк минув, а даних ще немає. Ви можете запитати розпорядника, коли їх чекати.',
  droppedText: 'Розпорядник зняв обіцянку оприлюднити цей набір.',
  reason: 'Причина',
  unit: 'Розпорядник',
  term: 'Строк',
  firstTerm: 'Спершу обіцяли',
  made: 'Пообіцяно',
  themes: 'Теми',
  ask: 'Запитати розпорядника',
  follow: 'Стежити за набором (Atom)',
  followAll: 'Стежити за обіцянками (Atom)',
  kept: 'Виконані обіцянки',
  all: 'Усі обіцянки',
  found: (n: number) => `Ще не оприлюднено, але обіцяно: ${formatNumber(n, 'uk')}`,
  ofUnit: 'Буде оприлюднено',
  feedMade: (day: Day) => `Обіцяно оприлюднити до ${dayInWords(day, 'uk')}.`,
  feedKept: 'Обіцянку виконано: набір оприлюднено.',
};

const en: typeof uk = {
  title: 'Promised',
  pageTitle: 'What will be published',
  lead: 'Datasets that publishers have promised to publish, with the term. Promises that were kept stay here too.',
  none: 'Nothing is promised now',
  noneLead:
    'Are some data missing? Propose a dataset: once its publication is decided, the promise and its term appear here.',
  propose: 'Propose a dataset',
  badge: 'to be published',
  by: (day) => `by ${dayInWords(day, 'en')}`,
  left: (n) => (n === 0 ? 'due today' : `${daysEn(n)} left`),
  overdue: (n) => `the term passed ${daysEn(n)} ago`,
  keptInTime: 'done in time',
  keptLate: (n) => `done ${daysEn(n)} late`,
  dropped: 'promise taken back',
  notYet:
    'There are no data here yet. The publisher has promised to publish them by the term below; the dataset will have this same address.',
  overdueText: 'The term has passed and the data are not here yet. You can ask the publisher when to expect them.',
  droppedText: 'The publisher has taken back the promise of this dataset.',
  reason: 'Reason',
  unit: 'Publisher',
  term: 'Term',
  firstTerm: 'Promised at first',
  made: 'Promised on',
  themes: 'Themes',
  ask: 'Ask the publisher',
  follow: 'Follow the dataset (Atom)',
  followAll: 'Follow the promises (Atom)',
  kept: 'Promises kept',
  all: 'All promises',
  found: (n) => `Not published yet, but promised: ${formatNumber(n, 'en')}`,
  ofUnit: 'To be published',
  feedMade: (day) => `Promised to be published by ${dayInWords(day, 'en')}.`,
  feedKept: 'The promise is kept: the dataset is published.',
};

/** Words about datasets promised to the public. */
export const promisesTexts: Readonly<Record<Language, typeof uk>> = { uk, en };
