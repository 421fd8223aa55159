import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nameInCases } from '../../../language/cases/name-in-cases.ts';
import { inspectTable } from '../../inspect-table.ts';
import { clean } from '../../scan/clean.ts';
import { predicateSet } from '../../scan/guards.ts';
import { countNaively, differences } from '../../scan/naive-count.ts';
import { sqlText } from '../../scan/predicate.ts';
import { scanColumns } from '../../scan/scan-columns.ts';
import { testDuckDb, textTableOf } from '../../testing/text-table-of.ts';
import { isInFullSql, isPairSql, isSureSql } from './name-forms.ts';
import { personName } from './person-name.ts';

let parts: Awaited<ReturnType<typeof testDuckDb>>;
beforeAll(async () => {
  parts = await testDuckDb();
});
afterAll(() => rm(parts.folder, { recursive: true, force: true }));

/** Those of the values the question is answered yes of. */
async function yes(values: readonly string[], sql: (value: string) => string): Promise<string[]> {
  const session = await parts.duckdb.session();
  try {
    const rows = values.map((value, at) => `(${at}, ${sqlText(value)})`).join(', ');
    const found = await session.rows(
      `SELECT v FROM (SELECT n, v, ${clean('v')} AS k FROM (VALUES ${rows}) t(n, v)) WHERE ${sql('k')} ORDER BY n`,
    );
    return found.map(({ v }) => String(v));
  } finally {
    session.close();
  }
}

const isLikelySql = (value: string) => `(${isSureSql(value)} OR ${isPairSql(value)})`;

const FULL = [
  'Коваленко Олена Петрівна',
  'Коваленку Олені Петрівні',
  'Олени Петрівни Коваленко',
  'КОВАЛЕНКО ОЛЕНА ПЕТРІВНА',
  'Заваб′юк В´ячеслав Іванович',
  'коваленко олена петрівна',
  'Ковальчук-Мороз Ірина Василівна',
  'Іванова Ольга Николаевна',
  'Сидоренко Сергей Анатольевич',
  'Кузьменко Ілля Кузьмич',
  'Гаджієв Рашид Мамедович',
  'Бутом Іваном Іллічем',
  'Коваленко О. П.',
  'Коваленко О.П.',
  'О.П. Коваленко',
  'від Коваленко О. П.',
  'звернення гр. Мельник І. В. щодо ремонту',
  'Дж. О. Коваленко',
  'Шевчук Марія Іванівна народилася 05.03.1961, проживає на вул. Івана Франка',
  'Коваленко О.Петрівна',
  'Kovalenko Olena Petrivna',
  'Петренко Iван Iванович',
];
const WITHOUT_PATRONYMIC = [
  'Дем´яненко Мар´яна',
  'КОВАЛЕНКО Олена',
  'Олена Коваленко',
  'Ковальчук-Мороз Ірина',
  'Коваленка Петра',
  'Мельник Наталя',
  'Марко Кравець',
  'Швець Петро',
  'Kovalenko Olena',
  'Serhii Shevchuk',
  'Коваленко О.',
  'О. Коваленко',
  'Мельник О',
  'громадянка Савчук',
  'Надія Ткачук',
  'Коваленко, Олена',
  'Байрак Т.',
  'Кабанець О.',
  'Olena Blyzhko',
];
const TRAPS = [
  'вул. Лесі Українки',
  'вулиця Івана Франка, 5',
  'вул. Коваленка Петра Івановича, 4',
  'пров. Олени Теліги',
  'площа Тараса Шевченка',
  'Дрогобицький ліцей імені Івана Франка',
  'ЗОШ № 5 ім. О. П. Довженка',
  'ТОВ «Олена»',
  'ТОВ "Коваленко Олена Петрівна"',
  'ФГ Коваленко',
  'ФГ Коваленко О.П.',
  'пам’ятник Тарасу Шевченку',
  'Тарас Шевченко',
  'Іванівка',
  'Петрівське',
  'Основна школа',
  'Церква Святого Миколая',
  'Марія',
  'Корпус А. Б.',
  'Івано-Франківська область',
  'Січень',
  'Головний Лікар',
  'м. Хмельницький',
  'Чарівна Королівна',
  'Нова Пошта',
  'Міська Рада Дрогобича',
  'магазин Наталія',
  'Володимир-Волинський Район',
  'РАНЕВИЧІ',
  'КЛІЩІВНЯНСЬКА/С.КЛІЩІВНА',
  'Постанова Р.М. від 25.08.1989 № 223',
  'Гора Маркіяна Шашкевича',
  'с. Яновичі',
  'Дерево Міцкевича',
  'Вежа Раневича',
  'Категорія В.',
  'Роман Століття',
  'Hotel Victoria',
  'Roman Palace',
  'Villa Maria',
];

describe('names of people', () => {
  it('are seen for sure with a patronymic or two initials, in any order, case and size of letters', async () => {
    expect(await yes(FULL, isSureSql)).toEqual(FULL);
  });

  it('are seen in titles by a patronymic or «гр.», and not by initials alone', async () => {
    const told = ['Про пам’ять Коваленка Петра Івановича', 'Про скаргу гр. Мельник', 'Повість. Олена Петрівна'];
    const silent = ['Шевченко Т. Г. Кобзар', 'Бойко І. В. Задачі з фізики', 'вул. Коваленка Петра Івановича, 4'];
    expect(await yes([...told, ...silent], isInFullSql)).toEqual(told);
  });

  it('are likely where a given name stands beside a surname', async () => {
    expect(await yes(WITHOUT_PATRONYMIC, isLikelySql)).toEqual(WITHOUT_PATRONYMIC);
  });

  it('are not streets, schools, firms, monuments, settlements and words that only end so', async () => {
    expect(await yes(TRAPS, isLikelySql)).toEqual([]);
  });

  it('are seen in every case form, with a patronymic and without', async () => {
    const people = [
      'Коваленко Олена Петрівна',
      'Мороз Ольга Іллівна',
      'Ткачук Яків Кузьмич',
      'Гончар Ігор Лукич',
      'Швець Лев Олексійович',
      'Савчук Любов Яківна',
      'Левицький Дмитро Ігорович',
      'Ковалів Соломія Андріївна',
    ];
    const forms = await Promise.all(people.map((name) => nameInCases(name)));
    const full = forms.flatMap((cases, at) => [people[at] ?? '', ...Object.values(cases)]);
    expect(new Set(full).size).toBeGreaterThan(people.length * 3);
    expect(await yes(full, isSureSql)).toEqual(full);
    const short = full.map((name) => name.split(' ').slice(0, 2).join(' '));
    expect(await yes(short, isPairSql)).toEqual(short);
  });

  it('are counted the same as by asking every value', async () => {
    const values = [
      ...FULL,
      ...WITHOUT_PATRONYMIC,
      ...TRAPS,
      'Петро',
      'Бойко',
      'Іванівна',
      ' Кoваленко  Олена',
      'Петра Болбочана',
      'Шевченка Т. Г.',
      'Ганни Петрівни',
      'ФОП Бойко І. В.',
    ];
    const rows = Array.from({ length: 3_500 }, (_, at) => {
      const value = values[(at * 7) % values.length] ?? '';
      const longer = at % 2 === 0 ? value : `${value} ${at.toString(36)}`;
      return [value, longer, longer];
    });
    const headers = ['ПІБ', 'Опис', 'Назва рішення'];
    const { parquetPath: path } = await textTableOf(parts, headers, rows);
    const set = predicateSet(personName.predicates);
    const session = await parts.duckdb.session();
    try {
      const planned = await scanColumns({ session, path, rows: rows.length, headers, set });
      const asked = planned.map((column) => column.asked);
      expect(differences(planned, await countNaively(session, path, asked, set))).toEqual([]);
    } finally {
      session.close();
    }
  });

  const STREETS = [
    'Петра Болбочана',
    'Шевченка Т. Г.',
    'Олега Ольжича',
    'Марії Примаченко',
    'Академіка Павлова',
    'Лугова',
  ];
  const SHORT = ['Мельник Наталя', 'Коваленко Олена', 'Кравець Марко', 'Швець Петро', 'Ткачук Надія', 'Левицька Ірина'];
  const WOMEN = [
    'Левицька Ганна',
    'Коваленко Олена',
    'Сорока Ірина',
    'Ткачук Оксана',
    'Мельник Людмила',
    'Бондар Ольга',
  ];

  /** Cells told in a column of that title. */
  async function toldIn(title: string, values: readonly string[], count = 18): Promise<number> {
    const rows = Array.from({ length: count }, (_, at) => [String(at + 1), values[at % values.length] ?? '']);
    const { signs = [] } = await inspectTable(parts.duckdb, await textTableOf(parts, ['№', title], rows));
    return signs.find(({ code }) => code === 'person-name')?.count ?? 0;
  }

  it('are no streets and stops that are called in the genitive; a person among them is told', async () => {
    for (const title of ['Стала', 'Дільниця', 'stop']) expect(await toldIn(title, STREETS)).toBe(0);
    expect(await toldIn('Дільниця', [...STREETS, ...STREETS, 'Коваленко Олена Петрівна'])).toBe(1);
    expect(await toldIn('Дільниця', WOMEN)).toBe(18);
    expect(await toldIn('Власник', STREETS)).toBeGreaterThan(0);
  });

  it('are told in the genitive where the title asks of somebody', async () => {
    const people = [
      'Івана Петренка',
      'Олега Сидоренка',
      'Марії Коваленко',
      'Андрія Бондаренка',
      'Миколи Савчука',
      'Юрія Марченка',
    ];
    for (const title of ['Від кого', 'Стосовно кого', 'Щодо', 'Заява', 'За зверненням', 'На користь'])
      expect([title, await toldIn(title, people)]).toEqual([title, 18]);
  });

  it('are no answers to a question that speaks of people, and no chance among hundreds of cells', async () => {
    const funds = ['Карітас', 'Фонд Рокитних', 'Червоний Хрест', 'Рада Громади', 'Save Children'];
    expect(await toldIn('36. Чи допомагали депутатам благодійники?', funds)).toBe(0);
    const many = (people: number) =>
      Array.from({ length: 600 }, (_, at) => (at < people ? SHORT[at % SHORT.length] : `Ремонт ${at}`) ?? '');
    expect(await toldIn('Роботи', many(2), 600)).toBe(0);
    expect(await toldIn('Роботи', many(4), 600)).toBe(4);
  });

  it('are told in lists under titles that say something else', async () => {
    for (const title of ['Округ', 'Назва книги', 'Вулиця', 'Закріплено за', 'Стовпець'])
      expect([title, await toldIn(title, SHORT)]).toEqual([title, 18]);
    expect(await toldIn('Назва книги', ['Кайдашева сім’я', 'Тарас Бульба', 'Енеїда', 'Тигролови'])).toBe(0);
  });
});
