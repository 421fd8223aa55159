import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DirectWeb, openWeb } from '../../../../tests/support/direct-web.ts';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { draftDataset, giveFile, setUpCommunity } from '../../../../tests/support/publish-file.ts';
import { changePassport, changeStructure, type Dataset, findCard, loadDataset } from '../../catalog/index.ts';
import { listHistory } from '../../history/index.ts';
import { buildDownload } from '../../tables/index.ts';
import { compareVersions, listVersions, loadPurge, publicationFaults, publishDataset, purgeVersion } from '../index.ts';

/** An invented person who must be found nowhere afterwards. */
const PERSON = 'Вигаденко Зоряна';
const file = (rows: string) => ({ name: 'гуртки.csv', text: `Номер;Назва\n1;Шахи\n${rows}`, originalPublic: true });
const CLEAN = file('2;Театр\n');
const LEAK = file(`2;${PERSON}\n`);
const WHY = 'У стовпці «Назва» було прізвище людини.';

let test: TestContext;
let web: DirectWeb;
let unitId: string;
beforeAll(async () => {
  test = await makeTestContext();
  unitId = await setUpCommunity(test);
  web = openWeb(test);
});
afterAll(() => test.close());

/** Two versions, the second with a person in it; all files made and both compared. */
async function leaked(title: string): Promise<Dataset> {
  const dataset = await draftDataset(test, unitId, title, CLEAN);
  await publishDataset(test.ctx, dataset.id);
  await giveFile(test, dataset, LEAK);
  await publishDataset(test.ctx, dataset.id);
  await test.runJobs();
  await compareVersions(test.ctx, { datasetId: dataset.id, older: 1, newer: 2 }, 0);
  await test.runJobs();
  return loadDataset(test.ctx, dataset.id);
}

async function tableOf(dataset: Dataset, number: number): Promise<string> {
  const version = (await listVersions(test.ctx, dataset.id)).find((one) => one.number === number);
  return version?.resources[0]?.tableId ?? '';
}

/** Public and restricted files of these owners, besides tombstones. */
async function filesOf(owners: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for await (const { key } of test.ctx.objects.list()) {
    if (!key.startsWith('staging/') && owners.includes(key.split('/')[1] ?? '')) found.push(key);
  }
  return found.sort();
}

const ask = async (path: string) => {
  const response = await web.ask(path, {});
  return { status: response.status, etag: response.headers.get('etag'), text: await response.text() };
};

describe('an emergency withdrawal', () => {
  it('takes the version everybody sees away with every file, and shows the earlier one', async () => {
    const dataset = await leaked('Гуртки');
    const [first, second] = [await tableOf(dataset, 1), await tableOf(dataset, 2)];
    const before = await filesOf([dataset.id, first, second]);
    const page = await ask(`/datasets/${dataset.slug}`);
    expect(page.text).toContain(PERSON);
    const csv = await ask(`/download/${second}.csv`);
    expect(csv.text).toContain(PERSON);

    const purge = await purgeVersion(test.ctx, dataset.id, 2, { reason: WHY, instead: 1, also: [] });
    // at once, before the background did anything
    const closed = [`/api/rows/${second}`, `/download/${second}.csv`, `/download/${second}.xlsx`];
    const pages = [`/datasets/${dataset.slug}/versions/2`, `/datasets/${dataset.slug}/versions/1...2`];
    for (const path of [...closed, ...pages, `/file/${dataset.resources[0]?.id}?version=2`]) {
      expect(await ask(path), path).toMatchObject({ status: 410, text: expect.stringContaining(WHY) });
    }
    const after = await ask(`/datasets/${dataset.slug}`);
    expect(after.text).not.toContain(PERSON);
    expect(after.etag).not.toBe(page.etag);
    expect(await findCard(test.ctx, dataset.id)).toMatchObject({ versionNumber: 3, withdrawnVersions: [2] });
    expect(await ask(`/api/rows/${dataset.resources[0]?.id}`)).toMatchObject({
      ...{ status: 200, text: expect.not.stringContaining(PERSON) },
    });

    await test.runJobs();
    expect((await loadPurge(test.ctx, purge.id)).doneAt).not.toBeNull();
    const left = await filesOf([dataset.id, first, second]);
    expect(left.some((key) => key.includes(second))).toBe(false);
    expect(left.length).toBeLessThan(before.length);
    for (const key of left) {
      const bytes = await readFile(join(test.folder, key));
      expect(bytes.includes(Buffer.from(PERSON)), key).toBe(false);
    }
    expect(await ask(`/download/${first}.csv`)).toMatchObject({ status: 200 });
    for (const path of closed) expect((await ask(path)).status, path).toBe(410);
    const { items } = await listHistory(test.ctx, { subjectId: dataset.id }, { page: 1, size: 50 });
    expect(items.filter(({ deed }) => deed === 'version.purged')).toHaveLength(1);
  });

  it('shows a version without data where nothing is chosen, and does not let the same data out again', async () => {
    const dataset = await leaked('Секції');
    await purgeVersion(test.ctx, dataset.id, 2, { reason: WHY, instead: 'none', also: ['1'] });
    await test.runJobs();
    expect(await filesOf([dataset.id, await tableOf(dataset, 1), await tableOf(dataset, 2)])).toEqual([]);
    const page = await ask(`/datasets/${dataset.slug}`);
    expect(page).toMatchObject({ status: 200, text: expect.not.stringContaining(PERSON) });
    expect((await findCard(test.ctx, dataset.id))?.resources).toEqual([]);
    expect(await publicationFaults(test.ctx, dataset.id)).toMatchObject([{ step: 'file', field: 'file' }]);
    await expect(publishDataset(test.ctx, dataset.id)).rejects.toMatchObject({ code: 'not-ready-to-publish' });
    // neither under other titles, nor given once more
    const [resource] = dataset.resources;
    const fields = resource?.structure.fields.map((field) => ({ ...field, title: `${field.title} гуртка` })) ?? [];
    await changeStructure(test.ctx, resource?.id ?? '', { fields });
    expect(await publicationFaults(test.ctx, dataset.id)).toMatchObject([{ step: 'file', field: 'file' }]);
    await giveFile(test, dataset, { ...LEAK, name: 'інша назва.csv' });
    expect(await publicationFaults(test.ctx, dataset.id)).toMatchObject([{ step: 'file', field: 'file' }]);
    await giveFile(test, dataset, file('2;Хор\n'));
    expect(await publishDataset(test.ctx, dataset.id)).toMatchObject({ number: 4 });
    await test.runJobs();
    expect((await ask(`/datasets/${dataset.slug}`)).text).toContain('Хор');
  });

  it('takes versions of the same file along, and goes on after it was broken off', async () => {
    const dataset = await leaked('Студії');
    const { id, passport } = dataset;
    await changePassport(test.ctx, id, { ...passport, description: `${passport.description} Уточнено.` });
    await publishDataset(test.ctx, id);
    await test.runJobs();
    const table = await tableOf(dataset, 3);
    await buildDownload(test.ctx, table, 'xlsx');
    const bad = { reason: WHY, instead: 2, also: [] };
    await expect(purgeVersion(test.ctx, id, 3, bad)).rejects.toMatchObject({ fields: [{ field: 'instead' }] });
    await expect(purgeVersion(test.ctx, id, 3, { ...bad, reason: ' ' })).rejects.toMatchObject({
      ...{ kind: 'invalid', fields: [{ field: 'reason' }] },
    });
    const owners = [id, await tableOf(dataset, 1), table];
    const download = (await filesOf([table])).at(-1) ?? '';
    const purge = await purgeVersion(test.ctx, id, 3, { reason: WHY, instead: 1, also: [] });
    expect(purge.versions).toEqual([2, 3]);
    // the tombstone of one download cannot be written: the work breaks off in the middle
    const inTheWay = join(test.folder, `${download}.purged`);
    await mkdir(inTheWay);
    await test.runJobs().catch(() => {});
    expect((await loadPurge(test.ctx, purge.id)).doneAt).toBeNull();
    expect(await ask(`/download/${table}.csv`)).toMatchObject({ status: 410 });
    await rm(inTheWay, { recursive: true });
    await test.ctx.emit(test.ctx.db, { name: 'versions-purged', purgeId: purge.id });
    await test.runJobs();
    expect((await loadPurge(test.ctx, purge.id)).doneAt).not.toBeNull();
    expect((await filesOf(owners)).some((key) => key.includes(table))).toBe(false);
    const tombstones = (await readdir(join(test.folder, 'public', table))).filter((name) => name.endsWith('.purged'));
    expect(tombstones.length).toBeGreaterThan(0);
  });

  it('needs a right of its own', async () => {
    const dataset = await leaked('Клуби');
    const form = { reason: WHY, instead: 'none' as const, also: [] };
    const visitor = test.as({ kind: 'visitor' });
    await expect(purgeVersion(visitor, dataset.id, 2, form)).rejects.toMatchObject({ kind: 'signed-out' });
    expect((await findCard(test.ctx, dataset.id))?.versionNumber).toBe(2);
  });
});
