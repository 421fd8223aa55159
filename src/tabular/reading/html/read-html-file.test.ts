import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { makeReader } from '../../../../tests/walks/read-for-tests.ts';
import type { ReadingChoices } from '../../text-table.ts';

const reader = makeReader();
afterAll(() => reader.close());

async function outcomeOf(text: string | Uint8Array, choices?: ReadingChoices) {
  const path = join(reader.folder, 'report.xls');
  writeFileSync(path, text);
  return reader.read(path, choices);
}

async function table(text: string | Uint8Array, choices?: ReadingChoices) {
  const outcome = await outcomeOf(text, choices);
  if (outcome.kind === 'refused') throw new Error(outcome.reason.code);
  return { ...outcome.table, cells: await reader.cells(outcome.table) };
}

const rows = (count: number) =>
  Array.from({ length: count }, (_, at) => `<tr><td>${at + 1}<td class=x>Школа&nbsp;№&#160;${at + 1}</tr>`).join('');

describe('tables of a page', () => {
  test('are read as browsers show them: open cells, references, comments, scripts, breaks', async () => {
    const page = `<!DOCTYPE html><html><head><meta charset=utf-8><style>td{a:"<td>"}</style></head><body>
      <!--[if gte mso 9]><xml><table><tr><td>ні</td></tr></table></xml><![endif]-->
      <script>var x = "<table><tr><td>ні</td></tr></table>";</script>
      <TABLE border=1 title="a>b"><tr><th>Код<th>Назва<br>закладу<th>Сума</tr>${rows(3)}
      <tr><td>7</td><td><a href="x">ТОВ &laquo;Нива&raquo;</a> <b>&lt;1&gt;</b></td><td x:num="1234.5">1 234,50</td></tr></TABLE>`;
    const read = await table(page);
    expect(read).toMatchObject({ format: 'html', headers: ['Код', 'Назва\nзакладу', 'Сума'], rows: 4 });
    expect(read.cells[0]).toEqual(['1', 'Школа\u00a0№\u00a01', '']);
    expect(read.cells[3]).toEqual(['7', 'ТОВ «Нива» <1>', '1234.5']);
  });

  test('several are parts named by their captions and headings; one inside another is its own', async () => {
    const page = `<h2>Вулиці</h2><table>${rows(5)}</table><table><caption> Школи </caption>${rows(2)}</table>
      <table><tr><td>меню<table>${rows(9)}</table></td></tr></table>`;
    const read = await table(page);
    expect(read.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['Вулиці', 'Школи']));
    expect(read.rows).toBeGreaterThanOrEqual(8);
    expect((await table(page, { sheet: 'Школи', headerRow: null })).rows).toBe(2);
  });

  test('merged cells fill what they cover', async () => {
    const read = await table(`<table><tr><th>Село<th>Вулиця<th>Дім</tr>
      <tr><td rowspan=2>Мирне<td>Лісова<td>1</tr><tr><td>Садова<td>2</tr><tr><td>Дачне<td>Польова<td>3</tr></table>`);
    expect(read.cells.map((row) => row.slice(0, 3))).toEqual([
      ['Мирне', 'Лісова', '1'],
      ['Мирне', 'Садова', '2'],
      ['Дачне', 'Польова', '3'],
    ]);
  });

  test('letters are the declared ones; a page without a table is refused', async () => {
    // «Їжа» by Windows-1251
    const bytes = Buffer.concat([
      Buffer.from(
        '<html><meta http-equiv=Content-Type content="text/html; charset=windows-1251"><table><tr><td>a</td></tr><tr><td>',
      ),
      Buffer.from([0xaf, 0xe6, 0xe0]),
      Buffer.from('</td></tr></table>'),
    ]);
    expect(await table(bytes, { headerRow: 0 })).toMatchObject({ encoding: 'windows-1251', cells: [['Їжа']] });
    expect(await outcomeOf('<html><body><p>Новини громади</p></body></html>')).toMatchObject({
      reason: { code: 'file-html' },
    });
    expect(await outcomeOf('<html><table><tr><td')).toMatchObject({ reason: { code: 'file-html' } });
  });

  test('a page made to fill the memory or to be walked for ever is refused', async () => {
    const pages = {
      'cells that span without end': `<table><tr>${'<td colspan=1000>'.repeat(1_000)}</table>`,
      'tables in tables': '<table>'.repeat(10_000),
      'a cell of nothing but letters': `<table><tr><td>${'а'.repeat(9_000_000)}`,
    };
    for (const [what, page] of Object.entries(pages))
      expect(await outcomeOf(`<html>${page}`), what).toMatchObject({ reason: { code: 'file-html' } });
  });

  test('tags whose quotes never close cost no more than others', async () => {
    const read = await table(
      `<table><tr><td>Код<td>Назва</tr>${rows(2)}<tr><td>${'<a '.repeat(200_000)}"><td>б</tr></table>`,
    );
    expect(read.rows).toBe(3);
    expect((await table(`<table>${rows(3)}</table>${'<a '.repeat(700_000)}`)).rows).toBeGreaterThanOrEqual(2);
  });
});

describe('Excel 2003 XML', () => {
  const sheet = (name: string, body: string) => `<Worksheet ss:Name="${name}"><Table>${body}</Table></Worksheet>`;
  const cell = (type: string, value: string, more = '') =>
    `<Cell${more}><Data ss:Type="${type}">${value}</Data></Cell>`;
  const book = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
    <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
    ${sheet(
      'Договори',
      `<Row>${cell('String', 'Номер')}${cell('String', 'Дата')}${cell('String', 'Сума')}</Row>
      <Row>${cell('String', '001')}${cell('DateTime', '2026-01-31T00:00:00.000')}${cell('Number', '10.5')}</Row>
      <Row ss:Index="4">${cell('String', '002')}${cell('Number', '7', ' ss:Index="3"')}</Row>`,
    )}
    ${sheet('Інше', `<Row>${cell('String', 'А')}</Row><Row>${cell('Boolean', '1')}</Row>`)}</Workbook>`;

  test('is a workbook: sheets, gaps of rows and cells, days', async () => {
    const read = await table(book);
    expect(read).toMatchObject({ sheet: 'Договори', headers: ['Номер', 'Дата', 'Сума'] });
    expect(read.cells).toEqual([
      ['001', '2026-01-31', '10.5'],
      ['', '', ''],
      ['002', '', '7'],
    ]);
    expect((await table(book, { sheet: 'Інше' })).cells).toEqual([['true']]);
    expect(await outcomeOf(book.replace('</Workbook>', ''))).toMatchObject({ reason: { code: 'xml-broken' } });
  });
});
