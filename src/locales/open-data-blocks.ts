import type { Language } from '../kernel/text.ts';
import { plural } from '../language/plural.ts';

const uk = {
  publisher: 'Розпорядник',
  asOf: 'Дані станом на',
  due: 'Буде до',
  post: 'Посада',
  email: 'Пошта',
  phone: 'Телефон',
  card: 'Набір даних',
  list: 'Набори даних',
  found: (count: number) => `${count} ${plural(count, 'набір', 'набори', 'наборів')}`,
  closed: { suspended: 'Оприлюднення призупинено.', withdrawn: 'Набір знято з оприлюднення.' },
  empty: 'Тут поки нічого немає.',
  all: (count: number) => `Усі (${count})`,
  source: 'Джерело',
  nothingThere: 'Такого підрозділу чи набору немає: перевірте параметри unit і dataset в адресі блока.',
  noBlock: (names: readonly string[]) => `Такого блока немає. Є: ${names.join(', ')}.`,
};

const en: typeof uk = {
  publisher: 'Publisher',
  asOf: 'Data as of',
  due: 'Due by',
  post: 'Post',
  email: 'E-mail',
  phone: 'Phone',
  card: 'Dataset',
  list: 'Datasets',
  found: (count) => `${count} ${count === 1 ? 'dataset' : 'datasets'}`,
  closed: { suspended: 'Publication is suspended.', withdrawn: 'The dataset is withdrawn.' },
  empty: 'There is nothing here yet.',
  all: (count) => `All (${count})`,
  source: 'Source',
  nothingThere: 'There is no such unit or dataset: check unit and dataset in the address of the block.',
  noBlock: (names) => `There is no such block. There are: ${names.join(', ')}.`,
};

export const blocksTexts: Record<Language, typeof uk> = { uk, en };
