import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appoint } from '../../../tests/support/appoint.ts';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { draftDataset, giveFile, setUpCommunity } from '../../../tests/support/publish-file.ts';
import { isRequestError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { type Dataset, findCard, loadDataset } from '../catalog/index.ts';
import { changeReviewSettings, newestSubmission } from '../review/index.ts';
import {
  approveSubmission,
  askForPublication,
  findPublicationRequest,
  listVersions,
  publishDataset,
  returnSubmission,
  submitDataset,
  withdrawDataset,
} from './index.ts';
import { prepareVersionJob } from './prepare-version-job.ts';
import { publishPlannedJob } from './publish-planned-job.ts';

const FILE = { name: 'школи.csv', text: 'Номер;Назва\n1;Гімназія\n2;Ліцей\n', identifier: ['Номер'] };
const FORM = { personalData: 'none' as const, note: '' };
const NOW = { ticked: [], publishAt: null };
const ORDER = { reason: 'Дані помилкові.', order: 'Розпорядження № 13' };
const RUN = { id: 'test', attempt: 1, last: false };

let test: TestContext;
let unitId: string;
let contributor: Context;
let responsible: Context;
let reviewers: readonly [Context, Context];

beforeAll(async () => {
  test = await makeTestContext();
  unitId = await setUpCommunity(test);
  contributor = await appoint(test, 'hotuie', 'contributor', unitId);
  responsible = await appoint(test, 'vidpovidaie', 'responsible', unitId);
  reviewers = [await appoint(test, 'persha', 'reviewer', unitId), await appoint(test, 'druha', 'head', unitId)];
  const settings = { twoPerson: true, reviewers: 'unit' as const, termDays: 3, routineAtOnce: false };
  await changeReviewSettings(test.ctx, { ...settings, trustedUnitIds: [] });
});
afterAll(() => test.close());

/** A draft and its submission. */
async function submitted(title: string): Promise<{ dataset: Dataset; id: string }> {
  const dataset = await draftDataset(test, unitId, title, FILE);
  return { dataset, id: (await submitDataset(contributor, dataset.id, FORM)).id };
}

/** One that is published, with the next file approved for a later instant. */
async function planned(title: string, publishAt: Date): Promise<{ dataset: Dataset; id: string }> {
  const { dataset, id: first } = await submitted(title);
  await approveSubmission(reviewers[0], first, NOW);
  await test.runJobs();
  await giveFile(test, await loadDataset(test.ctx, dataset.id), { ...FILE, text: `${FILE.text}3;Школа\n` });
  const { id } = await submitDataset(contributor, dataset.id, FORM);
  await approveSubmission(reviewers[0], id, { ticked: [], publishAt });
  return { dataset, id };
}

async function codeOf(deed: Promise<unknown>): Promise<string> {
  return deed.then(
    () => 'done',
    (error: unknown) => (isRequestError(error) ? error.code : String(error)),
  );
}

const versionsOf = async ({ id }: Dataset) => (await listVersions(test.ctx, id)).length;
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);

describe('at the same moment', () => {
  it('two reviewers approve: one decision, one publication, one version', async () => {
    const { dataset, id } = await submitted('Двоє погоджують');
    const both = await Promise.all(reviewers.map((who) => codeOf(approveSubmission(who, id, NOW))));
    expect(both).toEqual(['done', 'done']);
    await test.runJobs();
    expect(await versionsOf(dataset)).toBe(1);
    expect(await newestSubmission(test.ctx, dataset.id)).toMatchObject({ state: 'published', versionNumber: 1 });
  });

  it('one returns and one approves: whoever was first, once, and the other is told', async () => {
    const { dataset, id } = await submitted('Повертає і погоджує');
    const wish = { reasons: ['data'], words: '' };
    const codes = await Promise.all([
      codeOf(returnSubmission(reviewers[0], id, wish)),
      codeOf(approveSubmission(reviewers[1], id, NOW)),
    ]);
    expect(codes.filter((code) => code === 'done')).toHaveLength(1);
    expect(codes).toContain('already-decided');
    await test.runJobs();
    const returned = codes[0] === 'done';
    expect(await versionsOf(dataset)).toBe(returned ? 0 : 1);
    expect((await newestSubmission(test.ctx, dataset.id))?.state).toBe(returned ? 'returned' : 'published');
  });

  it('two submit: one submission', async () => {
    const dataset = await draftDataset(test, unitId, 'Двоє подають', FILE);
    const [one, other] = await Promise.all(
      [contributor, responsible].map((who) => submitDataset(who, dataset.id, FORM)),
    );
    expect(one?.id).toBe(other?.id);
  });

  it('it is approved and withdrawn: nothing of it is published afterwards', async () => {
    const { dataset, id } = await planned('Погоджують і вилучають', inHours(1));
    expect(await versionsOf(dataset)).toBe(1);
    await Promise.all([withdrawDataset(test.ctx, dataset.id, ORDER), codeOf(approveSubmission(reviewers[1], id, NOW))]);
    await test.runJobs();
    expect(await versionsOf(dataset)).toBe(1);
    expect((await findCard(test.ctx, dataset.id))?.state).toBe('withdrawn');
  });
});

describe('a planned publication', () => {
  it('comes at its instant, not before, in the submitter’s name', async () => {
    const { dataset, id } = await planned('За годиною', inHours(1));
    await publishPlannedJob.handle(test.ctx, {}, RUN);
    await test.runJobs();
    expect(await versionsOf(dataset)).toBe(1);
    test.clock.set(inHours(2));
    await publishPlannedJob.handle(test.ctx, {}, RUN);
    await publishPlannedJob.handle(test.ctx, {}, RUN);
    await test.runJobs();
    test.clock.go();
    const [version] = await listVersions(test.ctx, dataset.id);
    expect(version).toMatchObject({ number: 2, publishedBy: 'hotuie' });
    expect((await newestSubmission(test.ctx, dataset.id))?.id).toBe(id);
  });

  it('of a dataset withdrawn meanwhile does not come about', async () => {
    const { dataset } = await planned('Вилучене до строку', inHours(1));
    await withdrawDataset(test.ctx, dataset.id, ORDER);
    expect((await newestSubmission(test.ctx, dataset.id))?.state).toBe('closed');
    test.clock.set(inHours(2));
    await publishPlannedJob.handle(test.ctx, {}, RUN);
    await test.runJobs();
    test.clock.go();
    expect(await versionsOf(dataset)).toBe(1);
    expect(await codeOf(askForPublication(responsible, dataset.id))).toBe('dataset-withdrawn');
  });

  it('of a draft changed meanwhile does not come about, and who submitted it is told why', async () => {
    const { dataset, id } = await planned('Змінене до строку', inHours(1));
    await giveFile(test, await loadDataset(test.ctx, dataset.id), { ...FILE, text: `${FILE.text}4;Училище\n` });
    test.clock.set(inHours(2));
    await publishPlannedJob.handle(test.ctx, {}, RUN);
    test.clock.go();
    const after = await newestSubmission(test.ctx, dataset.id);
    expect(after).toMatchObject({ id, publishAt: null, failure: { code: 'submission-stale' } });
    expect(await codeOf(publishDataset(responsible, dataset.id))).toBe('not-approved');
    expect(await versionsOf(dataset)).toBe(1);
  });
});

describe('a publication under way', () => {
  it('whose dataset is withdrawn before it ends makes no version', async () => {
    const { dataset, id } = await planned('Вилучене посеред роботи', inHours(1));
    await codeOf(askForPublication(responsible, dataset.id));
    await withdrawDataset(test.ctx, dataset.id, ORDER);
    await test.runJobs();
    expect(await versionsOf(dataset)).toBe(1);
    expect(await findPublicationRequest(test.ctx, dataset.id)).toMatchObject({ state: 'failed' });
    expect((await newestSubmission(test.ctx, dataset.id))?.id).toBe(id);
  });

  it('killed between the approval and the version is done by the next worker, once', async () => {
    const { dataset, id } = await submitted('Загинув робітник');
    await approveSubmission(reviewers[0], id, NOW);
    const request = await findPublicationRequest(test.ctx, dataset.id);
    const dying = { ...test.ctx, signal: AbortSignal.abort() };
    await expect(prepareVersionJob.handle(dying, { requestId: request?.id ?? '' }, RUN)).rejects.toThrow();
    expect(await versionsOf(dataset)).toBe(0);
    await test.runJobs();
    expect(await versionsOf(dataset)).toBe(1);
    expect(await newestSubmission(test.ctx, dataset.id)).toMatchObject({ state: 'published' });
  });
});
