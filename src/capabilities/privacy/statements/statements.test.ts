import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { appoint } from '../../../../tests/support/appoint.ts';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { draftDataset, setUpCommunity } from '../../../../tests/support/publish-file.ts';
import { isRequestError } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { addResource, type Dataset } from '../../catalog/index.ts';
import { listHistory } from '../../history/index.ts';
import { latestReading, loadReading, receiveFile, startReading } from '../../ingest/index.ts';
import {
  askForPublication,
  isOfThisDraft,
  publicationFaults,
  publishDataset,
  reviewOfDraft,
} from '../../publishing/index.ts';
import { loadReport, stateFile, statementsOf, undoStatement } from '../index.ts';

const TABLE = { name: 'гуртки.csv', text: 'Номер;Гурток\n1;Шахи\n2;Танці\n', identifier: ['Номер'] };

let test: TestContext;
let unitId: string;
let contributor: Context;
beforeAll(async () => {
  test = await makeTestContext();
  unitId = await setUpCommunity(test);
  contributor = await appoint(test, 'hotuie', 'contributor', unitId);
});
afterAll(() => test.close());

/** A dataset that is ready but for a word on its document; gives it with the id of the document. */
async function withDocument(title: string): Promise<{ dataset: Dataset; resourceId: string }> {
  const dataset = await draftDataset(test, unitId, title, TABLE);
  const { id } = await addResource(test.ctx, dataset.id, { kind: 'document', title: 'Положення' });
  await give(dataset, id, 'Перше положення.');
  return { dataset, resourceId: id };
}

async function give(dataset: Dataset, resourceId: string, text: string): Promise<void> {
  const { ctx } = test;
  const path = join(await ctx.objects.workFolder(), 'given');
  await writeFile(path, text);
  const given = { datasetId: dataset.id, resourceId, unitId, fileName: 'polozhennia.txt', kind: 'document' as const };
  const { id } = await startReading(ctx, { ...given, size: Buffer.byteLength(text) });
  await receiveFile(ctx, id, path);
  await test.runJobs();
  expect((await loadReading(ctx, id)).state).toBe('ready');
}

const sumOf = async (resourceId: string) => (await latestReading(test.ctx, resourceId))?.originalSha256 ?? '';
const codes = async ({ id }: Dataset) => (await publicationFaults(test.ctx, id)).map(({ field }) => field);

async function refusal(deed: Promise<unknown>): Promise<string> {
  return deed.then(
    () => 'done',
    (error: unknown) =>
      isRequestError(error) ? `${error.code} ${error.fields.map(({ field }) => field)}`.trim() : String(error),
  );
}

it('a file that is published as it is waits until a person has said what is in it, and another file asks anew', async () => {
  const { ctx } = test;
  const { dataset, resourceId } = await withDocument('Гуртки з положенням');
  const told = 'not-ready-to-publish document-not-stated';
  expect(await refusal(publishDataset(ctx, dataset.id))).toBe(told);
  expect(await refusal(askForPublication(ctx, dataset.id))).toBe(told);
  const first = await sumOf(resourceId);
  await stateFile(contributor, resourceId, { says: 'none', sha256: first });
  expect(await codes(dataset)).toEqual([]);
  await publishDataset(ctx, dataset.id);
  const { files } = await loadReport(ctx, dataset.id, 1);
  expect(files).toMatchObject([{ title: 'Положення', statement: { says: 'none', sha256: first } }]);
  await give(dataset, resourceId, 'Друге положення.');
  expect(await codes(dataset)).toEqual(['document-not-stated']);
  expect(await refusal(stateFile(ctx, resourceId, { says: 'none', sha256: first }))).toBe('another-file');
  const { items } = await listHistory(ctx, { subjectId: dataset.id }, { page: 1, size: 20 });
  expect(items.map(({ deed }) => deed)).toContain('personal-data.stated');
});

it('that there are personal data is said on a ground by who may publish them, is seen by the reviewer, and is taken back', async () => {
  const { ctx } = test;
  const { dataset, resourceId } = await withDocument('Гуртки з наказом');
  const kept = { says: 'kept' as const, sha256: await sumOf(resourceId), groundCode: 'law' };
  const act = { title: 'Закон про приклад, ст. 1', number: '1-ІХ', date: '01.01.2020' };
  expect(await refusal(stateFile(contributor, resourceId, { ...kept, act }))).toBe('not-permitted');
  expect(await refusal(stateFile(ctx, resourceId, { ...kept, groundCode: null }))).toBe(
    'decision-incomplete groundCode',
  );
  expect(await refusal(stateFile(ctx, resourceId, kept))).toBe('decision-incomplete act');
  const { id } = await stateFile(ctx, resourceId, { ...kept, act });
  expect(await codes(dataset)).toEqual([]);
  expect((await reviewOfDraft(ctx, dataset.id)).statements).toMatchObject([
    { title: 'Положення', statement: { says: 'kept', act } },
  ]);
  // what was said belongs to what a reviewer approves: said otherwise, it is another draft
  const asked = await askForPublication(ctx, dataset.id);
  expect(await isOfThisDraft(ctx, asked)).toBe(true);
  await undoStatement(ctx, id);
  expect(await isOfThisDraft(ctx, asked)).toBe(false);
  expect(await codes(dataset)).toEqual(['document-not-stated']);
  expect(await statementsOf(ctx, dataset.id)).toEqual([]);
  expect(await refusal(undoStatement(ctx, id))).toBe('no-such-decision');
});
