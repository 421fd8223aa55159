import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { makeReader } from '../../../../tests/walks/read-for-tests.ts';
import type { ReadingChoices } from '../../text-table.ts';

const reader = makeReader();
afterAll(() => reader.close());

async function outcomeOf(text: string | Uint8Array, choices?: ReadingChoices) {
  const path = join(reader.folder, 'data.xml');
  writeFileSync(path, text);
  return reader.read(path, choices);
}

async function table(text: string | Uint8Array, choices?: ReadingChoices) {
  const outcome = await outcomeOf(text, choices);
  if (outcome.kind === 'refused') throw new Error(outcome.reason.code);
  return { ...outcome.table, cells: await reader.cells(outcome.table) };
}

const CONTRACTS = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE contracts SYSTEM "contracts.dtd">
<d:contracts xmlns:d="urn:x" xmlns:xsi="urn:i" xsi:schemaLocation="a b" year="2026">
  <updated>2026-03-01</updated>
  <d:contract id="7"><tenant><name>ФГ «Колос»</name><code/></tenant><sum currency="UAH">100.50</sum>
    <phone>0322-1</phone><phone>0322-2</phone>
    <parcel area="1.5"><number>4610100000:01:001:0001</number></parcel>
    <parcel area="2"><number>4610100000:01:001:0002</number></parcel></d:contract>
  <d:contract id="8"><tenant><name><![CDATA[ТОВ <Нива>]]></name><code>00012345</code></tenant><sum currency="UAH">7</sum>
    <phone>0322-3</phone><parcel area="0.25"><number>4610100000:01:001:0003</number></parcel></d:contract>
</d:contracts>`;

describe('XML', () => {
  test('what repeats is a row; attributes and nested elements are columns, plain lists one cell', async () => {
    const read = await table(CONTRACTS);
    expect(read.headers).toEqual(['id', 'tenant.name', 'tenant.code', 'sum', 'sum.currency', 'phone']);
    expect(read.cells).toEqual([
      ['7', 'ФГ «Колос»', '', '100.50', 'UAH', '0322-1; 0322-2'],
      ['8', 'ТОВ <Нива>', '00012345', '7', 'UAH', '0322-3'],
    ]);
    expect(read.findings.map(({ code }) => code)).toEqual(['other-sheets', 'beside-list', 'joined-values']);
    expect(read.findings[1]?.places.map(({ value }) => value)).toEqual(['contracts.year: 2026', 'updated: 2026-03-01']);
    expect(read.sheets).toMatchObject([
      { name: 'contract', rows: 2, columns: 6 },
      { name: 'contract.parcel', rows: 3, headers: ['contract.id', 'area', 'number'] },
    ]);
  });

  test('records inside a record are a table of their own with the key of theirs', async () => {
    const read = await table(CONTRACTS, { sheet: 'contract.parcel' });
    expect(read.cells).toEqual([
      ['7', '1.5', '4610100000:01:001:0001'],
      ['7', '2', '4610100000:01:001:0002'],
      ['8', '0.25', '4610100000:01:001:0003'],
    ]);
  });

  test('records with no field that names them surely are numbered on both sides', async () => {
    const streets = (code: string) => `<street><code>${code}</code><house n="1"/><house n="2"/></street>`;
    const text = `<list>${streets('5')}${streets('5')}</list>`;
    expect(await table(text)).toMatchObject({
      headers: ['Номер запису', 'code'],
      cells: [
        ['1', '5'],
        ['2', '5'],
      ],
    });
    expect(await table(text, { sheet: 'street.house' })).toMatchObject({
      headers: ['street.Номер запису', 'n'],
      cells: [
        ['1', '1'],
        ['1', '2'],
        ['2', '1'],
        ['2', '2'],
      ],
    });
  });

  test('the encoding is the declared one, unless the bytes are another', async () => {
    const body = '<rows><row><name>Їжак і ґава</name></row><row><name>Площа</name></row></rows>';
    const bytes = (declared: string, inverse: Record<string, number>) =>
      Buffer.from(
        [...`<?xml version='1.0' encoding='${declared}'?>${body}`].map(
          (letter) => inverse[letter] ?? letter.charCodeAt(0),
        ),
      );
    const windows: Record<string, number> = {};
    const decoder = new TextDecoder('windows-1251');
    for (let code = 128; code < 256; code++) windows[decoder.decode(Uint8Array.of(code))] = code;
    for (const declared of ['windows-1251', 'UTF-8']) {
      const read = await table(bytes(declared, windows));
      expect(read.encoding).toBe('windows-1251');
      expect(read.cells).toEqual([['Їжак і ґава'], ['Площа']]);
    }
    expect((await table(Buffer.from(`\ufeff<?xml version="1.0"?>${body}`, 'utf16le'))).cells[0]).toEqual([
      'Їжак і ґава',
    ]);
  });

  test('a document of one record, of one list of values, of two lists', async () => {
    expect(await table('<card><name>Школа</name><place><city>Мирне</city></place></card>')).toMatchObject({
      headers: ['name', 'place.city'],
      cells: [['Школа', 'Мирне']],
    });
    expect((await table('<names><name>А</name><name>Б</name></names>')).cells).toEqual([['А'], ['Б']]);
    const two = await table('<x><a k="1"/><a k="2"/><b z="1" y="2"/><b z="3" y="4"/><b z="5" y="6"/></x>');
    expect(two.sheet).toBe('b');
    expect(two.sheets.map(({ name, rows }) => [name, rows])).toEqual([
      ['a', 2],
      ['b', 3],
    ]);
  });

  test('harm and damage are refused with the way out', async () => {
    const bomb = `<!DOCTYPE z [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><z><r>&b;</r><r>&b;</r></z>`;
    const external = `<!DOCTYPE z [<!ENTITY x SYSTEM "file:///etc/passwd">]><z><r>&x;</r><r>1</r></z>`;
    const refused = {
      'xml-entities': [bomb, external],
      'xml-broken': ['<a><b>1</b><b>2</a>', '<a><b>1</b><b>2</b>', '<a><b>&nbsp;</b><b>1</b></a>'],
      'xml-too-deep': ['<a>'.repeat(200)],
      // two lists of one name: each is a record, and the larger would stand in memory whole
      'xml-too-long': [`<x><l>${'<i a="1"/>'.repeat(500_001)}</l><l/></x>`],
      'xml-no-records': ['<a/>'],
      'xml-rdf': ['<rdf:RDF xmlns:rdf="u"><rdf:Description/><rdf:Description/></rdf:RDF>'],
      'no-such-sheet': [],
    };
    for (const [code, texts] of Object.entries(refused)) {
      for (const text of texts)
        expect(await outcomeOf(text), text).toMatchObject({ kind: 'refused', reason: { code } });
    }
    expect(await outcomeOf(CONTRACTS, { sheet: 'zzz' })).toMatchObject({ reason: { code: 'no-such-sheet' } });
  });
});
