import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { draftDataset, giveFile, setUpCommunity } from '../../../tests/support/publish-file.ts';
import type { Context } from '../../platform/context.ts';
import {
  addResource,
  changePassport,
  createDataset,
  type Dataset,
  findCard,
  loadDataset,
  searchCards,
} from '../catalog/index.ts';
import { listHistory } from '../history/index.ts';
import { findStoredDownload, openTable, parseRowQuery, queryRows } from '../tables/index.ts';
import {
  confirmUnchanged,
  findPublication,
  findPublicFile,
  findPublicTable,
  listVersions,
  loadVersion,
  publicationFaults,
  publishDataset,
  reopenDataset,
  suspendDataset,
  withdrawDataset,
} from './index.ts';

const FIRST = `Номер школи;Назва;Район;Кількість учнів;Дата відкриття;Телефон
101;Гімназія «Сокіл»;Центр;520;2001-09-01;0671112233
102;Ліцей № 2;Схід;640;1985-09-01;0672223344
103;Школа № 3;Захід;310;1970-09-01;0673334455
`;
/** 101 and 103 changed, 102 gone, 104 and 105 new. */
const SECOND = `Номер школи;Назва;Район;Кількість учнів;Дата відкриття;Телефон
101;Гімназія «Сокіл»;Центр;530;2001-09-01;0671112233
103;Школа № 3;Захід;315;1970-09-01;0673334455
104;Ліцей № 4;Північ;200;2022-09-01;0674445566
105;Ліцей № 5;Північ;210;2023-09-01;0675556677
`;

let test: TestContext;
let ctx: Context;
let unitId: string;

beforeAll(async () => {
  test = await makeTestContext();
  ctx = test.ctx;
  unitId = await setUpCommunity(test);
});
afterAll(() => test.close());

const SCHOOLS = { restricted: ['Телефон'], identifier: ['Номер школи'] };

function give(dataset: Dataset, text: string, name: string, originalPublic = false): Promise<void> {
  test.clock.set(new Date(test.clock.now().getTime() + 1000)); // the newest file is told by its time
  return giveFile(test, dataset, { ...SCHOOLS, text, name, originalPublic });
}

function draft(title: string, text = FIRST): Promise<Dataset> {
  return draftDataset(test, unitId, title, { ...SCHOOLS, text, name: 'школи.csv' });
}

async function rowsOf(tableId: string, query = '') {
  const { manifest } = await openTable(ctx, tableId);
  return queryRows(ctx, tableId, parseRowQuery(manifest.columns, new URLSearchParams(query)));
}

describe('the walk of a publication', () => {
  let dataset: Dataset;
  let firstTable: string;

  it('tells what is missing, each in its step', async () => {
    const created = await createDataset(ctx, {
      unitId,
      title: 'Порожній',
      resource: { kind: 'table', title: 'Таблиця' },
    });
    const faults = await publicationFaults(ctx, created.id);
    expect(new Set(faults.map(({ step }) => step))).toEqual(new Set(['file', 'passport']));
    await expect(publishDataset(ctx, created.id)).rejects.toMatchObject({
      kind: 'invalid',
      code: 'not-ready-to-publish',
    });
    expect(await findCard(ctx, created.id)).toBeNull();
  });

  it('publishes version 1: card, search, rows, restricted original', async () => {
    dataset = await draft('Перелік закладів освіти');
    expect(await publicationFaults(ctx, dataset.id)).toEqual([]);
    const version = await publishDataset(ctx, dataset.id);
    expect(version).toMatchObject({ number: 1, changes: null });
    const card = await findCard(ctx, dataset.slug);
    expect(card).toMatchObject({ state: 'published', versionNumber: 1, versionId: version.id, closure: null });
    expect((await searchCards(ctx, { q: 'заклад освіти', page: 1, size: 10 })).items[0]?.datasetId).toBe(dataset.id);
    expect((await loadDataset(ctx, dataset.id)).state).toBe('published');

    firstTable = card?.resources[0]?.tableId ?? '';
    const page = await rowsOf(firstTable, `sort=-${encodeURIComponent('Кількість учнів')}`);
    expect(page.total).toBe(3);
    expect(page.rows.map((row) => Object.values(row)[3])).toEqual([640, 520, 310]);
    expect(Object.values(page.rows[0] ?? {})).toEqual([102, 'Ліцей № 2', 'Схід', 640, '1985-09-01']);
    expect(card?.resources[0]?.fields.map((field) => field.title)).not.toContain('Телефон');
    const file = await findPublicFile(ctx, dataset.resources[0]?.id ?? '');
    expect(file).toMatchObject({ open: false, name: 'школи.csv' });
    expect(file?.key).toMatch(/^restricted\//);
    expect(card?.resources[0]?.file).toBeNull();
  });

  it('keeps restricted columns out of the public file itself', async () => {
    const { paths } = await openTable(ctx, firstTable);
    const session = await ctx.duckdb.session();
    const columns = await session.rows(`SELECT name FROM parquet_schema('${paths[0]?.path}') WHERE type IS NOT NULL`);
    session.close();
    expect(columns).toHaveLength(5);
  });

  it('makes the downloads ahead', async () => {
    await test.runJobs();
    expect(await findStoredDownload(ctx, firstTable, 'csv')).not.toBeNull();
    expect(await findStoredDownload(ctx, firstTable, 'json')).not.toBeNull();
  });

  it('kindly refuses to publish the same again', async () => {
    await expect(publishDataset(ctx, dataset.id)).rejects.toMatchObject({ kind: 'conflict', code: 'nothing-new' });
    expect(await listVersions(ctx, dataset.id)).toHaveLength(1);
  });

  it('publishes the next file as version 2 with a summary; version 1 keeps its rows', async () => {
    await give(await loadDataset(ctx, dataset.id), SECOND, 'школи-2.csv');
    const version = await publishDataset(ctx, dataset.id);
    expect(version.number).toBe(2);
    expect(version.changes).toEqual({
      rowsAdded: 2,
      rowsRemoved: 1,
      rowsChanged: 2,
      columnsAdded: [],
      columnsRemoved: [],
    });
    const secondTable = version.resources[0]?.tableId ?? '';
    expect(secondTable).not.toBe(firstTable);
    expect((await rowsOf(secondTable)).total).toBe(4);
    expect((await rowsOf(firstTable)).total).toBe(3);
    expect((await loadVersion(ctx, dataset.id, 1)).resources[0]?.tableId).toBe(firstTable);
    expect(await findPublicTable(ctx, firstTable)).toMatchObject({
      versionNumber: 1,
      current: false,
      state: 'published',
    });
    expect(await findPublicTable(ctx, dataset.resources[0]?.id ?? '')).toMatchObject({
      tableId: secondTable,
      current: true,
    });
    await expect(loadVersion(ctx, dataset.id, 3)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('makes a version of a changed passport over the same table', async () => {
    const before = await loadVersion(ctx, dataset.id, 2);
    const asOf = (await findPublication(ctx, dataset.id))?.dataAsOf;
    const { passport } = await loadDataset(ctx, dataset.id);
    await changePassport(ctx, dataset.id, { ...passport, description: 'Школи й ліцеї громади.' });
    expect((await findCard(ctx, dataset.id))?.passport.description).toBe(passport.description);
    const version = await publishDataset(ctx, dataset.id);
    expect(version.number).toBe(3);
    expect(version.resources[0]?.tableId).toBe(before.resources[0]?.tableId);
    expect(version.changes).toEqual({
      rowsAdded: 0,
      rowsRemoved: 0,
      rowsChanged: 0,
      columnsAdded: [],
      columnsRemoved: [],
    });
    expect((await findCard(ctx, dataset.id))?.passport.description).toBe('Школи й ліцеї громади.');
    expect((await findPublication(ctx, dataset.id))?.dataAsOf).toBe(asOf);
  });

  it('moves the date by «Дані не змінились» without a version', async () => {
    test.clock.set(new Date(Date.now() + 86_400_000));
    const publication = await confirmUnchanged(ctx, dataset.id);
    expect(publication.versionNumber).toBe(3);
    expect((await findCard(ctx, dataset.id))?.dataAsOf).toBe(test.clock.now().toISOString());
    await confirmUnchanged(ctx, dataset.id);
    const history = await listHistory(ctx, { subjectId: dataset.id }, { page: 1, size: 50 });
    expect(history.items.filter(({ deed }) => deed === 'dataset.confirmed-unchanged')).toHaveLength(1);
  });

  it('suspends: the card says why, nothing is published meanwhile; reopens', async () => {
    const form = {
      reason: 'Перевірка достовірності.',
      order: 'Розпорядження № 12 від 01.11.2026',
      reviewOn: '2027-03-01',
    };
    await expect(
      suspendDataset(ctx, dataset.id, { ...form, reason: ' ', reviewOn: '2020-01-01' }),
    ).rejects.toMatchObject({
      kind: 'invalid',
      fields: [{ field: 'reason' }],
    });
    await suspendDataset(ctx, dataset.id, form);
    const again = await suspendDataset(ctx, dataset.id, form);
    expect(again).toMatchObject({ state: 'suspended', closure: form });
    expect(await findCard(ctx, dataset.id)).toMatchObject({ state: 'suspended', closure: form });
    expect(await findPublicTable(ctx, firstTable)).toMatchObject({ state: 'suspended', closure: form });
    await expect(publishDataset(ctx, dataset.id)).rejects.toMatchObject({ code: 'dataset-suspended' });
    await expect(confirmUnchanged(ctx, dataset.id)).rejects.toMatchObject({ code: 'dataset-suspended' });
    expect(await reopenDataset(ctx, dataset.id)).toMatchObject({ state: 'published', closure: null });
    expect((await findCard(ctx, dataset.id))?.closure).toBeNull();
  });

  it('withdraws for good: a tombstone stays, the public files are gone', async () => {
    const key = (await openTable(ctx, firstTable)).manifest.parts[0]?.key ?? '';
    await withdrawDataset(ctx, dataset.id, { reason: 'Дані помилкові.', order: 'Розпорядження № 13' });
    await test.runJobs();
    expect(await findCard(ctx, dataset.id)).toMatchObject({
      state: 'withdrawn',
      closure: { reason: 'Дані помилкові.' },
    });
    await expect(ctx.objects.read(key)).rejects.toMatchObject({ kind: 'gone' });
    expect((await openTable(ctx, firstTable)).manifest.parts[0]?.key).toMatch(/^restricted\//);
    expect(await findStoredDownload(ctx, firstTable, 'csv')).toBeNull();
    for (const deed of [publishDataset, reopenDataset, confirmUnchanged]) {
      await expect(deed(ctx, dataset.id)).rejects.toMatchObject({ code: 'dataset-withdrawn' });
    }
    const deeds = (await listHistory(ctx, { subjectId: dataset.id }, { page: 1, size: 100 })).items.map(
      ({ deed }) => deed,
    );
    expect(deeds).toEqual(
      expect.arrayContaining(['version.published', 'dataset.suspended', 'dataset.reopened', 'dataset.withdrawn']),
    );
  });
});

describe('publishing under trouble', () => {
  it('makes one version of two clicks at once', async () => {
    const dataset = await draft('Подвійне натискання');
    const outcomes = await Promise.allSettled([publishDataset(ctx, dataset.id), publishDataset(ctx, dataset.id)]);
    const numbers = outcomes.map((outcome) =>
      outcome.status === 'fulfilled' ? outcome.value.number : String(outcome.reason),
    );
    expect(numbers).toEqual([1, 1]);
    expect(await listVersions(ctx, dataset.id)).toHaveLength(1);
  });

  it.each(['catalog_card', 'publishing_pointer', 'history_entry', 'ingest_reading'])(
    'leaves nothing half published when writing %s fails',
    async (table) => {
      const dataset = await draft(`Збій ${table}`);
      await sql`create function fail_now() returns trigger language plpgsql as $$ begin raise exception 'the disk is on fire'; end $$`.execute(
        ctx.db,
      );
      await sql`create trigger fail_now before insert or update on ${sql.table(table)} for each statement execute function fail_now()`.execute(
        ctx.db,
      );
      await expect(publishDataset(ctx, dataset.id)).rejects.toThrow('on fire');
      await sql`drop function fail_now cascade`.execute(ctx.db);
      expect(await findPublication(ctx, dataset.id)).toBeNull();
      expect(await findCard(ctx, dataset.id)).toBeNull();
      expect(await listVersions(ctx, dataset.id)).toEqual([]);
      expect((await loadDataset(ctx, dataset.id)).state).toBe('draft');
      expect(await findPublicTable(ctx, dataset.resources[0]?.id ?? '')).toBeNull();
      expect((await publishDataset(ctx, dataset.id)).number).toBe(1);
    },
  );

  it('shows readers the old version or the new one, never half', async () => {
    const dataset = await draft('Читачі під час публікації');
    await publishDataset(ctx, dataset.id);
    await give(await loadDataset(ctx, dataset.id), SECOND, 'друга.csv');
    const resourceId = dataset.resources[0]?.id ?? '';
    const publishing = publishDataset(ctx, dataset.id);
    const seen = new Set<string>();
    let done = false;
    const end = () => (done = true);
    publishing.then(end, end);
    while (!done) {
      const table = await findPublicTable(ctx, resourceId);
      seen.add(`${table?.versionNumber}:${(await rowsOf(table?.tableId ?? '')).total}`);
    }
    await publishing;
    expect([...seen].filter((pair) => pair !== '1:3' && pair !== '2:4')).toEqual([]);
  });

  it('publishes originals a person ticked, links and nothing of strangers', async () => {
    const dataset = await draftDataset(test, unitId, 'Відкритий файл', {
      ...{ name: 'школи.csv', text: FIRST, identifier: SCHOOLS.identifier, originalPublic: true },
    });
    await addResource(ctx, dataset.id, { kind: 'link', title: 'API кадастру', url: 'https://example.org/api' });
    await expect(publishDataset(test.as({ kind: 'visitor' }), dataset.id)).rejects.toMatchObject({
      kind: 'signed-out',
    });
    const version = await publishDataset(ctx, dataset.id);
    expect(version.resources.map(({ kind, formats }) => [kind, formats])).toEqual([
      ['table', ['CSV', 'JSON', 'XML', 'XLSX', 'ODS']],
      ['link', ['API']],
    ]);
    const file = await findPublicFile(ctx, dataset.resources[0]?.id ?? '');
    expect(file).toMatchObject({ open: true, state: 'published' });
    expect(file?.key).toMatch(/^public\//);
  });
});
