import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServiceToken } from '../../src/capabilities/accounts/index.ts';
import { type Dataset, loadDataset } from '../../src/capabilities/catalog/index.ts';
import { type DecisionWish, decide, decisionsOf, undoDecision } from '../../src/capabilities/privacy/index.ts';
import {
  bringBackVersion,
  changeNote,
  emptyClosedJob,
  listVersions,
  publishDataset,
  purgeVersion,
} from '../../src/capabilities/publishing/index.ts';
import { buildDownload, emptyClosed, openWholeTable } from '../../src/capabilities/tables/index.ts';
import { type Context, transaction } from '../../src/platform/context.ts';
import { appoint } from '../support/appoint.ts';
import { makeTestContext, type TestContext } from '../support/make-context.ts';
import { draftDataset, giveFile, setUpCommunity } from '../support/publish-file.ts';
import { openTokenSite, type TokenSite } from '../support/token-site.ts';

/* What was published before a decision must not come back past it: by an earlier version, or by rows a program had written. */

const FILE = {
  name: 'гуртки.csv',
  text: 'Номер;Гурток;Пошта\n1;Шахи;dzvenyslava.kovtun@example.org\n2;Танці;\n3;Хор;\n',
  identifier: ['Номер'],
};
const KEPT: DecisionWish = {
  columnTitle: 'Пошта',
  way: 'keep',
  groundCode: 'law',
  act: { title: 'Закон про приклад, ст. 1', number: '1-ІХ', date: '01.01.2020' },
};

const NIGHT = { id: 'j', attempt: 1, last: false };

let world: TestContext;
let site: TokenSite;
let unitId: string;
let responsible: Context;

beforeAll(async () => {
  world = await makeTestContext();
  unitId = await setUpCommunity(world);
  responsible = await appoint(world, 'vidpovidaie', 'responsible', unitId);
  site = await openTokenSite(world);
});
afterAll(async () => {
  site.close();
  await world.close();
});

const resourceOf = ({ resources }: Dataset) => resources[0]?.id ?? '';
const read = async (dataset: Dataset) => (await site.ask(null, 'GET', `/api/rows/${resourceOf(dataset)}`)).text;

/** Published while the column was shown, then masked. */
async function shownBefore(title: string): Promise<Dataset> {
  const dataset = await draftDataset(world, unitId, title, FILE);
  await decide(responsible, resourceOf(dataset), [KEPT]);
  await publishDataset(world.ctx, dataset.id);
  expect(await read(dataset)).toContain('kovtun');
  return loadDataset(world.ctx, dataset.id);
}

/** What stands in the public tables of a dataset, file by file. */
async function publicCells({ id, resources }: Dataset): Promise<string[]> {
  const owners = [id, ...resources.map((resource) => resource.id)];
  const cells: string[] = [];
  for await (const { key } of world.ctx.objects.list()) {
    if (!key.startsWith('public/') || !owners.includes(key.split('/')[1] ?? '')) continue;
    const path = await world.ctx.objects.localPath(key);
    const session = await world.ctx.duckdb.session({ warm: true });
    const rows = await session.rows(`SELECT * FROM read_parquet('${path}')`).catch(() => []);
    session.close();
    cells.push(JSON.stringify(rows, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)));
  }
  return cells.sort();
}

async function mask(dataset: Dataset): Promise<void> {
  await decide(responsible, resourceOf(dataset), [{ columnTitle: 'Пошта', way: 'mask' }]);
  await world.runJobs();
}

describe('what was shown before it was decided to mask it', () => {
  test('is masked by the next version of the same file, and an earlier version brought back does not undo it', async () => {
    const dataset = await shownBefore('Гуртки');
    await mask(dataset);
    await publishDataset(world.ctx, dataset.id);
    expect(await read(dataset)).not.toContain('kovtun');
    await bringBackVersion(world.ctx, dataset.id, 1, 'present');
    await world.runJobs();
    const again = await publishDataset(world.ctx, dataset.id).then(
      () => 'published',
      (error: { code?: string }) => error.code,
    );
    expect(['published', 'nothing-new', 'not-ready-to-publish']).toContain(again);
    expect(await read(dataset)).not.toContain('kovtun');
  });

  test('is closed in the versions published before, with their downloads, once the decision is published', async () => {
    const dataset = await shownBefore('Гуртки раніше');
    const first = (await listVersions(world.ctx, dataset.id))[0]?.resources[0]?.tableId ?? '';
    await buildDownload(world.ctx, first, 'csv');
    const at = (path: string) => site.ask(null, 'GET', path);
    expect((await at(`/download/${first}.csv`)).text).toContain('kovtun');
    await mask(dataset);
    await publishDataset(world.ctx, dataset.id);
    await world.runJobs();
    for (const path of [`/api/rows/${first}`, `/download/${first}.csv`, `/datasets/${dataset.slug}/versions/1`]) {
      const { status, text } = await at(path);
      expect([status, text.includes('kovtun'), text.includes('Пошта')], path).toEqual([200, false, false]);
    }
    expect((await at(`/api/rows/${first}?poshta__contains=kovtun`)).status).toBe(400);
    expect((await at(`/api/rows/${first}`)).text).toContain('Шахи');
  });

  test('is in no public file the night after, and the versions that showed it open as before', async () => {
    const dataset = await shownBefore('Гуртки на диску');
    const first = (await listVersions(world.ctx, dataset.id))[0]?.resources[0]?.tableId ?? '';
    await mask(dataset);
    await publishDataset(world.ctx, dataset.id);
    await world.runJobs();
    expect((await publicCells(dataset)).some((cells) => cells.includes('kovtun'))).toBe(true);
    // killed before it is kept, the version is of its files as before
    const killed = transaction(world.ctx, async (tx) => {
      await emptyClosed(tx, first);
      throw new Error('killed');
    });
    await expect(killed).rejects.toThrow('killed');
    expect((await site.ask(null, 'GET', `/api/rows/${first}`)).text).toContain('Шахи');
    await emptyClosedJob.handle(world.ctx, {}, NIGHT);
    const after = await publicCells(dataset);
    expect(after.some((cells) => cells.includes('Шахи'))).toBe(true);
    expect(after.some((cells) => cells.includes('kovtun'))).toBe(false);
    const { status, text } = await site.ask(null, 'GET', `/api/rows/${first}`);
    expect([status, text.includes('Шахи'), text.includes('Хор')]).toEqual([200, true, true]);
    await emptyClosedJob.handle(world.ctx, {}, NIGHT);
    expect(await publicCells(dataset)).toEqual(after);
  });

  test('does not stop the night where the version was taken away before it', async () => {
    const dataset = await shownBefore('Гуртки, які вилучили');
    await mask(dataset);
    await publishDataset(world.ctx, dataset.id);
    await world.runJobs();
    await purgeVersion(world.ctx, dataset.id, 1, { reason: 'У назвах були прізвища.', instead: 'none', also: [] });
    await world.runJobs();
    await emptyClosedJob.handle(world.ctx, {}, NIGHT);
    expect((await publicCells(dataset)).some((cells) => cells.includes('kovtun'))).toBe(false);
  });

  test('is closed in versions where the column was called otherwise', async () => {
    const dataset = await shownBefore('Гуртки з новою назвою');
    const first = (await listVersions(world.ctx, dataset.id))[0]?.resources[0]?.tableId ?? '';
    const renamed = { ...FILE, text: FILE.text.replace('Пошта', 'Контакт керівника'), undecided: true };
    await giveFile(world, dataset, renamed);
    const [known] = await decisionsOf(world.ctx, dataset.id);
    await undoDecision(responsible, known?.id ?? '');
    await decide(responsible, resourceOf(dataset), [
      { columnTitle: 'Контакт керівника', way: 'remove', reason: 'Вигадані адреси' },
    ]);
    await world.runJobs();
    await changeNote(world.ctx, dataset.id, 'Стовпець прибрано.');
    await publishDataset(world.ctx, dataset.id);
    await world.runJobs();
    const { status, text } = await site.ask(null, 'GET', `/api/rows/${first}`);
    expect([status, text.includes('kovtun'), text.includes('Шахи')]).toEqual([200, false, true]);
  });

  test('does not stay in rows a program wrote: the table is asked for as a file', async () => {
    const dataset = await shownBefore('Гуртки, які пише програма');
    const { secret } = await createServiceToken(world.ctx, {
      name: 'Облік',
      scopes: ['rows.write'],
      unitId,
      datasetIds: null,
    });
    const row = { nomer: 4, hurtok: 'Театр', poshta: 'ostap.dzvin@example.org' };
    const written = await site.ask(secret, 'POST', `/api/rows/${resourceOf(dataset)}`, [row]);
    expect(written.status, written.text).toBe(200);
    await mask(dataset);
    await expect(publishDataset(world.ctx, dataset.id)).rejects.toMatchObject({ code: 'rows-before-decision' });
  });

  test('is emptied in one table though the file of another is gone', async () => {
    const [broken, whole] = [await shownBefore('Гуртки без файла'), await shownBefore('Гуртки поруч')];
    const [version] = await listVersions(world.ctx, broken.id);
    const { manifest } = await openWholeTable(world.ctx, version?.resources[0]?.tableId ?? '');
    for (const dataset of [broken, whole]) {
      await mask(dataset);
      await publishDataset(world.ctx, dataset.id);
    }
    await world.runJobs();
    for (const { key } of manifest.parts) await world.ctx.objects.discard(key);
    await expect(emptyClosedJob.handle(world.ctx, {}, NIGHT)).rejects.toThrow('not written anew');
    expect((await publicCells(whole)).some((cells) => cells.includes('kovtun'))).toBe(false);
  });
});
