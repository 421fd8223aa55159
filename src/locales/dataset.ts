import type { Language } from '../kernel/text.ts';
import { formatNumber } from '../language/numbers.ts';
import { counted } from '../language/plural.ts';

const uk = {
  facts: {
    title: 'Що в ньому',
    range: (least: string, most: string) => (least === most ? `усюди ${least}` : `від ${least} до ${most}`),
    distinct: (n: number, exact: boolean) =>
      `${exact ? '' : 'близько '}${counted(n, 'різне значення', 'різні значення', 'різних значень')}`,
    allDistinct: 'усі значення різні',
    blanks: (n: number) => `порожніх: ${formatNumber(n, 'uk')}`,
    noBlanks: 'без порожніх',
    empty: 'усі комірки порожні',
    counting: 'Стовпці цієї таблиці ще підраховуються: підсумки з’являться за мить.',
    anchor: (title: string) => `Посилання на стовпець «${title}»`,
  },
  related: {
    title: 'Схожі набори',
  },
  versions: {
    compare: 'Порівняти',
    file: 'Дані цієї версії',
    lead: 'Кожна версія лишається за своєю адресою: на неї можна послатися, і вона не зміниться.',
    feed: 'Стежити за новими версіями (Atom)',
    all: (n: number) => `Усі ${counted(n, 'версія', 'версії', 'версій')}`,
  },
  passport: {
    print: 'Сторінка для друку',
    document: 'Паспорт набору даних',
    community: 'Громада',
    reuse: 'Умови використання',
  },
  archived: {
    title: 'Архівний набір, більше не оновлюється',
    lead: (day: string) => `Дані лишаються доступними такими, якими були ${day}, коли набір перенесли до архіву.`,
  },
  picture: {
    rows: (n: number) => counted(n, 'рядок', 'рядки', 'рядків'),
    columns: (n: number) => counted(n, 'стовпець', 'стовпці', 'стовпців'),
    asOf: (day: string) => `Станом на ${day}`,
    by: (column: string) => `Рядків за стовпцем «${column}»`,
    over: (column: string) => `Рядків за часом: «${column}»`,
    spread: (column: string) => `Як розподілено «${column}»`,
    map: 'Розташування на карті',
    openData: 'Відкриті дані',
    blank: 'не вказано',
    yes: 'так',
    no: 'ні',
    suspended: 'Доступ тимчасово призупинено',
  },
};

const en: typeof uk = {
  facts: {
    title: 'What it holds',
    range: (least, most) => (least === most ? `${least} everywhere` : `from ${least} to ${most}`),
    distinct: (n, exact) =>
      `${exact ? '' : 'about '}${formatNumber(n, 'en')} different ${n === 1 ? 'value' : 'values'}`,
    allDistinct: 'all values differ',
    blanks: (n) => `blank: ${formatNumber(n, 'en')}`,
    noBlanks: 'no blanks',
    empty: 'every cell is blank',
    counting: 'The columns of this table are being counted: their summaries will be here in a moment.',
    anchor: (title) => `Link to the column “${title}”`,
  },
  related: {
    title: 'Related datasets',
  },
  versions: {
    compare: 'Compare',
    file: 'Data of this version',
    lead: 'Each version stays at its own address: you can refer to it, and it will not change.',
    feed: 'Follow new versions (Atom)',
    all: (n) => `All ${formatNumber(n, 'en')} versions`,
  },
  passport: {
    print: 'Page for printing',
    document: 'Passport of a dataset',
    community: 'Community',
    reuse: 'Terms of reuse',
  },
  archived: {
    title: 'Archived, no longer updated',
    lead: (day: string) => `The data stay available as they were on ${day}, when the dataset was archived.`,
  },
  picture: {
    rows: (n) => `${formatNumber(n, 'en')} ${n === 1 ? 'row' : 'rows'}`,
    columns: (n) => `${formatNumber(n, 'en')} ${n === 1 ? 'column' : 'columns'}`,
    asOf: (day) => `As of ${day}`,
    by: (column) => `Rows by “${column}”`,
    over: (column) => `Rows over time: “${column}”`,
    spread: (column) => `How “${column}” is spread`,
    map: 'Places on the map',
    openData: 'Open data',
    blank: 'not given',
    yes: 'yes',
    no: 'no',
    suspended: 'Access is suspended for a time',
  },
};

/** Words of the parts of a dataset's page. */
export const datasetTexts: Record<Language, typeof uk> = { uk, en };
