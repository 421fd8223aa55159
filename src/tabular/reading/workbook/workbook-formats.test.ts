import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BookType, CFB, read as readBook, utils, type WorkSheet, write } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { makeReader } from '../../../../tests/walks/read-for-tests.ts';
import type { ReadingChoices } from '../../text-table.ts';

const reader = makeReader();
afterAll(() => reader.close());

type Dress = (sheet: WorkSheet) => void;

interface Made {
  readonly name: string;
  readonly rows: unknown[][];
  readonly hidden?: boolean;
  readonly dress?: Dress;
}

function save(type: BookType, sheets: readonly Made[]): string {
  const book = utils.book_new();
  for (const { name, rows, dress } of sheets) {
    const sheet = utils.aoa_to_sheet(rows);
    dress?.(sheet);
    utils.book_append_sheet(book, sheet, name);
  }
  book.Workbook = { Sheets: sheets.map(({ hidden }) => ({ Hidden: hidden ? 1 : 0 })) };
  const path = join(reader.folder, `book.${type === 'biff8' || type === 'biff5' ? 'xls' : type}`);
  writeFileSync(path, write(book, { type: 'buffer', bookType: type, cellStyles: true }));
  return path;
}

async function tableOf(path: string, choices?: ReadingChoices) {
  const outcome = await reader.read(path, choices);
  if (outcome.kind === 'refused') throw new Error(outcome.reason.code);
  return { ...outcome.table, cells: await reader.cells(outcome.table) };
}

const isSerial = (value: unknown): value is { v: number; z: string } =>
  typeof value === 'object' && value !== null && 'z' in value && String(value.z).startsWith('dd');

const codes = ({ findings }: { findings: readonly { code: string }[] }) => findings.map(({ code }) => code);

const SCHOOLS = [
  ['Назва', 'Код', 'Учнів', 'Відкрито', 'Частка', 'Діє'],
  ['Ліцей «Їжачок»', '00123456', 412, { t: 'n', v: 45_292, z: 'dd.mm.yyyy' }, { t: 'n', v: 0.15, z: '0%' }, true],
  ['Гімназія’ №2', '00234567', 98.5, { t: 'n', v: 45_292.5, z: 'dd.mm.yyyy hh:mm' }, { t: 'n', v: 1, z: '0%' }, false],
];
const CELLS = [
  ['Ліцей «Їжачок»', '00123456', '412', '2024-01-01', '0.15', 'true'],
  ['Гімназія’ №2', '00234567', '98.5', '2024-01-01T12:00:00', '1', 'false'],
];

describe.each(['xlsx', 'biff8', 'xlsb', 'ods'] as const)('%s', (type) => {
  it('gives the cells that every format gives, and tells of shares shown as per cents', async () => {
    // the writer of OpenDocument knows days as moments only
    const moment = (value: unknown) =>
      type === 'ods' && isSerial(value)
        ? { t: 'd', v: new Date(Date.UTC(2024, 0, 1, value.v === 45_292 ? 0 : 12)) }
        : value;
    const rows = SCHOOLS.map((row) => row.map(moment));
    const read = await tableOf(save(type, [{ name: 'Школи', rows }]));
    expect(read.headers).toEqual(SCHOOLS[0]);
    expect(read.cells).toEqual(CELLS);
    expect(read.sheet).toBe('Школи');
    // that writer does not write per cents either
    if (type === 'ods') return;
    const shown = read.findings.find(({ code }) => code === 'shown-as-percent');
    expect(shown).toMatchObject({ count: 2, column: 4, columnName: 'Частка' });
  });

  it('repeats a value merged over rows, and says how often', async () => {
    const rows = [
      ['Округ', 'Вулиця', 'Будинків'],
      ['Північний', 'Нова', 12],
      [null, 'Лугова', 7],
      [null, 'Садова', 3],
      ['Південний', 'Зелена', 9],
    ];
    const dress: Dress = (sheet) => {
      sheet['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 3, c: 0 } }];
    };
    const read = await tableOf(save(type, [{ name: 'Аркуш', rows, dress }]));
    expect(read.cells.map(([first]) => first)).toEqual(['Північний', 'Північний', 'Північний', 'Південний']);
    const merged = read.findings.find(({ code }) => code === 'merged-cells');
    expect(merged).toMatchObject({ count: 2, places: [{ row: 2 }, { row: 3 }] });
  });

  it('joins sheets with the same columns, and takes one where it is asked for', async () => {
    const month = (name: string, value: number) => ({
      name,
      rows: [
        ['Садок', 'Дітей'],
        [`Садок ${name}`, value],
        ['Дзвіночок', value + 1],
      ],
    });
    const path = save(type, [month('Січень', 10), month('Лютий', 20), { name: 'Опис', rows: [['Про книгу']] }]);
    const read = await tableOf(path);
    expect(read.sheet).toBe('Усі аркуші разом');
    expect(read.headers).toEqual(['Садок', 'Дітей', 'Аркуш']);
    expect(read.cells).toEqual([
      ['Садок Січень', '10', 'Січень'],
      ['Дзвіночок', '11', 'Січень'],
      ['Садок Лютий', '20', 'Лютий'],
      ['Дзвіночок', '21', 'Лютий'],
    ]);
    expect(codes(read)).toContain('joined-sheets');
    expect(read.sheets.at(-1)).toEqual({
      name: 'Усі аркуші разом',
      rows: 4,
      columns: 3,
      joins: ['Січень', 'Лютий'],
      headers: ['Садок', 'Дітей'],
    });
    const one = await tableOf(path, { sheet: 'Лютий' });
    expect(one.cells).toEqual([
      ['Садок Лютий', '20'],
      ['Дзвіночок', '21'],
    ]);
    expect((await tableOf(path, { sheet: 'Усі аркуші разом' })).cells).toHaveLength(4);
  });
});

describe('several tables on a sheet', () => {
  const rows = [
    ['Заклади освіти'],
    [],
    ['Назва', 'Учнів', 'Адреса'],
    ['Ліцей', 412, 'Нова, 1'],
    ['Гімназія', 98, 'Лугова, 2'],
    ['Назва', 'Учнів', 'Адреса'],
    ['Школа № 3', 201, 'Садова, 3'],
    [],
    ['Маршрути автобусів'],
    ['Номер', 'Від', 'До', 'Довжина, км'],
    [7, 'Вокзал', 'Парк', 12.5],
    [9, 'Центр', 'Ліс', 8.1],
    [11, 'Ринок', 'Озеро', 4],
  ];

  it('each is a part with its title; the heading said once more is no row', async () => {
    const path = save('xlsx', [{ name: 'Дані', rows }]);
    const read = await tableOf(path, { sheet: 'Дані' });
    expect(read.headers).toEqual(['Назва', 'Учнів', 'Адреса']);
    expect(read.cells).toEqual([
      ['Ліцей', '412', 'Нова, 1'],
      ['Гімназія', '98', 'Лугова, 2'],
      ['Школа № 3', '201', 'Садова, 3'],
    ]);
    expect(codes(read)).toContain('repeated-header');
    expect(read.sheets.map(({ name, rows }) => [name, rows])).toEqual([
      ['Дані', 3],
      ['Дані · Маршрути автобусів', 3],
    ]);
    const other = await tableOf(path, { sheet: 'Дані · Маршрути автобусів' });
    expect(other.headers).toEqual(['Номер', 'Від', 'До', 'Довжина, км']);
    expect(other.cells[2]).toEqual(['11', 'Ринок', 'Озеро', '4']);
  });

  it('the likeliest is read by itself, the other is told', async () => {
    const read = await tableOf(save('ods', [{ name: 'Дані', rows }]));
    expect(read.rows).toBe(3);
    expect(read.findings.find(({ code }) => code === 'other-sheets')?.count).toBe(1);
  });
});

describe('one more table of a workbook that was read', () => {
  const rows = [
    ['Назва', 'Кількість'],
    ['Парк', 3],
    ['Сквер', 5],
  ];

  it.each(['xlsx', 'biff8', 'ods'] as const)('%s: is read alone, the others are as they were told', async (type) => {
    const path = save(
      type,
      ['Січень', 'Лютий'].map((name, at) => ({ name, rows: [...rows, [name, at]] })),
    );
    const known = (await tableOf(path)).sheets.map((sheet) =>
      sheet.name === 'Січень' ? { ...sheet, rows: 77 } : sheet,
    );
    const outcome = await reader.read(path, { sheet: 'Лютий' }, known);
    if (outcome.kind === 'refused') throw new Error(outcome.reason.code);
    expect((await reader.cells(outcome.table)).at(-1)).toEqual(['Лютий', '1']);
    expect(outcome.table.sheets).toEqual(known);
    // joined sheets, and a table nobody knew of, need the whole workbook
    const whole = await reader.read(path, { sheet: 'Усі аркуші разом' }, known);
    expect(whole).toMatchObject({ table: { rows: 6, sheets: [{ rows: 3 }, { rows: 3 }, { rows: 6 }] } });
    expect(await reader.read(path, { sheet: 'Березень' }, known)).toMatchObject({ reason: { code: 'no-such-sheet' } });
  });
});

describe('lines of signature below a table', () => {
  const table = [
    ['№ з/п', 'Порода', 'Вік', 'Висота'],
    [1, 'дуб', 40, 12],
    [2, 'липа', 20, 9],
    [3, 'клен', 15, 7],
  ];

  it('are left out and told by their number, with no name', async () => {
    const below = [[], ['Начальник відділу', null, 'підпис', 'О. Вигаданко'], [], ['Виконавець', 'Килина Вигаданко']];
    const read = await tableOf(save('xlsx', [{ name: 'Дані', rows: [...table, ...below] }]));
    expect(read.cells).toHaveLength(3);
    const told = read.findings.find(({ code }) => code === 'notes-below');
    expect(told).toMatchObject({ count: 2, places: [] });
    expect(JSON.stringify(read.findings)).not.toContain('Вигаданко');
  });

  it('are records where records follow, and where posts are what the table is of', async () => {
    const between = [[], ['Начальник відділу', null, 'підпис'], [], [4, 'сосна', 33, 15]];
    expect((await tableOf(save('xlsx', [{ name: 'Дані', rows: [...table, ...between] }]))).cells).toHaveLength(7);
    const posts = [['Посада', 'Кількість'], ['Секретар', 1], ['Начальник', 2], [], ['Директор', 3]];
    expect((await tableOf(save('xlsx', [{ name: 'Штат', rows: posts }]))).cells.at(-1)).toEqual(['Директор', '3']);
  });
});

describe('tables beside one another on a sheet', () => {
  const rows = [
    ['Заклади освіти', null, null, null, null, 'Маршрути автобусів'],
    ['Назва', 'Учнів', 'Адреса', null, null, 'Номер', 'Від', 'До', 'Довжина, км'],
    ['Ліцей', 412, 'Нова, 1', null, null, 7, 'Вокзал', 'Парк', 12.5],
    ['Гімназія', 98, 'Лугова, 2', null, null, 9, 'Центр', 'Ліс', 8.1],
    ['Школа № 3', 201, 'Садова, 3', null, null, 11, 'Ринок', 'Озеро', 4],
    ['Школа № 4', 150, null],
    ['Школа № 5', 90, 'Зелена, 5'],
  ];

  it.each(['xlsx', 'biff8', 'ods'] as const)('%s: each is a part, nothing is glued or lost', async (type) => {
    const path = save(type, [{ name: 'Дані', rows }]);
    const left = await tableOf(path);
    expect(left.sheets.map(({ name, rows, columns }) => [name, rows, columns])).toEqual([
      ['Дані', 5, 3],
      ['Дані · Маршрути автобусів', 3, 4],
    ]);
    expect(left.headers).toEqual(['Назва', 'Учнів', 'Адреса']);
    expect(left.cells).toEqual(rows.slice(2).map((row) => row.slice(0, 3).map((cell) => String(cell ?? ''))));
    expect(left.findings.find(({ code }) => code === 'other-sheets')?.count).toBe(1);
    const right = await tableOf(path, { sheet: 'Дані · Маршрути автобусів' });
    expect(right.headers).toEqual(['Номер', 'Від', 'До', 'Довжина, км']);
    expect(right.cells).toEqual(rows.slice(2, 5).map((row) => row.slice(5).map(String)));
  });

  it('have merged cells, hidden columns and further tables below of their own', async () => {
    const dress: Dress = (sheet) => {
      sheet['!merges'] = [{ s: { r: 1, c: 4 }, e: { r: 2, c: 4 } }];
      sheet['!cols'] = [{}, {}, {}, {}, {}, { hidden: true }];
    };
    const path = save('xlsx', [
      {
        name: 'Дані',
        dress,
        rows: [
          ['Вулиця', 'Будинків', null, null, 'Округ', 'Виборців', 'Дільниць'],
          ['Нова', 12, null, null, 'Перший', 900, 2],
          ['Лугова', 7, null, null, null, 800, 1],
          [],
          ['Парк', 'Площа', 'Відкрито'],
          ['Міський', 4.5, '2020-01-05'],
          ['Садовий', 2.5, '2021-03-01'],
          ['Лісовий', 9.5, '2022-07-09'],
        ],
      },
    ]);
    const read = await tableOf(path, { sheet: 'Дані · таблиця 2' });
    expect(read.cells).toEqual([
      ['Перший', '900', '2'],
      ['Перший', '800', '1'],
    ]);
    expect(read.findings.find(({ code }) => code === 'hidden-columns')?.message.uk).toContain('«Виборців»');
    expect(read.sheets.map(({ name }) => name)).toEqual(['Дані', 'Дані · таблиця 2']);
  });

  it('with the same columns are one table set in two, and are joined and told', async () => {
    const path = save('xlsx', [
      {
        name: 'Список',
        rows: [
          ['№', 'Вулиця', null, '№', 'Вулиця'],
          [1, 'Нова', null, 4, 'Садова'],
          [2, 'Лугова', null, 5, 'Зелена'],
          [3, 'Вузька', null, 6, 'Тиха'],
        ],
      },
    ]);
    const read = await tableOf(path);
    expect(read.cells.map(([number]) => number)).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(codes(read)).toContain('joined-sheets');
  });

  it('are not told where a column is only left empty, or a remark stands aside', async () => {
    const spaced = save('xlsx', [
      {
        name: 'Дані',
        rows: [
          ['№', 'Назва', null, 'Адреса', 'Телефон'],
          [1, 'Ліцей', null, 'Нова, 1', '0441112233'],
          [2, 'Гімназія', null, 'Лугова, 2', '0441112244'],
        ],
      },
    ]);
    expect((await tableOf(spaced)).headers).toHaveLength(5);
    const remark = save('xlsx', [
      {
        name: 'Дані',
        rows: [
          ['Назва', 'Учнів', null, null, 'За даними на 1 вересня'],
          ['Ліцей', 412],
          ['Гімназія', 98, null, null, 'уточнити'],
        ],
      },
    ]);
    expect((await tableOf(remark)).sheets).toHaveLength(1);
  });

  it('stay one where a person names the row of headings', async () => {
    const path = save('xlsx', [{ name: 'Дані', rows }]);
    expect((await tableOf(path, { headerRow: 1 })).headers).toHaveLength(9);
  });
});

describe('workbooks of Excel 97–2003 by themselves', () => {
  const long = (at: number) => `Рядок ${at}: ${'довгий текст ґанку '.repeat((at * 7) % 60)}кінець`;
  const rows: unknown[][] = [
    ['Текст', 'Число', 'Формула', 'Так', 'Помилка', 'Latin'],
    ...Array.from({ length: 700 }, (_, at) => [
      long(at),
      at % 3 === 0 ? at / 8 : at % 3 === 1 ? -at * 100_000_007 : at,
      { t: 's', f: 'A1&"!"', v: `${at}!` },
      at % 2 === 0,
      { t: 'e', v: 7 },
      'x'.repeat(at % 90),
    ]),
  ];

  it.each([true, false])('gives the cells that another reader gives, texts in a list: %s', async (bookSST) => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Дані');
    const path = join(reader.folder, 'own.xls');
    writeFileSync(path, write(book, { type: 'buffer', bookType: 'biff8', bookSST }));
    const sheet = readBook(readFileSync(path), { cellText: true }).Sheets.Дані;
    const theirs = utils.sheet_to_json<unknown[]>(sheet ?? {}, { header: 1, raw: true, defval: '' }).slice(1);
    const read = await tableOf(path);
    expect(read.cells).toHaveLength(700);
    read.cells.forEach((row, at) => {
      const theirsRow = (theirs[at] ?? []).map((cell) => String(cell));
      expect([row[0], Number(row[1]), row[2], row[3], row[5]]).toEqual([
        theirsRow[0],
        Number(theirsRow[1]),
        theirsRow[2],
        theirsRow[3],
        theirsRow[5],
      ]);
      expect(row[4]).toBe('#DIV/0!');
    });
  });
});

describe('what a workbook hides', () => {
  const rows = [
    ['Адреса', 'Площа', 'Орендар'],
    ['Нова, 1', 20, 'Верба'],
    ['Нова, 2', 30, 'Клен'],
    ['Нова, 3', 40, 'Дуб'],
  ];
  const dress: Dress = (sheet) => {
    sheet['!rows'] = [{}, {}, { hidden: true }];
    sheet['!cols'] = [{}, {}, { hidden: true }];
  };

  it('rows and columns are taken and told, or left out when asked', async () => {
    const path = save('xlsx', [{ name: 'Оренда', rows, dress }]);
    const read = await tableOf(path);
    expect(read.cells).toHaveLength(3);
    const told = read.findings.find(({ code }) => code === 'hidden-rows');
    expect(told).toMatchObject({ count: 1, severity: 'warning', places: [{ row: 2 }] });
    const columns = read.findings.find(({ code }) => code === 'hidden-columns');
    expect(columns?.message.uk).toContain('«Орендар»');
    const without = await tableOf(path, { hidden: 'left-out' });
    expect(without.headers).toEqual(['Адреса', 'Площа']);
    expect(without.cells).toEqual([
      ['Нова, 1', '20'],
      ['Нова, 3', '40'],
    ]);
    expect(codes(without)).not.toContain('hidden-columns');
  });

  it('hidden rows and columns of other formats', async () => {
    // the writer of old workbooks knows hidden columns only
    const old = await tableOf(save('biff8', [{ name: 'Оренда', rows, dress }]));
    expect(codes(old)).toContain('hidden-columns');
    const binary = await tableOf(save('xlsb', [{ name: 'Оренда', rows, dress }]), { hidden: 'left-out' });
    expect(binary.cells).toEqual([
      ['Нова, 1', '20'],
      ['Нова, 3', '40'],
    ]);
  });

  it('of other formats too', async () => {
    // the writer of old workbooks knows hidden columns only
    const old = await tableOf(save('biff8', [{ name: 'Оренда', rows, dress }]));
    expect(codes(old)).toContain('hidden-columns');
    const binary = await tableOf(save('xlsb', [{ name: 'Оренда', rows, dress }]), { hidden: 'left-out' });
    expect(binary.cells).toEqual([
      ['Нова, 1', '20'],
      ['Нова, 3', '40'],
    ]);
  });

  it('a hidden sheet is not taken by itself, but can be', async () => {
    const path = save('xlsx', [
      { name: 'Таємне', rows: Array.from({ length: 50 }, (_, at) => ['а', at]), hidden: true },
      { name: 'Видиме', rows },
    ]);
    const read = await tableOf(path);
    expect(read.sheet).toBe('Видиме');
    expect(read.sheets[0]).toMatchObject({ name: 'Таємне', hidden: true });
    expect((await tableOf(path, { sheet: 'Таємне' })).rows).toBe(50);
  });
});

describe('formulas and links', () => {
  it('takes the values of formulas and tells of those without any', async () => {
    const sheet = strToU8(
      '<worksheet xmlns="x"><sheetData><row r="1"><c r="A1" t="str"><v>Назва</v></c><c r="B1" t="str"><v>Разом</v></c></row>' +
        '<row r="2"><c r="A2" t="str"><v>Парк</v></c><c r="B2"><f>1+1</f><v>2</v></c></row>' +
        '<row r="3"><c r="A3" t="str"><v>Сквер</v></c><c r="B3"><f>B2+1</f></c></row></sheetData></worksheet>',
    );
    const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const path = join(reader.folder, 'formulas.xlsx');
    writeFileSync(
      path,
      zipSync({
        'xl/workbook.xml': strToU8(
          `<workbook xmlns:r="${relation}"><sheets><sheet name="Аркуш" sheetId="1" r:id="a"/></sheets></workbook>`,
        ),
        'xl/_rels/workbook.xml.rels': strToU8(
          `<Relationships><Relationship Id="a" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
        ),
        'xl/worksheets/sheet1.xml': sheet,
        'xl/vbaProject.bin': strToU8('макрос'),
      }),
    );
    const read = await tableOf(path);
    expect(read.cells).toEqual([
      ['Парк', '2'],
      ['Сквер', ''],
    ]);
    expect(read.findings.find(({ code }) => code === 'formulas')?.count).toBe(2);
    expect(read.findings.find(({ code }) => code === 'formula-without-value')).toMatchObject({
      count: 1,
      places: [{ row: 2 }],
    });
    expect(codes(read)).toContain('macros');
  });

  it.each(['xlsx', 'biff8', 'ods'] as const)('%s: addresses behind texts get a column of their own', async (type) => {
    const rows = [
      ['Рішення', 'Дата'],
      ['Про бюджет', '2026-01-05'],
      ['Про парк', '2026-02-06'],
      ['Про школу', '2026-03-07'],
    ];
    const dress: Dress = (sheet) => {
      for (const at of [2, 3]) {
        const cell = sheet[`A${at}`];
        if (cell) cell.l = { Target: `https://rada.example/${at}?a=1&b=2` };
      }
      if (sheet.B4) sheet.B4.l = { Target: 'https://rada.example/day' };
    };
    const read = await tableOf(save(type, [{ name: 'Рішення', rows, dress }]));
    expect(read.headers).toEqual(['Рішення', 'Рішення (посилання)', 'Дата', 'Дата (посилання)']);
    expect(read.cells).toEqual([
      ['Про бюджет', 'https://rada.example/2?a=1&b=2', '2026-01-05', ''],
      ['Про парк', 'https://rada.example/3?a=1&b=2', '2026-02-06', ''],
      ['Про школу', '', '2026-03-07', 'https://rada.example/day'],
    ]);
    expect(read.findings.find(({ code }) => code === 'links-kept')?.count).toBe(3);
  });
});

describe('OpenDocument by itself', () => {
  const ods = (content: string) => {
    const path = join(reader.folder, 'own.ods');
    const kind = strToU8('application/vnd.oasis.opendocument.spreadsheet');
    writeFileSync(path, zipSync({ mimetype: [kind, { level: 0 }], 'content.xml': strToU8(content) }));
    return path;
  };
  const cell = (text: string, more = '') => `<table:table-cell ${more}><text:p>${text}</text:p></table:table-cell>`;

  it('reads repeated cells and rows, spaces, notes, times and lines as a person sees them', async () => {
    const read = await tableOf(
      ods(
        `<office:document-content><office:automatic-styles><style:style style:name="ta2"><style:table-properties table:display="false"/></style:style></office:automatic-styles>
        <table:table table:name="Графік" table:style-name="ta1"><table:table-column table:number-columns-repeated="1024"/>
        <table:table-row>${cell('Маршрут')}${cell('Час')}${cell('Примітка')}${cell('Частка')}</table:table-row>
        <table:table-row table:number-rows-repeated="2">${cell('7<text:s text:c="2"/>А')}
          <table:table-cell office:value-type="time" office:time-value="PT09H05M00S"><text:p>9:05</text:p></table:table-cell>
          <table:table-cell><office:annotation><text:p>таємна нотатка</text:p></office:annotation><text:p>рядок</text:p><text:p>другий</text:p></table:table-cell>
          <table:table-cell office:value-type="percentage" office:value="0.15"><text:p>15 %</text:p></table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
        </table:table><table:table table:name="Чернетка" table:style-name="ta2"><table:table-row>${cell('х')}</table:table-row></table:table></office:document-content>`,
      ),
    );
    expect(read.headers).toEqual(['Маршрут', 'Час', 'Примітка', 'Частка']);
    expect(read.cells).toEqual([
      ['7  А', '09:05:00', 'рядок\nдругий', '0.15'],
      ['7  А', '09:05:00', 'рядок\nдругий', '0.15'],
    ]);
    const shown = read.findings.find(({ code }) => code === 'shown-as-percent');
    expect(shown).toMatchObject({ count: 2, column: 3, columnName: 'Частка' });
    expect(read.sheets[1]).toMatchObject({ name: 'Чернетка', hidden: true });
  });

  it('refuses a file that repeats itself without end', async () => {
    const outcome = await reader.read(
      ods(
        `<a><table:table table:name="Бомба"><table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="string" table:number-columns-repeated="4000"><text:p>ха</text:p></table:table-cell></table:table-row></table:table></a>`,
      ),
    );
    expect(outcome).toMatchObject({ kind: 'refused', reason: { code: 'workbook-broken' } });
  });
});

describe('workbooks that cannot be read', () => {
  /** An OLE file with these streams, as old programs write. */
  const ole = (streams: readonly string[]) => {
    const file = CFB.utils.cfb_new();
    for (const name of streams) CFB.utils.cfb_add(file, `/${name}`, Buffer.alloc(5_000, 7));
    const path = join(reader.folder, 'old.xls');
    writeFileSync(path, CFB.write(file, { type: 'buffer' }) as Buffer);
    return path;
  };

  it.each([
    ['workbook-password', ['EncryptionInfo', 'EncryptedPackage']],
    ['file-ole', ['WordDocument', '1Table']],
    ['workbook-broken', ['Workbook']],
  ])('%s', async (code, streams) => {
    expect(await reader.read(ole(streams))).toMatchObject({ kind: 'refused', reason: { code } });
  });

  it('a workbook cut short is told as damaged', async () => {
    const path = save('biff8', [{ name: 'Аркуш', rows: [['Назва'], ['Парк']] }]);
    writeFileSync(path, readFileSync(path).subarray(0, 1_200));
    expect(await reader.read(path)).toMatchObject({ kind: 'refused', reason: { code: 'workbook-broken' } });
  });
});

it('letters of Windows-1251 in a workbook of Excel 5 are read by its code page', async () => {
  const rows = [
    ['Name', 'Count'],
    ['AAAAAAAA', 5],
  ];
  const path = save('biff5', [{ name: 'Sheet', rows }]);
  // the writer knows Latin letters only: the bytes of «Їдальня1» and the code page are put in by hand
  const bytes = readFileSync(path);
  bytes.set([0xaf, 0xe4, 0xe0, 0xeb, 0xfc, 0xed, 0xff, 0x31], bytes.indexOf('AAAAAAAA', 0, 'latin1'));
  const page = bytes.indexOf(Buffer.from([0x42, 0x00, 0x02, 0x00]));
  bytes.writeUInt16LE(1251, page + 4);
  writeFileSync(path, bytes);
  expect((await tableOf(path)).cells).toEqual([['Їдальня1', '5']]);
});
