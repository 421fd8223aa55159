import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { draftDataset, giveFile, setUpCommunity } from '../../../tests/support/publish-file.ts';
import { changeStructure, type Dataset, findCard, loadDataset } from '../catalog/index.ts';
import { listHistory } from '../history/index.ts';
import { EVERY_ROW, queryRows } from '../tables/index.ts';
import {
  changeNote,
  findPublicFile,
  findPublicTable,
  listVersions,
  publicationFaults,
  publishDataset,
  withdrawVersion,
} from './index.ts';

const FIRST = { name: 'школи.csv', text: 'Номер;Назва\n1;Гімназія\n2;Ліцей\n', originalPublic: true };
const SECOND = { ...FIRST, text: 'Номер;Назва\n1;Гімназія\n3;Школа\n' };
const ORDER = { reason: 'У версії були помилкові адреси.', order: 'Розпорядження від 01.11.2026 № 13' };

let test: TestContext;
let unitId: string;
beforeAll(async () => {
  test = await makeTestContext();
  unitId = await setUpCommunity(test);
});
afterAll(() => test.close());

/** Three versions: the second over the rows of the first, the third of another file. */
async function thrice(title: string): Promise<Dataset> {
  const dataset = await draftDataset(test, unitId, title, FIRST);
  await publishDataset(test.ctx, dataset.id);
  const resource = (await loadDataset(test.ctx, dataset.id)).resources[0];
  const fields = resource?.structure.fields.map((field) => ({ ...field, purpose: 'Для звіту' })) ?? [];
  await changeStructure(test.ctx, resource?.id ?? '', { fields });
  await publishDataset(test.ctx, dataset.id);
  test.clock.set(new Date(test.clock.now().getTime() + 1000));
  await giveFile(test, dataset, SECOND);
  await publishDataset(test.ctx, dataset.id);
  await test.runJobs();
  return loadDataset(test.ctx, dataset.id);
}

describe('one version withdrawn', () => {
  it('is gone with its files, the others stay', async () => {
    const dataset = await thrice('Вилучена одна');
    const [third, second, first] = await listVersions(test.ctx, dataset.id);
    const tableOf = (version: typeof first) => version?.resources[0]?.tableId ?? '';
    expect(Object.values(first?.checksums ?? {})).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    for (let again = 0; again < 2; again++) await withdrawVersion(test.ctx, dataset.id, 1, ORDER);
    await test.runJobs();

    expect(await findPublicTable(test.ctx, tableOf(first))).toMatchObject({
      ...{ state: 'withdrawn', closure: { ...ORDER, version: 1 } },
    });
    const resourceId = dataset.resources[0]?.id ?? '';
    expect(await findPublicFile(test.ctx, resourceId, 1)).toMatchObject({ state: 'withdrawn' });
    // the second version is made of the same bytes and is open
    expect(await findPublicTable(test.ctx, tableOf(second))).toMatchObject({ state: 'published', closure: null });
    expect((await queryRows(test.ctx, tableOf(second), EVERY_ROW)).total).toBe(2);
    const file = await findPublicFile(test.ctx, resourceId, 2);
    expect(file).toMatchObject({ state: 'published', open: true });
    expect(await test.ctx.objects.stat(file?.key ?? '')).not.toBeNull();
    expect((await findCard(test.ctx, dataset.id))?.withdrawnVersions).toEqual([1]);
    expect((await listVersions(test.ctx, dataset.id)).map(({ closure }) => closure?.reason ?? null)).toEqual([
      ...[null, null, ORDER.reason],
    ]);

    // with the second gone too nobody has the bytes
    await withdrawVersion(test.ctx, dataset.id, 2, ORDER);
    await test.runJobs();
    await expect(queryRows(test.ctx, tableOf(second), EVERY_ROW)).resolves.toMatchObject({ total: 2 }); // kept, restricted
    const publicKeys: string[] = [];
    for await (const { key } of test.ctx.objects.list()) if (key.startsWith('public/')) publicKeys.push(key);
    const owners = new Set([dataset.id, tableOf(first), tableOf(second), tableOf(third)]);
    const left = publicKeys.filter((key) => owners.has(key.split('/')[1] ?? ''));
    expect(new Set(left.map((key) => key.split('/')[1]))).toEqual(new Set([dataset.id, tableOf(third)]));
    const { items } = await listHistory(test.ctx, { subjectId: dataset.id }, { page: 1, size: 50 });
    expect(items.filter(({ deed }) => deed === 'version.withdrawn')).toHaveLength(2);
  });

  it('is never the one everybody sees; needs a reason, an order and the right', async () => {
    const dataset = await thrice('Чинна версія');
    await expect(withdrawVersion(test.ctx, dataset.id, 3, ORDER)).rejects.toMatchObject({ code: 'version-current' });
    await expect(withdrawVersion(test.ctx, dataset.id, 9, ORDER)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(withdrawVersion(test.ctx, dataset.id, 1, { reason: '', order: '' })).rejects.toMatchObject({
      ...{ kind: 'invalid', fields: [{ field: 'reason' }, { field: 'order' }] },
    });
    const visitor = test.as({ kind: 'visitor' });
    await expect(withdrawVersion(visitor, dataset.id, 1, ORDER)).rejects.toMatchObject({ kind: 'signed-out' });
  });
});

describe('a breaking change', () => {
  it('asks for a note to users, which goes with the version', async () => {
    const dataset = await draftDataset(test, unitId, 'Ламає сумісність', FIRST);
    await publishDataset(test.ctx, dataset.id);
    test.clock.set(new Date(test.clock.now().getTime() + 1000));
    await giveFile(test, dataset, { ...FIRST, text: 'Номер;Адреса\n1;Шевченка, 1\n' });
    expect(await publicationFaults(test.ctx, dataset.id)).toMatchObject([{ step: 'note', field: 'note' }]);
    await expect(publishDataset(test.ctx, dataset.id)).rejects.toMatchObject({ code: 'not-ready-to-publish' });
    await expect(changeNote(test.ctx, dataset.id, 'я'.repeat(2001))).rejects.toMatchObject({ kind: 'invalid' });
    await changeNote(test.ctx, dataset.id, ' Замість назви тепер адреса. ');
    expect(await publicationFaults(test.ctx, dataset.id)).toEqual([]);
    expect(await publishDataset(test.ctx, dataset.id)).toMatchObject({
      number: 2,
      note: 'Замість назви тепер адреса.',
    });
    // the next version begins without a note
    test.clock.set(new Date(test.clock.now().getTime() + 1000));
    await giveFile(test, dataset, { ...FIRST, text: 'Номер;Адреса\n1;Шевченка, 2\n' });
    expect(await publishDataset(test.ctx, dataset.id)).toMatchObject({
      number: 3,
      note: '',
      unitName: 'Управління освіти',
    });
  });
});
