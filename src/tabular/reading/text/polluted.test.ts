import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { makeReader } from '../../../../tests/walks/read-for-tests.ts';
import type { ReadingChoices, TextTable } from '../../text-table.ts';

const reader = makeReader();
afterAll(() => reader.close());
const files = join(reader.folder, 'files');
mkdirSync(files);

type Row = readonly string[];

async function table(text: string, choices?: ReadingChoices): Promise<TextTable & { cells: string[][] }> {
  const path = join(files, 'file.csv');
  writeFileSync(path, text);
  const outcome = await reader.read(path, choices);
  if (outcome.kind === 'refused') throw new Error(outcome.reason.code);
  return { ...outcome.table, cells: await reader.cells(outcome.table) };
}

const codes = ({ findings }: TextTable): string[] => findings.map(({ code }) => code);

const HEADER: Row = ['Номер', 'Назва', 'Дата', 'Площа', 'Опис'];
const WORDS = ['Липовий парк', 'Сквер', 'Міський сад', "Кам'яна вежа", 'Озеро', 'Площа Ринок', 'Алея «Слави»'];
/** What stands in descriptions: whatever delimiters, quotes and line ends people write. */
const REMARKS = [
  '',
  'зелено, тихо',
  'вхід: з вулиці; безкоштовний',
  'ліс | поле',
  'він сказав "так"',
  '10" труба',
  'дві\nлінії',
  "м'яч",
];

const row = fc
  .tuple(
    fc.nat(9999),
    fc.constantFrom(...WORDS),
    fc.date({ noInvalidDate: true, min: new Date('2015-01-01'), max: new Date('2026-01-01') }),
    fc.nat(99_999),
    fc.constantFrom(...REMARKS),
  )
  .map(
    ([id, name, date, area, remark]): Row => [
      String(id),
      name,
      date.toISOString().slice(0, 10),
      (area / 100).toFixed(2),
      remark,
    ],
  );
const rows = fc.array(row, { minLength: 5, maxLength: 20 });

interface Manner {
  readonly delimiter: string;
  readonly quote?: string;
  readonly escape?: string;
  readonly end?: string;
  /** Cells are quoted whether they need it or not. */
  readonly all?: boolean;
}

function line(
  cells: Row,
  { delimiter, quote = '"', escape: escaping = quote, end = '\n', all = false }: Manner,
): string {
  const written = cells.map((cell) => {
    const needs = all || cell.includes(delimiter) || cell.includes(quote) || /[\r\n]/.test(cell);
    return needs ? `${quote}${cell.replaceAll(quote, `${escaping}${quote}`)}${quote}` : cell;
  });
  return written.join(delimiter) + end;
}

const write = (all: readonly Row[], manner: Manner): string => all.map((cells) => line(cells, manner)).join('');

const blank = (cells: Row): boolean => cells.every((cell) => cell === '');
/** Reading is right when names and cells are those that were written. */
async function isRead(text: string, data: readonly Row[], header: Row = HEADER): Promise<TextTable> {
  const read = await table(text);
  expect(read.headers).toEqual(header);
  expect(read.cells).toEqual(data.filter((cells) => !blank(cells)));
  return read;
}

/** Few of each: every run reads files through DuckDB, and no two runs of the tests read the same. */
/** The same tables each time: another draw is made by changing the seed, not by luck. */
const RUNS = { numRuns: 3, seed: 835 };
const ONCE = { numRuns: 2, seed: 835 };

describe('delimiters', () => {
  it.each([',', ';', '\t', '|', '^', '~', '¦', '\u001f', '\u0001', '!', '§', '||', '::', ';;', '~|~', '^|^', '#|#'])(
    '%j is found',
    async (delimiter) => {
      await fc.assert(
        fc.asyncProperty(rows, fc.boolean(), async (data, all) => {
          await isRead(write([HEADER, ...data], { delimiter, all }), data);
        }),
        ONCE,
      );
    },
  );

  it('of a character said twice is found where cells hold the character once, with few quotes or many', async () => {
    const doubtful = fc.array(
      fc
        .tuple(fc.nat(9999), fc.constantFrom(';', ',', ':'), fc.constantFrom(...WORDS), fc.nat(99))
        .map(([id, mark, name, count]): Row => [String(id), `${name}${mark} сад`, String(count), `а${mark}б`]),
      { minLength: 4, maxLength: 20 },
    );
    const header: Row = ['Номер', 'Назва', 'Кількість', 'Опис'];
    await fc.assert(
      fc.asyncProperty(
        doubtful,
        fc.constantFrom(';;', ',,', '::', '||'),
        fc.boolean(),
        async (data, delimiter, all) => {
          await isRead(write([header, ...data], { delimiter, all }), data, header);
        },
      ),
      { numRuns: 12, seed: 835 },
    );
  });

  it.each([' ; ', '\t|\t', '=>', '__', '$', '/', '，'])('%j is told by the names of columns', async (delimiter) => {
    const data = [
      ['1', 'Липовий парк', '12.50', 'тихо, зелено'],
      ['2', 'Сквер', '8.00', 'вхід; вільний'],
      ['3', 'Озеро', '44.10', 'берег'],
    ];
    await isRead(write([['Код', 'Назва', 'Площа', 'Опис'], ...data], { delimiter }), data, [
      'Код',
      'Назва',
      'Площа',
      'Опис',
    ]);
  });

  it('a space after each delimiter belongs to it', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom(',', ';'), async (data, delimiter) => {
        await isRead(write([HEADER, ...data], { delimiter: `${delimiter} ` }), data);
      }),
      RUNS,
    );
  });

  it('spaces set a table apart where quotes keep words together', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (data) => {
        await isRead(write([HEADER, ...data], { delimiter: ' ' }), data);
      }),
      RUNS,
    );
  });

  it('columns set even with spaces are columns', async () => {
    const text = [
      'Код   Назва           Місць',
      '1     Липовий парк    320',
      '2     Сквер           15',
      '3     Сад             7',
      '',
    ].join('\n');
    const read = await table(text);
    expect(read.headers).toEqual(['Код', 'Назва', 'Місць']);
    expect(read.cells[0]).toEqual(['1', 'Липовий парк', '320']);
  });

  it.each([
    'Липовий парк\nСквер Шевченка\nМіський сад\nСтарий ліс\n',
    '2024-01-05 10:00\n2024-01-06 11:30\n2024-01-07 09:15\n',
    '1 234 567\n2 345 678\n3 456 789\n',
    'a@b.ua\nc@d.ua\ne@f.ua\n',
    '12:30\n13:45\n09:10\n',
  ])('one column stays one: %j', async (text) => {
    expect((await table(text)).headers).toHaveLength(1);
  });

  it('units and records of ASCII set cells and rows apart', async () => {
    const data = [HEADER, ['1', 'Сад', '2024-01-05', '1.50', 'опис'], ['2', 'Ліс', '2024-01-06', '2.50', 'опис']];
    const read = await table(data.map((cells) => cells.join('\u001f')).join('\u001e'));
    expect(read.headers).toEqual(HEADER);
    expect(read.rows).toBeGreaterThanOrEqual(2);
    expect(read.cells[1]).toEqual(data[2]);
  });
});

describe('quotes, escapes, ends of records', () => {
  it.each([
    ["'", "'"],
    ['"', '\\'],
    ["'", '\\'],
    ['`', '`'],
  ])('quote %s, escape %s', async (quote, escaping) => {
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom(',', ';', '\t'), async (data, delimiter) => {
        await isRead(write([HEADER, ...data], { delimiter, quote, escape: escaping, all: true }), data);
      }),
      RUNS,
    );
  });

  it('quotes inside quotes that nothing escapes', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom(',', ';'), async (data, delimiter) => {
        await isRead(write([HEADER, ...data], { delimiter, escape: '', all: true }), data);
      }),
      RUNS,
    );
  });

  it('ends of records of any kind, and of several', async () => {
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.array(fc.constantFrom('\n', '\r\n', '\r'), { minLength: 1, maxLength: 3 }),
        async (data, ends) => {
          const plain = data.map((cells) => cells.with(4, 'опис'));
          const all = [HEADER, ...plain];
          const text = all.map((cells, at) => line(cells, { delimiter: ';', end: ends[at % ends.length] })).join('');
          await isRead(text, plain);
          await isRead(text.replace(/[\r\n]+$/, ''), plain);
          await isRead(`${text}\n\n`, plain);
        },
      ),
      RUNS,
    );
  });
});

describe('rows against the rules', () => {
  const where = fc.tuple(rows, fc.nat());

  it('a row cut by another delimiter is cut right, and told', async () => {
    await fc.assert(
      fc.asyncProperty(
        where,
        fc.constantFrom(['\t', ';'], [',', ';'], [';', ' '], [',', ' ']),
        async ([data, at], [own = ',', other = ';']) => {
          const plain = data.map((cells) => cells.with(4, 'опис').with(1, 'Сквер'));
          const lines = plain.map((cells, place) =>
            line(cells, { delimiter: place === at % data.length ? other : own }),
          );
          const read = await isRead(line(HEADER, { delimiter: own }) + lines.join(''), plain);
          expect(codes(read)).toContain('other-delimiter');
        },
      ),
      RUNS,
    );
  });

  it('a row too short is completed, one too long loses nothing', async () => {
    await fc.assert(
      fc.asyncProperty(where, async ([data, at]) => {
        const place = at % data.length;
        const short = data.map((cells, row) => (row === place ? cells.slice(0, 3) : cells));
        const read = await table(write([HEADER, ...short], { delimiter: ';' }));
        expect(read.cells[place]).toEqual([...(data[place]?.slice(0, 3) ?? []), '', '']);
        expect(codes(read)).toContain('ragged-row');
        const long = data.map((cells, row) => (row === place ? [...cells, 'зайве'] : cells));
        const wide = await table(write([HEADER, ...long], { delimiter: ';' }));
        expect(wide.cells[place]).toEqual([...(data[place] ?? []), 'зайве']);
        expect(wide.rows).toBe(data.length);
      }),
      RUNS,
    );
  });

  it('a stray quote spoils one cell at most', async () => {
    await fc.assert(
      fc.asyncProperty(where, fc.nat(4), async ([data, at], column) => {
        const plain = data.map((cells) => cells.with(4, 'опис'));
        const place = at % data.length;
        const lines = plain.map((cells, row) =>
          row === place
            ? line(cells.with(column, `${cells[column]}"`), { delimiter: ',', quote: '\u0000' })
            : line(cells, { delimiter: ',' }),
        );
        const read = await table(line(HEADER, { delimiter: ',' }) + lines.join(''));
        expect(read.headers).toEqual(HEADER);
        expect(read.rows).toBe(data.length);
        const others = (cells: readonly Row[]) => cells.filter((_, row) => row !== place);
        expect(others(read.cells)).toEqual(others(plain));
        expect(read.cells[place]?.filter((_, at) => at !== column)).toEqual(
          plain[place]?.filter((_, at) => at !== column),
        );
      }),
      RUNS,
    );
  });

  it('a header with a delimiter too many, or without one after a quote', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.nat(3), async (data, at) => {
        const plain = data.map((cells) => cells.with(4, 'опис'));
        await isRead(line(HEADER.toSpliced(at, 0, ''), { delimiter: ',' }) + write(plain, { delimiter: ',' }), plain);
        const glued = HEADER.map((name, place) => (place === at ? `"${name}"` : name))
          .join(',')
          .replace('",', '"');
        await isRead(`${glued}\n${write(plain, { delimiter: ',' })}`, plain);
      }),
      RUNS,
    );
  });
});

describe('what stands around the table', () => {
  const title = 'Перелік об’єктів благоустрою, станом на 1 січня 2026 року, за даними управління';

  it('titles above and notes below are left out and told', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom(',', ';', '\t'), fc.boolean(), async (data, delimiter, padded) => {
        const plain = data.map((cells) => cells.with(4, 'опис'));
        const alone = (text: string) => line(padded ? [text, '', '', '', ''] : [text], { delimiter });
        const note = 'Примітка. Площу наведено без урахування водойм';
        const text = `${alone(title)}${alone('')}${write([HEADER, ...plain], { delimiter })}${alone('')}${alone(note)}`;
        const read = await isRead(text, plain);
        expect(codes(read)).toEqual(expect.arrayContaining(['rows-above-header', 'notes-below']));
        expect(read.findings.find(({ code }) => code === 'notes-below')?.places).toEqual([{ row: 0, value: note }]);
      }),
      RUNS,
    );
  });

  it('a title with the delimiter in its sentence is no header', async () => {
    const read = await table('Оброблено, зразок 22, субота, 11 лютого\nДовжина,Частка\n400,98.7\n401,98.8\n402,97.1\n');
    expect(read.headers.slice(0, 2)).toEqual(['Довжина', 'Частка']);
    expect(read.rows).toBe(3);
  });

  it('names in two and three rows are joined, titles of groups over each of theirs', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (data) => {
        const numbers = data.map(([id = '', name = '', , area = '']): Row => [id, name, area, area, '5']);
        const two = [['Номер', 'Назва', 'Площа', '', 'Місць'], ['', '', 'усього', 'зелена', ''], ...numbers];
        await isRead(write(two, { delimiter: ';' }), numbers, [
          'Номер',
          'Назва',
          'Площа усього',
          'Площа зелена',
          'Місць',
        ]);
        const three = [
          ['Номер', 'Назва', 'Площа', '', 'Місць'],
          ['', '', 'усього', 'зелена', ''],
          ['', '', 'га', 'га', 'од.'],
          ...numbers,
        ];
        const read = await isRead(write(three, { delimiter: ';' }), numbers, [
          'Номер',
          'Назва',
          'Площа усього, га',
          'Площа зелена, га',
          'Місць, од.',
        ]);
        expect(codes(read)).toContain('header-joined');
      }),
      RUNS,
    );
  });

  it('numbers of columns under the names are no row', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (data) => {
        await isRead(write([HEADER, ['1', '2', '3', '4', '5'], ...data], { delimiter: ';' }), data);
      }),
      RUNS,
    );
  });

  it('a header repeated on each page is no row', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.nat(), async (data, at) => {
        const cut = 1 + (at % (data.length - 1));
        const read = await isRead(
          write([HEADER, ...data.slice(0, cut), HEADER, ...data.slice(cut)], { delimiter: ',' }),
          data,
        );
        expect(codes(read)).toContain('repeated-header');
      }),
      RUNS,
    );
  });

  it('a file of one row of data, of a header alone, without a header', async () => {
    const only = ['1', 'Сад', '2024-01-05', '1.50', 'опис'];
    await isRead(write([HEADER, only], { delimiter: ',' }), [only]);
    expect((await table(write([HEADER], { delimiter: ',' }))).rows).toBe(0);
    await fc.assert(
      fc.asyncProperty(rows, async (data) => {
        const read = await table(write(data, { delimiter: ';' }));
        expect(read.dialect?.headerRow).toBeNull();
        expect(read.cells).toEqual(data);
      }),
      RUNS,
    );
  });
});

describe('other ways programs spoil a file', () => {
  const header: Row = ['Код', 'Назва', 'Дата', 'Опис'];
  const data: readonly Row[] = ['Парк', 'Сквер', 'Ліс', 'Гай', 'Озеро', 'Сад'].map((name, at) => [
    String(at + 1),
    name,
    `2024-0${at + 1}-05`,
    at % 2 === 0 ? 'він сказав "так", і все' : 'тихо',
  ]);

  it.each(['/', '%', '^', '!'])('quotes inside quotes may be marked by %j', async (escaping) => {
    await isRead(write([header, ...data], { delimiter: ',', escape: escaping }), data, header);
  });

  it.each(['\n\n', '\r\n\r\n', '\n\r'])('lines may be ended twice: %j', async (end) => {
    const read = await table(write([header, ...data], { delimiter: ';', end }));
    expect([read.headers, read.cells]).toEqual([header, data]);
  });

  it('a column of numbers with commas under a name without one is one column', async () => {
    const read = await table('Площа\n1,5\n2,7\n3,9\n');
    expect([read.headers, read.cells]).toEqual([['Площа'], [['1,5'], ['2,7'], ['3,9']]]);
  });
});

describe('several tables in one file', () => {
  const second = fc.array(
    fc
      .tuple(fc.constantFrom(...WORDS), fc.nat(99), fc.nat(99))
      .map(([name, a, b]): Row => [name, String(a), String(b)]),
    { minLength: 3, maxLength: 8 },
  );
  const OTHER: Row = ['Вид', 'План', 'Факт'];

  it('each is a part of the file, the first is read, the others by name', async () => {
    await fc.assert(
      fc.asyncProperty(rows, second, fc.boolean(), async (data, more, padded) => {
        const plain = data.map((cells) => cells.with(4, 'опис'));
        const manner = { delimiter: ';' };
        const below = [OTHER, ...more].map((cells) => (padded ? [...cells, '', ''] : cells));
        const apart = padded ? ['', '', '', '', ''] : [''];
        const text = write([HEADER, ...plain, apart, ...below], manner);
        const first = await isRead(text, plain);
        expect(first.sheets.map(({ rows: own, columns }) => [own, columns])).toEqual([
          [plain.length, 5],
          [more.length, 3],
        ]);
        expect(codes(first)).toContain('other-sheets');
        const other = await table(text, { sheet: first.sheets[1]?.name ?? '' });
        expect(other.headers.slice(0, 3)).toEqual(OTHER);
        expect(other.cells.map((cells) => cells.slice(0, 3))).toEqual(more);
        await expect(table(text, { sheet: 'Немає' })).rejects.toThrow('no-such-sheet');
      }),
      RUNS,
    );
  });

  it('a table of most of the same columns right below is another one; its title is its name', async () => {
    const data = [
      ['1', 'Сад', '2024-01-05', '1.50', 'опис'],
      ['2', 'Ліс', '2024-01-06', '2.50', 'опис'],
      ['3', 'Гай', '2024-01-07', '3.50', 'опис'],
    ];
    const fewer = data.map((cells) => cells.slice(0, 4));
    const close = await table(write([HEADER, ...data, HEADER.slice(0, 4), ...fewer], { delimiter: ',' }));
    expect(close.cells).toEqual(data);
    expect(close.sheets).toHaveLength(2);
    const titled = await table(
      write([HEADER, ...data, [], ['Виконання плану'], OTHER, ['Сад', '1', '2'], ['Ліс', '3', '4']], {
        delimiter: ',',
      }),
    );
    expect(titled.sheets.map(({ name }) => name)).toEqual(['Таблиця 1', 'Виконання плану']);
  });

  it('a much larger table below a small one is the likelier', async () => {
    const large = Array.from({ length: 40 }, (_, at) => [String(at), 'Сад', '2024-01-05', '1.50', 'опис']);
    const read = await table(
      write([['Показник', 'Значення'], ['Усього', '40'], ['Площа', '60'], [], HEADER, ...large], { delimiter: ',' }),
    );
    expect(read.headers).toEqual(HEADER);
    expect(read.rows).toBe(40);
  });

  const BESIDE: Row = ['Вид', 'План', 'Факт'];

  it('beside one another with empty columns between: each is a part, nothing is glued', async () => {
    await fc.assert(
      fc.asyncProperty(rows, second, fc.integer({ min: 1, max: 3 }), fc.boolean(), async (data, more, gap, padded) => {
        const plain = data.map((cells) => cells.with(4, 'опис'));
        const between = Array.from({ length: gap }, () => '');
        const lines = [HEADER, ...plain].map((cells, at): Row => {
          const own = [BESIDE, ...more][at] ?? (padded ? ['', '', ''] : null);
          return own === null ? cells : [...cells, ...between, ...own];
        });
        for (const cells of [BESIDE, ...more].slice(lines.length))
          lines.push(['', '', '', '', '', ...between, ...cells]);
        const text = write(lines, { delimiter: ';' });
        const left = await table(text);
        expect(left.headers).toEqual(HEADER);
        expect(left.cells).toEqual(plain);
        expect(left.findings.find(({ code }) => code === 'other-sheets')?.count).toBe(1);
        const right = await table(text, { sheet: 'Таблиця 2' });
        expect(right.headers).toEqual(BESIDE);
        expect(right.cells).toEqual(more);
        await expect(table(text, { sheet: 'Немає' })).rejects.toThrow('no-such-sheet');
      }),
      RUNS,
    );
  });

  it('beside one another, titled and with a further table below, are named by their titles', async () => {
    const read = await table(
      [
        'Парки;;;;Маршрути;;',
        'Назва;Площа;Район;;Номер;Від;До',
        'Міський;4,5;Центр;;7;Вокзал;Парк',
        'Садовий;2,5;Лісний;;9;Центр;Ліс',
        ';;;;11;Ринок;Озеро',
        'Вулиця;Ремонт;Будинків;;;;',
        'Нова;2024-05-01;12;;;;',
        'Лугова;2024-06-01;7;;;;',
        'Тиха;2024-07-01;9;;;;',
      ].join('\n'),
    );
    expect(read.sheets.map(({ name, rows: own, columns }) => [name, own, columns])).toEqual([
      ['Парки', 2, 3],
      ['Таблиця 2', 3, 3],
      ['Маршрути', 3, 3],
    ]);
    const routes = 'Номер,Від,До'.split(',');
    expect(read.sheets[2]?.headers).toEqual(routes);
  });
});
