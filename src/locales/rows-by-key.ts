import type { Language } from '../kernel/text.ts';

const uk = {
  link: 'Рядки за ключем',
  title: (name: string) => `Рядки за ключем: ${name}`,
  lead: 'Програма з токеном може додавати, змінювати й вилучати окремі рядки опублікованої таблиці, не надсилаючи файл. Зміни одразу бачать усі; за день набирається одна версія.',
  now: 'Чи приймаються рядки зараз',
  open: 'Так, рядки приймаються.',
  closed: 'Ні, зараз рядки не приймаються.',
  tables: 'Куди писати',
  columns: { table: 'Таблиця', keys: 'Поля, що розрізняють рядки', address: 'Адреса' },
  noKeys: 'не позначено',
  noTables: 'Опублікованої таблиці ще немає. Перший раз її подають файлом.',
  structure: 'Позначити їх у структурі',
  rule: 'Рядки без перевірки',
  notReviewed:
    'Зміни цього набору ніхто інший не перевіряє, тож рядки пишуть одразу. Якщо перевірку ввімкнуть, діятиме рішення, записане тут.',
  asked:
    'Зміни цього набору перевіряє інша людина. Рядок, що надійшов від програми, перевірити до появи неможливо, тому рядки не приймаються, доки той, хто перевіряє, не дозволить їх без перевірки.',
  allowed: 'Рядки від програм з’являються одразу, без перевірки. Файли, паспорт і структуру перевіряють, як і раніше.',
  decided: (who: string, when: string) => `Вирішено: ${who}, ${when}.`,
  never: 'Цього ще ніхто не вирішував.',
  allow: 'Дозволити рядки без перевірки',
  ask: 'Більше не приймати рядків без перевірки',
  notMine: 'Вирішує той, хто перевіряє зміни підрозділу, керівник або координатор.',
  done: {
    allowed: 'Дозволено: рядки від програм з’являтимуться одразу.',
    asked: 'Рядків без перевірки більше не приймаємо. Вже записані лишилися.',
    undone: 'Повернуто, як було.',
  },
  undo: 'Скасувати',
  guide: 'Як писати рядки програмою',
  tokens: 'Мої токени',
};

export type RowsByKeyTexts = typeof uk;

const en: RowsByKeyTexts = {
  link: 'Rows by key',
  title: (name) => `Rows by key: ${name}`,
  lead: 'A program with a token can add, change and remove single rows of the published table without sending a file. Everybody sees the changes at once; a day makes one version.',
  now: 'Whether rows are taken now',
  open: 'Yes, rows are taken.',
  closed: 'No, rows are not taken now.',
  tables: 'Where to write',
  columns: { table: 'Table', keys: 'Fields that tell rows apart', address: 'Address' },
  noKeys: 'not marked',
  noTables: 'There is no published table yet. The first time it is given as a file.',
  structure: 'Mark them in the structure',
  rule: 'Rows without review',
  notReviewed:
    'Nobody else reviews changes of this dataset, so rows are written at once. If review is turned on, what is decided here holds.',
  asked:
    'Somebody else reviews changes of this dataset. A row sent by a program cannot be reviewed before it appears, so rows are not taken until a reviewer allows them without review.',
  allowed: 'Rows from programs appear at once, without review. Files, passport and structure are reviewed as before.',
  decided: (who, when) => `Decided by ${who}, ${when}.`,
  never: 'Nobody has decided this yet.',
  allow: 'Allow rows without review',
  ask: 'Take no more rows without review',
  notMine: 'A reviewer of the unit, its head or the coordinator decides this.',
  done: {
    allowed: 'Allowed: rows from programs will appear at once.',
    asked: 'Rows without review are taken no more. Those written already stay.',
    undone: 'It is as it was.',
  },
  undo: 'Undo',
  guide: 'How a program writes rows',
  tokens: 'My tokens',
};

/** Words of the page about rows that programs write. */
export const rowsByKeyTexts: Readonly<Record<Language, RowsByKeyTexts>> = { uk, en };
