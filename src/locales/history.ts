import type { Language } from '../kernel/text.ts';
import { plural, pluralEnglish } from '../language/plural.ts';

/** Words of the history: its list, one entry, a dataset's own. */
interface HistoryTexts {
  readonly title: string;
  readonly lead: string;
  readonly ofDataset: string;
  readonly ofDatasetLead: string;
  readonly search: string;
  readonly person: string;
  readonly anybody: string;
  readonly subject: string;
  readonly anything: string;
  readonly deed: string;
  readonly anyDeed: string;
  readonly from: string;
  readonly to: string;
  readonly filter: string;
  readonly subjects: Readonly<Record<string, string>>;
  readonly who: string;
  readonly what: string;
  readonly caption: string;
  readonly changes: string;
  readonly before: string;
  readonly after: string;
  readonly csv: string;
  readonly jsonl: string;
  readonly older: string;
  readonly newest: string;
  readonly empty: string;
  readonly emptyHint: string;
  readonly actors: Readonly<Record<'system' | 'visitor' | 'guest' | 'token', string>>;
  readonly via: Readonly<Record<'page' | 'api' | 'token' | 'command' | 'job', string>>;
  readonly all: string;
  readonly erased: string;
  readonly entry: Readonly<
    Record<
      | 'title'
      | 'at'
      | 'who'
      | 'how'
      | 'address'
      | 'deed'
      | 'subject'
      | 'note'
      | 'changes'
      | 'none'
      | 'open'
      | 'why'
      | 'which',
      string
    >
  >;
  readonly erase: Readonly<
    Record<
      'title' | 'lead' | 'reason' | 'reasonHint' | 'order' | 'orderHint' | 'sure' | 'notSure' | 'submit' | 'done',
      string
    >
  >;
  only(name: string): string;
  count(count: number, more: boolean): string;
}

const uk: HistoryTexts = {
  title: 'Історія',
  lead: 'Хто, коли, звідки і що змінив. Записи не можна ні змінити, ні вилучити: кожен тримає наступний.',
  ofDataset: 'Історія набору',
  ofDatasetLead: 'Хто, коли і що робив із цим набором.',
  search: 'Слова з назви чи імені',
  person: 'Хто або про кого',
  anybody: 'Усі люди',
  subject: 'Про що',
  anything: 'Усе',
  deed: 'Дія',
  anyDeed: 'Усі дії',
  from: 'Від дня',
  to: 'До дня',
  filter: 'Показати',
  subjects: {
    community: 'Налаштування громади',
    unit: 'Підрозділи',
    person: 'Люди',
    dataset: 'Набори даних',
    message: 'Повідомлення',
    document: 'Документи',
    template: 'Шаблони документів',
    wording: 'Відмінки',
    history: 'Сама історія',
  },
  who: 'Хто й коли',
  what: 'Що зроблено',
  caption: 'Записи історії, найновіші перші',
  changes: 'Подробиці',
  before: 'Було',
  after: 'Стало',
  csv: 'Завантажити CSV',
  jsonl: 'Завантажити JSON',
  older: 'Давніші',
  newest: 'Найновіші',
  empty: 'Таких записів немає',
  emptyHint: 'Змініть слова, людину, дію або дні.',
  actors: { system: 'Система', visitor: 'Відвідувач', guest: 'За посиланням', token: 'Ключ доступу' },
  via: { page: 'сторінка', api: 'API', token: 'ключ доступу', command: 'командний рядок', job: 'фонова робота' },
  all: 'Показати все',
  erased: 'Зміст вилучено',
  entry: {
    title: 'Запис історії',
    at: 'Коли',
    who: 'Хто',
    how: 'Звідки',
    address: 'Мережева адреса',
    deed: 'Дія',
    subject: 'Про що',
    note: 'Пояснення',
    changes: 'Що змінилося',
    none: 'Змісту запис не має.',
    open: 'Відкрити запис',
    why: 'Хто й чому вилучив зміст',
    which: 'Відкрити запис, зміст якого вилучено',
  },
  erase: {
    title: 'Вилучити зміст запису',
    lead: 'Потрібно, коли в запис потрапило те, чого в ньому не має бути, наприклад персональні дані. Зникнуть подробиці, пояснення й мережева адреса. Хто, коли й що зробив, лишиться, і ланцюг історії лишиться цілим. Повернути зміст не можна.',
    reason: 'Чому',
    reasonHint: 'Не повторюйте тут того, що вилучаєте.',
    order: 'Документ',
    orderHint: 'Наприклад: розпорядження № 5-р від 3 лютого 2027 року',
    sure: 'Я розумію, що зміст зникне назавжди',
    notSure: 'Поставте позначку, щоб підтвердити.',
    submit: 'Вилучити зміст назавжди',
    done: 'Зміст вилучено. Про це зроблено окремий запис.',
  },
  only: (name) => `Лише про «${name}».`,
  count: (count, more) => (more ? `Понад ${count} записів` : `${count} ${plural(count, 'запис', 'записи', 'записів')}`),
};

const en: HistoryTexts = {
  title: 'History',
  lead: 'Who changed what, when and from where. Entries can be neither changed nor removed: each holds the next.',
  ofDataset: 'History of the dataset',
  ofDatasetLead: 'Who did what with this dataset, and when.',
  search: 'Words of a title or name',
  person: 'By or about whom',
  anybody: 'Everybody',
  subject: 'About',
  anything: 'Everything',
  deed: 'Deed',
  anyDeed: 'All deeds',
  from: 'From day',
  to: 'To day',
  filter: 'Show',
  subjects: {
    community: 'Settings of the community',
    unit: 'Units',
    person: 'People',
    dataset: 'Datasets',
    message: 'Messages',
    document: 'Documents',
    template: 'Templates of documents',
    wording: 'Grammatical cases',
    history: 'The history itself',
  },
  who: 'Who and when',
  what: 'What was done',
  caption: 'Entries of the history, newest first',
  changes: 'Details',
  before: 'Before',
  after: 'After',
  csv: 'Download CSV',
  jsonl: 'Download JSON',
  older: 'Older',
  newest: 'Newest',
  empty: 'There are no such entries',
  emptyHint: 'Change the words, the person, the deed or the days.',
  actors: { system: 'System', visitor: 'Visitor', guest: 'By a link', token: 'Token' },
  via: { page: 'page', api: 'API', token: 'token', command: 'command line', job: 'background work' },
  all: 'Show everything',
  erased: 'Content erased',
  entry: {
    title: 'Entry of the history',
    at: 'When',
    who: 'Who',
    how: 'From where',
    address: 'Network address',
    deed: 'Deed',
    subject: 'About',
    note: 'Explanation',
    changes: 'What changed',
    none: 'The entry has no content.',
    open: 'Open the entry',
    why: 'Who erased the content, and why',
    which: 'Open the entry whose content was erased',
  },
  erase: {
    title: 'Erase the content of the entry',
    lead: 'For when something got into an entry that must not be there, personal data for example. The details, the explanation and the network address go. Who did what and when stays, and so does the chain of the history. The content cannot be brought back.',
    reason: 'Why',
    reasonHint: 'Do not repeat here what you erase.',
    order: 'Document',
    orderHint: 'For example: order No. 5 of 3 February 2027',
    sure: 'I understand that the content goes for good',
    notSure: 'Tick to confirm.',
    submit: 'Erase the content for good',
    done: 'The content is erased. An entry of its own says so.',
  },
  only: (name) => `Only about “${name}”.`,
  count: (count, more) =>
    more ? `More than ${count} entries` : `${count} ${pluralEnglish(count, 'entry', 'entries')}`,
};

export const historyTexts: Readonly<Record<Language, HistoryTexts>> = { uk, en };
