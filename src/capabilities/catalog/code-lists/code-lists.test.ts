import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { XmlDocument } from 'libxml2-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { setUpCommunity } from '../../../../tests/support/publish-file.ts';
import { VISITOR } from '../../../kernel/actor.ts';
import type { RequestError } from '../../../kernel/errors.ts';
import {
  acceptProposal,
  changeCodeList,
  changeStructure,
  codeListAsPackage,
  codeListsOfFields,
  codeListsOfUnit,
  codeListVersions,
  createCodeList,
  createDataset,
  findResource,
  findShownCodeList,
  loadCodeListVersion,
  loadProposal,
  proposeCodes,
  type StructureField,
  structureAsCsv,
  structureAsCsvw,
  structureAsTableSchema,
  structureAsXsd,
  valuesOf,
} from '../index.ts';
import { codesOfCells } from './code-list-cells.ts';
import { codeListAsCsv, codesOfText, differenceOf, mergeCodes } from './code-list-rules.ts';
import { codifierOf } from './codifiers.ts';

let test: TestContext;
let unitId: string;
beforeAll(async () => {
  test = await makeTestContext({ now: '2026-03-02T10:00:00+02:00' });
  unitId = await setUpCommunity(test);
});
afterAll(() => test.close());

const FIELD: StructureField = {
  name: 'surface',
  title: 'Покриття',
  type: 'text',
  format: '',
  unit: '',
  purpose: 'Чим вкрита дорога',
  required: true,
  identifier: false,
  sensitivity: 'open',
  geometry: null,
  sourceColumn: 0,
};
const codeOf = (deed: Promise<unknown>) =>
  deed.then(
    () => 'done',
    (error: RequestError) => error.code,
  );

describe('lines of a list', () => {
  it('come by semicolons, tabs, commas, with a heading and quotes', () => {
    expect(codesOfText('код;назва\n1;асфальт\r\n"2";"щебінь; гравій"\n\n').codes).toEqual([
      { code: '1', name: 'асфальт' },
      { code: '2', name: 'щебінь; гравій' },
    ]);
    expect(codesOfText('А\tасфальт').codes).toEqual([{ code: 'А', name: 'асфальт' }]);
    expect(codesOfText('1,асфальт').codes).toEqual([{ code: '1', name: 'асфальт' }]);
  });

  it('a line without a name and a code given twice are told with their numbers', () => {
    const { faults } = codesOfText('1;асфальт\n2\n1;бетон');
    expect(faults.map(({ text }) => text.uk.slice(0, 8))).toEqual(['Рядок 2:', 'Рядок 3:']);
  });

  it('a retired code keeps its name, is not given to another value, and comes back only as what it was', () => {
    const before = [{ code: '1', name: 'асфальт', retiredOn: '2026-01-01' }];
    const again = mergeCodes(before, [{ code: '1', name: 'бетон' }], { only: false, today: '2026-03-02' });
    expect(again.codes).toEqual(before);
    expect(again.faults[0]?.text.uk).toContain('виведено з ужитку');
    const same = mergeCodes(before, [{ code: '1', name: 'асфальт' }], { only: true, today: '2026-03-02' });
    expect(same).toEqual({ codes: [{ code: '1', name: 'асфальт', retiredOn: null }], faults: [] });
    expect(differenceOf(before, same.codes)).toMatchObject({ added: [{ code: '1' }], retired: [] });
  });
});

describe('code lists', () => {
  it('are made, changed, retired, and never lose a code', async () => {
    const { ctx } = test;
    const list = await createCodeList(ctx, {
      name: '  Покриття   доріг ',
      unitId,
      codes: [
        { code: '1', name: 'асфальт' },
        { code: '2', name: 'бруківка' },
      ],
    });
    expect(list).toMatchObject({ name: 'Покриття доріг', slug: 'pokryttia-dorih' });
    const changed = await changeCodeList(ctx, list.id, { codes: [{ code: '3', name: 'щебінь' }], only: true });
    expect(changed.codes.map(({ code, retiredOn }) => [code, retiredOn])).toEqual([
      ['1', '2026-03-02'],
      ['2', '2026-03-02'],
      ['3', null],
    ]);
    const [stored] = await codeListsOfUnit(ctx, unitId);
    expect(stored).toMatchObject({ inUse: 1, retired: 2 });
    expect(changed.version).toBe(2);
    const renamed = await changeCodeList(ctx, list.id, { name: 'Покриття', codes: [] });
    expect([renamed.name, renamed.version]).toEqual(['Покриття', 2]); // a version is of the codes
    await changeCodeList(ctx, list.id, { name: 'Покриття доріг' });
    expect(await codeListVersions(ctx, list.id)).toMatchObject([
      { number: 2, added: 1, renamed: 0, retired: 2 },
      { number: 1, added: 2, renamed: 0, retired: 0 },
    ]);
    expect((await loadCodeListVersion(ctx, list.id, 1)).codes.map(({ retiredOn }) => retiredOn)).toEqual([null, null]);
    expect(await codeOf(changeCodeList(ctx, list.id, { codes: [{ code: '1', name: 'інше' }] }))).toBe('form-invalid');
    expect(await codeOf(changeCodeList(test.as(VISITOR), list.id, { retire: ['3'] }))).toBe('signed-out');
    expect(await codeOf(findShownCodeList(test.as(VISITOR), list.slug))).toBe('code-list-not-found');
  });

  it('a structure points to one, keeps allowed values, and gives no example of a restricted column', async () => {
    const { ctx } = test;
    const list = await createCodeList(ctx, { name: 'Стани', unitId, codes: [{ code: 'добрий', name: 'добрий стан' }] });
    const dataset = await createDataset(ctx, { unitId, title: 'Дороги', resource: { kind: 'table', title: 'Дороги' } });
    const id = dataset.resources[0]?.id ?? '';
    const fields: StructureField[] = [
      { ...FIELD, codeList: list.id, allowed: [], examples: ['добрий'] },
      { ...FIELD, name: 'kind', title: 'Вид', allowed: ['вулиця', 'провулок'] },
      { ...FIELD, name: 'owner', title: 'Власник', sensitivity: 'restricted', examples: ['Іван'] },
    ];
    await changeStructure(ctx, id, { fields });
    const stored = (await findResource(ctx, id))?.structure.fields ?? [];
    expect(stored[0]).toEqual({ ...FIELD, codeList: list.id, examples: ['добрий'] });
    expect(stored[1]).toEqual({ ...FIELD, name: 'kind', title: 'Вид', allowed: ['вулиця', 'провулок'] });
    expect(stored[2]?.examples).toBeUndefined();
    const lists = await codeListsOfFields(ctx, stored);
    expect(stored.map((field) => valuesOf(field, lists))).toEqual([['добрий'], ['вулиця', 'провулок'], null]);
  });
});

describe('a list from a file', () => {
  const write = async (text: string, name: string) => {
    const path = join(await test.ctx.objects.workFolder(), name);
    await writeFile(path, text);
    return { path, fileName: name };
  };

  it('columns are told by their headings, and levels of territories become codes with the code above', () => {
    const streets = codesOfCells(
      ['№ коду', 'Тип', 'Назва вулиці'],
      [
        ['17', 'вулиця', 'Садова'],
        ['18', 'провулок', 'Тихий '],
        [null, '', ' '],
      ],
    );
    expect(streets).toEqual({
      codes: [
        { code: '17', name: 'Садова', category: 'вулиця' },
        { code: '18', name: 'Тихий', category: 'провулок' },
      ],
      faults: [],
    });
    const [region, district, community] = ['UA99000000000000001', 'UA99010000000000002', 'UA99010010000000003'];
    const levels = codesOfCells(
      ['Перший рівень', 'Другий рівень', 'Третій рівень', 'Категорія об’єкта', 'Назва об’єкта'],
      [
        [region, null, null, 'O', 'Вигадана'],
        [region, district, null, 'P', 'Вигаданий'],
        [region, district, community, 'H', 'Вигадана '],
      ],
    );
    expect(levels.codes).toEqual([
      { code: region, name: 'Вигадана', category: 'O' },
      { code: district, name: 'Вигаданий', category: 'P', parent: region },
      { code: community, name: 'Вигадана', category: 'H', parent: district },
    ]);
    const twice = codesOfCells(
      ['Код', 'Назва'],
      [
        ['1', 'а'],
        ['1', 'б'],
        ['', 'в'],
      ],
    );
    expect(twice.faults.map(({ text }) => text.uk.slice(0, 8))).toEqual(['Рядок 2:', 'Рядок 3:']);
  });

  it('shows what it changes, changes nothing until it is accepted, and never gives a code again', async () => {
    const { ctx } = test;
    const list = await createCodeList(ctx, {
      name: 'Вулиці',
      unitId,
      codes: [
        { code: '1', name: 'Шкільна' },
        { code: '2', name: 'Стара' },
      ],
    });
    const id = await proposeCodes(ctx, list.id, await write('Код;Назва\n1;Освітня\n3;Нова\n', 'vulytsi.csv'));
    const { difference, faults, given } = await loadProposal(ctx, id);
    expect([given, faults]).toEqual([2, []]);
    expect(difference).toMatchObject({
      added: [{ code: '3', name: 'Нова' }],
      renamed: [{ code: '1', from: 'Шкільна', to: 'Освітня' }],
      retired: [{ code: '2', name: 'Стара' }],
    });
    expect((await codeListsOfUnit(ctx, unitId)).find(({ id: one }) => one === list.id)).toMatchObject({ version: 1 });
    expect(await codeOf(acceptProposal(test.as(VISITOR), id, true))).toBe('signed-out');
    const after = await acceptProposal(ctx, id, true);
    expect(after.codes.map(({ code, name, retiredOn }) => [code, name, retiredOn])).toEqual([
      ['1', 'Освітня', null],
      ['2', 'Стара', '2026-03-02'],
      ['3', 'Нова', null],
    ]);
    expect(await codeOf(acceptProposal(ctx, id, true))).toBe('code-proposal-not-found');
    const again = await proposeCodes(ctx, list.id, await write('Код;Назва\n2;Зовсім інша\n', 'again.csv'));
    expect((await loadProposal(ctx, again)).faults[0]?.text.uk).toContain('удруге його не дають');
    expect(await codeOf(proposeCodes(ctx, list.id, await write('', 'empty.csv')))).toBe('form-invalid');
    // the file a list is downloaded as changes nothing: its retired codes stay retired
    const same = await proposeCodes(ctx, list.id, await write(codeListAsCsv(after), 'codes.csv'));
    expect(await loadProposal(ctx, same)).toMatchObject({
      given: 2,
      difference: { added: [], renamed: [], retired: [] },
      sweeping: false,
    });
  });

  it('that serves as the codifier of territories is asked only for columns of that kind', async () => {
    const { ctx } = test;
    expect(await codifierOf(ctx)('katottg')).toBeNull();
    await createCodeList(ctx, {
      name: 'КАТОТТГ',
      unitId: null,
      serves: 'katottg',
      codes: [{ code: 'UA99010010000000003', name: 'Вигадана', category: 'H' }],
    });
    expect(await codifierOf(ctx)('katottg')).toEqual({
      values: ['UA99010010000000003'],
      names: ['Вигадана'],
      codeList: 'КАТОТТГ',
    });
    expect(await codifierOf(ctx)('money')).toBeNull();
  });
});

describe('a structure with narrowed values, for programs', () => {
  const list = {
    id: '00000000-0000-7000-8000-000000000001',
    name: 'Покриття',
    slug: 'pokryttia',
    unitId: null,
    shown: true,
    shownVersion: 1,
    serves: null,
    source: '',
    version: 1,
    codes: [
      { code: '1', name: 'асфальт', retiredOn: null },
      { code: '2.a', name: 'бруківка', retiredOn: '2026-01-01' },
    ],
  };
  const structure = {
    fields: [
      { ...FIELD, codeList: list.id, examples: ['1'], identifier: true },
      { ...FIELD, name: 'lanes', title: 'Смуг', type: 'integer' as const, allowed: ['1', '2'], required: false },
      { ...FIELD, name: 'secret', title: 'Таємне', sensitivity: 'restricted' as const, allowed: ['х'] },
    ],
  };
  const tools = { lists: new Map([[list.id, list]]), codeListsAt: 'https://data.example.org/code-lists' };

  it('Table Schema: enum, example, foreign key to the code list', () => {
    const schema = structureAsTableSchema(structure, tools);
    expect(schema.fields[0]).toMatchObject({ example: '1', constraints: { required: true, enum: ['1', '2.a'] } });
    expect(schema.fields[1]?.constraints).toEqual({ enum: ['1', '2'] });
    expect(schema.foreignKeys).toEqual([
      {
        fields: 'surface',
        reference: {
          package: 'https://data.example.org/code-lists/pokryttia.json',
          resource: 'pokryttia',
          fields: 'code',
        },
      },
    ]);
    expect(codeListAsPackage(list, 'https://data.example.org/code-lists/pokryttia').resources[0]).toMatchObject({
      name: 'pokryttia',
      path: 'https://data.example.org/code-lists/pokryttia.csv',
      schema: { primaryKey: ['code'] },
    });
    const csv = structureAsCsv(structure, tools);
    expect(csv).toContain('https://data.example.org/code-lists/pokryttia.csv');
    expect(csv).toContain('1; 2');
    expect(csv).not.toContain('Таємне');
  });

  it('references to tables: foreign keys by the package of the other dataset, several columns together', () => {
    const there = (titles: string[]) => ({
      resourceId: '00000000-0000-7000-8000-00000000000a',
      resourceTitle: 'Вулиці',
      datasetTitle: 'Вулиці',
      slug: 'vulytsi',
      tableId: 't1',
      titles: new Map(titles.map((title) => [title, title])),
    });
    const resource = there([]).resourceId;
    const fields = [
      { ...FIELD, name: 'street', reference: { resource, field: 'code' } },
      { ...FIELD, name: 'school', reference: { resource, field: 'name', key: 'k' } },
      { ...FIELD, name: 'year', reference: { resource, field: 'year', key: 'k' } },
    ];
    const more = {
      ...tools,
      tables: new Map([[resource, there(['code', 'name', 'year'])]]),
      datasetsAt: 'https://data.example.org/datasets',
      csvOf: () => 'https://data.example.org/download/v.csv',
    };
    const at = { package: 'https://data.example.org/datasets/vulytsi/datapackage.json', resource };
    expect(structureAsTableSchema({ fields }, more).foreignKeys).toEqual([
      { fields: 'street', reference: { ...at, fields: 'code' } },
      { fields: ['school', 'year'], reference: { ...at, fields: ['name', 'year'] } },
    ]);
    expect(structureAsCsvw({ fields }, { title: 'Будинки', url: 'u', language: 'uk' }, more)).toMatchObject({
      tableSchema: {
        foreignKeys: [
          { columnReference: ['street'], reference: { resource: more.csvOf(), columnReference: ['code'] } },
          { columnReference: ['school', 'year'], reference: { columnReference: ['name', 'year'] } },
        ],
      },
    });
    // what the public does not have is not referred to
    const closed = { ...more, tables: new Map([[resource, there(['code'])]]) };
    expect(structureAsTableSchema({ fields }, closed).foreignKeys).toHaveLength(1);
    expect(structureAsTableSchema({ fields }, tools).foreignKeys).toBeUndefined();
  });

  it('XSD: enumerations, and the schema is well-formed', () => {
    const xsd = structureAsXsd(structure.fields, { title: 'Дороги', decimalSign: 'dot', lists: tools.lists });
    expect(xsd).toContain('<xs:enumeration value="2.a"/>');
    expect(xsd).toContain('<xs:restriction base="xs:long"><xs:enumeration value="1"/>');
    XmlDocument.fromString(xsd).dispose();
  });

  it('CSVW: the members its vocabulary requires', () => {
    const url = 'https://data.example.org/download/t.csv';
    const { '@context': context, ...group } = structureAsCsvw(
      structure,
      { title: 'Дороги', url, language: 'uk' },
      tools,
    );
    // https://www.w3.org/TR/tabular-metadata/: @context; a table group has tables, a table its url; columns have names and titles
    expect(context).toEqual(['http://www.w3.org/ns/csvw', { '@language': 'uk' }]);
    if (!('tables' in group) || !group.tables) throw new Error('a structure with a code list is a group of tables');
    expect(group.tables.map((table) => table.url)).toEqual([url, 'https://data.example.org/code-lists/pokryttia.csv']);
    for (const { tableSchema } of group.tables)
      for (const column of tableSchema.columns)
        expect(column).toMatchObject({ name: expect.stringMatching(/^[A-Za-z]\w*$/), titles: expect.any(String) });
    const [main] = group.tables;
    expect(main?.tableSchema).toMatchObject({
      primaryKey: ['surface'],
      foreignKeys: [
        {
          columnReference: 'surface',
          reference: { resource: 'https://data.example.org/code-lists/pokryttia.csv', columnReference: 'code' },
        },
      ],
    });
    expect(main?.tableSchema.columns[0]).toMatchObject({ datatype: { base: 'string', format: '1|2\\.a' } });
    const plain = structureAsCsvw({ fields: structure.fields.slice(1) }, { title: 'Дороги', url, language: 'uk' });
    expect(plain).toMatchObject({ url, tableSchema: { columns: [{ name: 'lanes', datatype: 'integer' }] } });
  });
});
