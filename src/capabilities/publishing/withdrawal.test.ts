import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { draftDataset, setUpCommunity } from '../../../tests/support/publish-file.ts';
import type { Context } from '../../platform/context.ts';
import { changeStructure, type Dataset, loadDataset } from '../catalog/index.ts';
import { buildDownload, downloadFormats } from '../tables/index.ts';
import { listVersions, publishDataset, withdrawDataset } from './index.ts';
import { removeWithdrawnJob } from './remove-withdrawn-job.ts';

const FILE = { name: 'школи.csv', text: 'Номер;Назва\n1;Гімназія\n2;Ліцей\n', originalPublic: true };
const ORDER = { reason: 'Дані помилкові.', order: 'Розпорядження № 13' };

let test: TestContext;
let ctx: Context;
let unitId: string;

beforeAll(async () => {
  test = await makeTestContext();
  ctx = test.ctx;
  unitId = await setUpCommunity(test);
});
afterAll(() => test.close());

/** Two versions over the same rows: their tables share one file, and so do their originals. */
async function publishedTwice(title: string): Promise<{ dataset: Dataset; tableIds: string[] }> {
  const dataset = await draftDataset(test, unitId, title, FILE);
  await publishDataset(ctx, dataset.id);
  const resource = (await loadDataset(ctx, dataset.id)).resources[0];
  const fields = resource?.structure.fields.map((field) => ({ ...field, purpose: 'Для звіту' })) ?? [];
  await changeStructure(ctx, resource?.id ?? '', { fields });
  await publishDataset(ctx, dataset.id);
  const versions = await listVersions(ctx, dataset.id);
  return { dataset, tableIds: versions.map(({ resources }) => resources[0]?.tableId ?? '') };
}

async function keysOf(objectClass: string, owners: readonly string[]): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of ctx.objects.list()) {
    const [kind, owner = ''] = key.split('/');
    if (kind === objectClass && owners.includes(owner)) keys.push(key);
  }
  return keys;
}

describe('a withdrawal', () => {
  it('takes away files that several versions share', async () => {
    const { dataset, tableIds } = await publishedTwice('Двічі опубліковане');
    expect(new Set(tableIds).size).toBe(2);
    await test.runJobs();
    const owners = [dataset.id, ...tableIds];
    expect(await keysOf('public', owners)).toHaveLength(2 + 2 * downloadFormats([], { parquet: true }).length);
    await withdrawDataset(ctx, dataset.id, ORDER);
    await test.runJobs();
    expect(await keysOf('public', owners)).toEqual([]);
    expect(await keysOf('restricted', owners)).toHaveLength(2);
  });

  it.each([1, 2, 3, 4, 5, 6, 7])('is finished by the next try when killed at step %i', async (step) => {
    const { dataset, tableIds } = await publishedTwice(`Перерване відкликання ${step}`);
    await test.runJobs();
    await withdrawDataset(ctx, dataset.id, ORDER);
    let left = step;
    const dying = async <T>(deed: Promise<T>): Promise<T> => {
      const done = await deed;
      left -= 1;
      if (left === 0) throw new Error('killed');
      return done;
    };
    const objects = new Proxy(ctx.objects, {
      get(store, name) {
        if (name === 'copy') return (...args: Parameters<typeof store.copy>) => dying(store.copy(...args));
        if (name === 'purge') return (...args: Parameters<typeof store.purge>) => dying(store.purge(...args));
        const member: unknown = Reflect.get(store, name);
        return typeof member === 'function' ? member.bind(store) : member;
      },
    });
    const run = { id: 'test', attempt: 1, last: false };
    await expect(removeWithdrawnJob.handle({ ...ctx, objects }, { datasetId: dataset.id }, run)).rejects.toThrow();
    await test.runJobs();
    expect(await keysOf('public', [dataset.id, ...tableIds])).toEqual([]);
  });

  it('leaves no download to a job that comes late', async () => {
    const { dataset, tableIds } = await publishedTwice('Пізня робота');
    await withdrawDataset(ctx, dataset.id, ORDER);
    await removeWithdrawnJob.handle(ctx, { datasetId: dataset.id }, { id: 'test', attempt: 1, last: false });
    for (const tableId of tableIds) expect(await buildDownload(ctx, tableId, 'csv')).toBeNull();
    await test.runJobs();
    expect(await keysOf('public', [dataset.id, ...tableIds])).toEqual([]);
  });
});
