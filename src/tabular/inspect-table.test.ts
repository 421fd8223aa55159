import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../kernel/finding.ts';
import type { ColumnProfile } from './column.ts';
import { inspectTable } from './inspect-table.ts';
import type { Inspection } from './inspection.ts';
import { testDuckDb, textTableOf } from './testing/text-table-of.ts';

let parts: Awaited<ReturnType<typeof testDuckDb>>;
beforeAll(async () => {
  parts = await testDuckDb();
});
afterAll(() => rm(parts.folder, { recursive: true, force: true }));

/** Inspects a table of one column of interest beside a number of the row. */
async function inspectColumn(
  header: string,
  values: readonly (string | null)[],
): Promise<{ column: ColumnProfile; findings: Finding[] }> {
  const table = await textTableOf(
    parts,
    ['№', header],
    values.map((value, at) => [String(at + 1), value]),
  );
  const { columns, findings } = await inspectTable(parts.duckdb, table);
  const column = columns[1];
  if (column === undefined) throw new Error('no column');
  return { column, findings: findings.filter((finding) => finding.column === 1) };
}

const times = (n: number, value: (at: number) => string): string[] => Array.from({ length: n }, (_, at) => value(at));

describe('column types by the whole file', () => {
  it.each([
    ['Кількість', ['1', '25', '-3'], 'integer'],
    ['Кількість', ['1 234', '25', '1\u00a0000\u00a0000'], 'integer'],
    ['Площа', ['1,5', '25', '1 234,75'], 'decimal'],
    ['Площа', ['1.5', '25', '−0.5'], 'decimal'],
    ['Оборот', ['1,234', '1,234,567', '12'], 'decimal'],
    ['Оборот', ['1.234,56', '7,5'], 'decimal'],
    ['Пандус', ['так', 'ні', 'Так', 'НІ'], 'boolean'],
    ['Є пандус', ['1', '0', '1'], 'boolean'],
    ['Поверхів', ['1', '0', '1'], 'integer'],
    ['Голос', ['+', '-', '+'], 'boolean'],
    ['Дата', ['01.02.2024', '1.2.24', '2024-03-04', '15 січня 2024 р.', '5/6/2024'], 'date'],
    ['Дата', ['45000', '45001'], 'date'],
    ['Сума', ['45000', '45001'], 'integer'],
    ['Створено', ['2024-05-06 10:11:12', '06.05.2024 9:10'], 'datetime'],
    ['Початок', ['9:00', '18:30'], 'time'],
    ['Код', ['001', '002'], 'text'],
    ['Код', ['101', '202'], 'text'],
    ['Квартира', ['007', '12'], 'text'],
    ['Версія', ['1_000', '28.65'], 'text'],
    ['Дата', ['2020-1-5 x', '2020-01-05'], 'text'],
    ['Назва', ['Київ', 'Львів'], 'text'],
    ['Сума', ['5', '-', 'н/д', 'немає'], 'integer'],
    ['Сума', [null, null], 'text'],
    ['Сума', ['12345678901234567.89', '1.5'], 'text'],
    ['Сума', ['1 234 567 890 123 456,78', '1,5'], 'text'],
    ['Сума', ['123456789012.34', '1234567890123.5'], 'decimal'],
    ['Широта', ['49.83968300000001', '49.1'], 'decimal'],
  ] as const)('%s %j is %s', async (header, values, type) => {
    expect((await inspectColumn(header, values)).column.type).toBe(type);
  });

  it.each([
    ['Широта', 'latitude'],
    ['addressLat', 'latitude'],
    ['locationLatitude', 'latitude'],
    ['GPS_lon', 'longitude'],
    ['placeLng', 'longitude'],
    ['Плато', null],
  ] as const)('%s of fractions is of kind %s', async (header, kind) => {
    expect((await inspectColumn(header, ['30.1234', '30.52'])).column.kind).toBe(kind);
  });

  it('reads month first only where the column cannot be read otherwise', async () => {
    const { column, findings } = await inspectColumn('Date', ['01/31/2024', '02/03/2024']);
    expect(column).toMatchObject({ type: 'date', notation: { dates: 'month-first' } });
    expect(findings.find(({ code }) => code === 'date-not-iso')?.places.map(({ repaired }) => repaired)).toEqual([
      '2024-01-31',
      '2024-02-03',
    ]);
  });

  it('reads days with dots day first even beside days with slashes that are month first', async () => {
    const { findings } = await inspectColumn('Date', ['04.01.2019', '12/29/2018', '1/10/2020']);
    expect(findings.find(({ code }) => code === 'date-not-iso')?.places.map(({ repaired }) => repaired)).toEqual([
      '2019-01-04',
      '2018-12-29',
      '2020-01-10',
    ]);
    const typo = await inspectColumn('Date', [...times(8, (at) => `0${at + 1}.04.2024`), '04.13.2024']);
    expect(typo.findings).toMatchObject([
      { code: 'impossible-date', count: 1 },
      { code: 'date-not-iso', count: 8 },
    ]);
  });

  it('never lets one bad value break a column: it stays text, and the finding tells the place', async () => {
    const values = times(99, (at) => `2024-01-${String((at % 28) + 1).padStart(2, '0')}`);
    const { column, findings } = await inspectColumn('Дата', [...values, 'восени']);
    expect(column).toMatchObject({ type: 'text', expected: 'date' });
    expect(findings).toMatchObject([
      {
        code: 'mixed-types',
        count: 1,
        repairable: false,
        severity: 'warning',
        places: [{ row: 100, value: 'восени' }],
      },
    ]);
  });

  it.each([
    ['Дата', ['05.01.2026', '31.02.2026', '07.03.2026'], 'date', 1],
    ['Рішення від', ['2026-01-05', '2026-02-31', '2026-03-07', '2026-04-01'], 'date', 1],
    ['Дата', ['31.02.2026'], 'date', 1],
    ['Дата і час', ['05.01.2026 10:00', '31.02.2026 10:00', '07.03.2026 12:30'], 'datetime', 1],
    ['Шифр', ['46.13.00', '01.11.10', '45.21.00'], undefined, 0],
    ['Розділ', ['1.2.2026', '13.45.2026', '44.50.2026'], undefined, 0],
  ] as const)(
    'takes a small column «%s» of %j for %s with days that do not exist: %i',
    async (header, values, expected, count) => {
      const { column, findings } = await inspectColumn(header, values);
      expect(column.expected).toBe(expected);
      expect(findings.find(({ code }) => code === 'impossible-date')?.count ?? 0).toBe(count);
      expect(findings.find(({ code }) => code === 'mixed-types')).toBeUndefined();
    },
  );

  it('calls a day the calendar lacks an error', async () => {
    const { findings } = await inspectColumn('Дата', [...times(9, () => '01.02.2025'), '31.02.2025']);
    expect(findings.find(({ code }) => code === 'impossible-date')).toMatchObject({
      severity: 'error',
      count: 1,
      repairable: false,
      places: [{ row: 10, value: '31.02.2025' }],
    });
    expect(findings.find(({ code }) => code === 'date-not-iso')).toMatchObject({ count: 9 });
    expect(findings.find(({ code }) => code === 'mixed-types')).toBeUndefined();
  });
});

describe('kinds', () => {
  it.each([
    ['План, I кв.', ['10', '20', '31'], null, 'integer'],
    ['Код ЄДРПОУ', ['04054228', '32855961', '4052206'], 'edrpou', 'text'],
    ['КАТОТТГ', ['UA71020010000037786', 'UA80000000000093317'], 'katottg', 'text'],
    ['Телефон', ['+380501234567', '(044) 123-45-67'], 'phone', 'text'],
    ['Пошта', ['a@rada.gov.ua', 'b@rada.gov.ua'], 'email', 'text'],
    ['Сайт', ['https://rada.gov.ua', 'http://rada.gov.ua/a'], 'url', 'text'],
    ['Поштовий індекс', ['43000', '01001'], 'postal-code', 'text'],
    ['Рік', ['2023', '2024'], 'year', 'integer'],
    ['Широта', ['50.25', '50.26'], 'latitude', 'decimal'],
    ['Сума, грн', ['50,25', '1 000'], 'money', 'decimal'],
  ] as const)('%s', async (header, values, kind, type) => {
    expect((await inspectColumn(header, values)).column).toMatchObject({ kind, type });
  });
});

describe('checks of cells', () => {
  const found = async (header: string, values: readonly (string | null)[], code: string) =>
    (await inspectColumn(header, values)).findings.find((finding) => finding.code === code);

  it('finds stray spaces, with what stays', async () => {
    const values = [' Київ', 'м.  Львів', 'Ум\u200bань', 'Одеса', ' '];
    const spaces = await found('Назва', values, 'spaces-around');
    expect(spaces?.count).toBe(3);
    expect(spaces?.places.map(({ repaired }) => repaired)).toEqual(['Київ', 'м. Львів', null]);
    const unseen = await found('Назва', values, 'invisible-characters');
    expect(unseen?.places.map(({ repaired }) => repaired)).toEqual(['Умань']);
  });

  it('finds letters of two alphabets and decides by letters that have no twin', async () => {
    const finding = await found(
      'Назва',
      ['мiсто', 'Кyiv', 'XІХ століття', 'PDFфайл', 'А4', 'UА71', 'Тeрнопiль'],
      'look-alike-letters',
    );
    expect(finding?.places.map(({ value, repaired }) => [value, repaired])).toEqual([
      ['мiсто', 'місто'],
      ['Кyiv', 'Kyiv'],
      ['XІХ століття', 'XIX століття'],
      ['UА71', 'UA71'],
      ['Тeрнопiль', 'Тернопіль'],
    ]);
  });

  it('finds numbers with a comma and groups', async () => {
    const finding = await found('Сума', ['1 234,5', '7', '0,25', '-3,1', '–4,5'], 'decimal-sign');
    expect(finding?.places.map(({ repaired }) => repaired)).toEqual(['1234.5', '0.25', '-3.1', '-4.5']);
  });

  it('takes the comma for thousands only where the column says so', async () => {
    const groups = await found('Сума', ['1,234', '1,234,567', '1,000.50'], 'decimal-sign');
    expect(groups?.places.map(({ repaired }) => repaired)).toEqual(['1234', '1234567', '1000.50']);
    const fractions = await found('Сума', ['1,234', '0,5'], 'decimal-sign');
    expect(fractions?.places.map(({ repaired }) => repaired)).toEqual(['1.234', '0.5']);
  });

  it('writes dates by ISO 8601', async () => {
    const dates = [
      '01.02.2024',
      '1.2.24',
      '2024-03-04',
      '15 січня 2024 р.',
      '«5» травня 2023 року',
      '2024/5/6',
      '15 сiчня 2024',
    ];
    const finding = await found('Дата', dates, 'date-not-iso');
    expect(finding?.places.map(({ repaired }) => repaired)).toEqual([
      '2024-02-01',
      '2024-02-01',
      '2024-01-15',
      '2023-05-05',
      '2024-05-06',
      '2024-01-15',
    ]);
  });

  it('checks codes of legal persons by their check digit', async () => {
    const codes = ['04054228', '4054228', '32855968', '12345678', '32855961', '04052206', '22883141'];
    expect(await found('ЄДРПОУ', codes, 'wrong-edrpou')).toMatchObject({
      count: 2,
      places: [{ value: '32855968' }, { value: '12345678' }],
    });
    expect(await found('ЄДРПОУ', codes, 'edrpou-zero-lost')).toMatchObject({
      count: 1,
      places: [{ value: '4054228', repaired: '04054228' }],
    });
  });

  it('takes a code of a legal person for no error among tax numbers, and a word in place of codes for no slip of a finger', async () => {
    const numbers = ['1759013776', '2530414071', '3652504575', '3652504576', '04054228'];
    expect(await found('РНОКПП / ЄДРПОУ', numbers, 'wrong-rnokpp')).toMatchObject({ count: 1 });
    const hidden = await found(
      'ЄДРПОУ',
      ['04054228', '32855961', 'HIDDEN', 'HIDDEN', 'HIDDEN', '22883141', 'HIDDEN'],
      'wrong-edrpou',
    );
    expect(hidden?.message.uk).not.toContain('описка');
  });

  it('finds spoilt letters, errors of formulas, totals and dashes', async () => {
    expect(await found('Назва', ['ÐÐ¸Ñ—Ð²', 'Київ'], 'broken-text')).toMatchObject({ count: 1 });
    expect(await found('Назва', ['#REF!', 'Київ'], 'spreadsheet-error')).toMatchObject({ count: 1 });
    expect(await found('Назва', [...times(9, (at) => `Школа ${at}`), 'Всього:'], 'total-row')).toMatchObject({
      count: 1,
    });
    expect(await found('Сума', ['5', '—', 'немає'], 'no-value-written')).toMatchObject({
      count: 2,
      severity: 'warning',
    });
    expect(await found('Пандус', ['є', 'є', 'немає'], 'no-value-written')).toBeUndefined();
  });
});

describe('checks of the table', () => {
  const codes = ({ findings }: Inspection) => findings.map(({ code, count }) => [code, count]);

  it('finds faults of headers, rows and columns', async () => {
    const table = await textTableOf(
      parts,
      ['Назва', '', 'Назва', 'Примітка'],
      [
        ['Школа', '1', 'Київ', null],
        ['Школа ', '1', 'Київ', '-'],
        [null, ' ', null, null],
        ['Ліцей', '2', null, null],
        ['Сад', null, 'Київ', null],
        ['Спортзал', '4', 'Київ', null],
      ],
    );
    const inspection = await inspectTable(parts.duckdb, table);
    expect(codes(inspection)).toEqual(
      expect.arrayContaining([
        ['empty-header', 1],
        ['duplicate-header', 1],
        ['empty-column', 6],
        ['empty-row', 1],
        ['duplicate-row', 1],
        ['no-identifier', 1],
      ]),
    );
    expect(inspection.columns.map(({ name, title }) => [name, title])).toEqual([
      ['nazva', 'Назва'],
      ['stovpets2', 'Стовпець 2'],
      ['nazva2', 'Назва'],
      ['prymitka', 'Примітка'],
    ]);
    expect(inspection.findings[0]?.severity).toBe('error');
  });

  it('tells many names that say nothing once', async () => {
    const headers = ['id', ...Array.from({ length: 25 }, (_, at) => `Column${at + 1}`)];
    const table = await textTableOf(
      parts,
      headers,
      ['1', '2'].map((row) => headers.map(() => row)),
    );
    const told = (await inspectTable(parts.duckdb, table)).findings.filter(({ code }) => code === 'header-generic');
    expect(told.map(({ count, column }) => [count, column])).toEqual([[25, null]]);
    expect(told[0]?.message.uk).toContain('«Column1»');
  });

  it('data of a person in place of a name of a column stop publication, and are quoted nowhere', async () => {
    const said = async (headers: string[]) => {
      const table = await textTableOf(parts, headers, [headers.map(() => 'так'), headers.map(() => 'ні')]);
      const { findings } = await inspectTable(parts.duckdb, table);
      const told = findings.filter(({ code }) => code === 'header-personal' || code === 'header-is-value');
      expect(JSON.stringify(told)).not.toMatch(/Веселка|example|380501112201/);
      return told.map(({ code, severity }) => `${code} ${severity}`);
    };
    const error = 'header-personal error';
    expect(await said(['Номер', 'Калинич Веселка Добромирівна', '+380501112201'])).toEqual([error, error]);
    expect(await said(['Номер', 'vesela@example.org'])).toEqual([error]);
    expect(await said(['Номер', 'Прізвище, ім’я, по батькові', 'Телефон'])).toEqual([]);
    // names of deputies over their votes
    const votes = ['Калинич В. Д.', 'Дубовик О. Т.', 'Зоряна Л. С.'];
    for (const title of ['(067) 123-45-67', 'вул. Вигадана, 12, кв. 4'])
      expect(await said(['Номер', title])).toEqual([error]);
    expect(await said(['Номер', 'Адреса (вул., буд., кв.)', 'Площа кв. м'])).toEqual([]);
    expect(await said(['Номер', ...votes])).toEqual(votes.map(() => 'header-personal advice'));
  });

  it('a number that only rows given twice have spoilt is told so', async () => {
    const row = (n: number) => [`${n}`, `Школа № ${n}`, 'Північний'];
    const said = async (rows: (string | null)[][]) => {
      const table = await textTableOf(parts, ['№', 'Назва', 'Район'], rows);
      const { findings } = await inspectTable(parts.duckdb, table);
      return findings.find(({ code }) => code === 'no-identifier')?.message.uk ?? '';
    };
    const rows = Array.from({ length: 9 }, (_, at) => row(at + 1));
    expect(await said([...rows, row(4)])).toContain('Стовпець «№» впізнавав би кожен рядок');
    expect(await said([...rows, ['4', 'Школа № 1', 'Північний']])).toContain('немає стовпця, за яким');
  });

  it('asks a person about repeats whose place in the file may mean something', async () => {
    const asked = async (rows: (string | null)[][]) => {
      const table = await textTableOf(parts, ['Село', 'Рада', 'Площа'].slice(0, rows[0]?.length), rows);
      return (await inspectTable(parts.duckdb, table)).findings.find(({ code }) => code === 'duplicate-row')
        ?.repairable;
    };
    expect(await asked([['Громада А'], ['с. Луг'], ['Громада Б'], ['с. Луг']])).toBe(false);
    expect(
      await asked([
        ['Разом', null, null],
        ['Луг', 'А', '5'],
        ['Разом', null, null],
        ['Яр', 'Б', '6'],
      ]),
    ).toBe(false);
    expect(
      await asked([
        ['Луг', 'А', '5'],
        ['Луг', 'А', '5'],
        ['Яр', 'Б', '6'],
      ]),
    ).toBe(true);
  });

  it('finds the column that identifies a row', async () => {
    const table = await textTableOf(
      parts,
      ['Назва', 'ID'],
      times(20, (at) => String(at)).map((at) => ['Школа', at]),
    );
    expect((await inspectTable(parts.duckdb, table)).identifier).toEqual([1]);
  });

  it('has nothing to say of an empty table, and of a table without columns', async () => {
    const table = await textTableOf(parts, ['Назва'], []);
    expect((await inspectTable(parts.duckdb, table)).findings).toEqual([]);
  });

  it('speaks both languages everywhere, without the words of programmers', async () => {
    const values = [' 1,5', 'н/д', '2,5', '3,5', '4,5', 'x', '6,5', '7,5', '8,5', '9,5'];
    const { findings } = await inspectColumn('Сума', values);
    expect(findings.length).toBeGreaterThan(2);
    for (const { message } of findings) {
      expect(message.uk).toMatch(/[а-яіїє]/);
      expect(message.en.replace('Сума', '')).not.toMatch(/[а-яіїє]{3}/);
      expect(`${message.uk}${message.en}`).not.toMatch(
        /!$|encoding|кодуванн|роздільник|delimiter|schema|Parquet|NULL/i,
      );
    }
  });
});
