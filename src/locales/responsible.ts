import { plural } from '../language/plural.ts';

const uk = {
  title: 'Відповідальні особи',
  lead: 'Хто відповідає за дані громади: службові контакти тих, кого визначено наказом. Лист сюди дійде до потрібної людини.',
  caption: 'Відповідальні особи за підрозділами',
  unit: 'Підрозділ',
  who: 'Хто',
  does: 'За що відповідає',
  datasets: 'Набори',
  contacts: 'Контакти',
  all: 'усі',
  named: (count: number) => `${count} ${plural(count, 'набір', 'набори', 'наборів')}`,
  noContacts: 'через підрозділ',
  none: 'Відповідальних осіб ще не визначено.',
  noneText: 'Напишіть нам: передамо тому, хто веде дані.',
  write: 'Написати',
  take: 'Ті самі дані:',
  csv: 'CSV',
  json: 'JSON',
};

const en: typeof uk = {
  title: 'Responsible persons',
  lead: 'Who answers for the data of the community: office contacts of those appointed by an order. A letter will reach the right person.',
  caption: 'Responsible persons by unit',
  unit: 'Unit',
  who: 'Who',
  does: 'Answers for',
  datasets: 'Datasets',
  contacts: 'Contacts',
  all: 'all',
  named: (count) => `${count} ${count === 1 ? 'dataset' : 'datasets'}`,
  noContacts: 'through the unit',
  none: 'No responsible persons are appointed yet.',
  noneText: 'Write to us: we pass it on to whoever keeps the data.',
  write: 'Write',
  take: 'The same data:',
  csv: 'CSV',
  json: 'JSON',
};

/** The public page of responsible persons. */
export const responsibleTexts = { uk, en } as const;
