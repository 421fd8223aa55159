import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { draftDataset, setUpCommunity } from '../../../tests/support/publish-file.ts';
import type { Context } from '../../platform/context.ts';
import { changeStructure, type Dataset, findCard, loadDataset } from '../catalog/index.ts';
import { latestReadings } from '../ingest/index.ts';
import { changeNote, findPublicFile, openOriginal, publishDataset } from './index.ts';

const FILE = { name: 'школи.csv', text: 'Номер;Назва;Телефон\n1;Гімназія;0671112233\n2;Ліцей;0672223344\n' };

let test: TestContext;
let ctx: Context;
let unitId: string;

beforeAll(async () => {
  test = await makeTestContext();
  ctx = test.ctx;
  unitId = await setUpCommunity(test);
});
afterAll(() => test.close());

const resourceOf = (dataset: Dataset): string => dataset.resources[0]?.id ?? '';

async function closePhones(datasetId: string): Promise<void> {
  const resource = (await loadDataset(ctx, datasetId)).resources[0];
  const fields = resource?.structure.fields ?? [];
  await changeStructure(ctx, resource?.id ?? '', {
    fields: fields.map((field) => ({ ...field, sensitivity: field.title === 'Телефон' ? 'restricted' : 'open' })),
  });
}

describe('the file a table was read from', () => {
  it('stays with the staff where a column was closed after the file was ticked', async () => {
    const dataset = await draftDataset(test, unitId, 'Закриті телефони', { ...FILE, originalPublic: true });
    await closePhones(dataset.id);
    const { resources } = await publishDataset(ctx, dataset.id);
    expect(resources[0]).toMatchObject({ file: null });
    const file = await findPublicFile(ctx, resourceOf(dataset));
    expect(file).toMatchObject({ open: false });
    expect(file?.key).toMatch(/^restricted\//);
    expect((await findCard(ctx, dataset.slug))?.resources[0]?.file).toBeNull();
  });

  it('is closed by the version that closes a column; the earlier version gives what it gave', async () => {
    const dataset = await draftDataset(test, unitId, 'Телефони закрито згодом', { ...FILE, originalPublic: true });
    await publishDataset(ctx, dataset.id);
    expect(await findPublicFile(ctx, resourceOf(dataset))).toMatchObject({ open: true });
    await closePhones(dataset.id);
    await changeNote(ctx, dataset.id, 'Телефони більше не показуємо.');
    await publishDataset(ctx, dataset.id);
    expect(await findPublicFile(ctx, resourceOf(dataset))).toMatchObject({ open: false, versionNumber: 2 });
    expect(await findPublicFile(ctx, resourceOf(dataset), 1)).toMatchObject({ open: true, versionNumber: 1 });
    expect((await findCard(ctx, dataset.slug))?.resources[0]?.file).toBeNull();
  });

  it('cannot be ticked while a column is closed, and the refusal names the column', async () => {
    const dataset = await draftDataset(test, unitId, 'Позначка', { ...FILE, restricted: ['Телефон'] });
    const [reading] = await latestReadings(ctx, [resourceOf(dataset)]);
    await expect(openOriginal(ctx, dataset.id, reading?.id ?? '', true)).rejects.toMatchObject({
      kind: 'invalid',
      code: 'original-holds-closed-columns',
      text: { uk: expect.stringContaining('«Телефон»'), en: expect.stringContaining('“Телефон”') },
    });
    await openOriginal(ctx, dataset.id, reading?.id ?? '', false);
  });

  it('is not given even where a record says it is open', async () => {
    const dataset = await draftDataset(test, unitId, 'Старий запис', { ...FILE, restricted: ['Телефон'] });
    await publishDataset(ctx, dataset.id);
    await sql`update publishing_resource set open = true where resource_id = ${resourceOf(dataset)}`.execute(ctx.db);
    expect(await findPublicFile(ctx, resourceOf(dataset))).toMatchObject({ open: false });
  });
});
