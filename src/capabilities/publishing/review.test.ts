import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appoint } from '../../../tests/support/appoint.ts';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { draftDataset, giveFile, setUpCommunity } from '../../../tests/support/publish-file.ts';
import { dayOf } from '../../kernel/dates.ts';
import { isRequestError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { changePassport, type Dataset, findCard, loadDataset } from '../catalog/index.ts';
import { startFile } from '../drafts/index.ts';
import { listNotices } from '../notices/index.ts';
import {
  CHECKLIST,
  changeReviewSettings,
  commentOn,
  listComments,
  newestSubmission,
  newestSubmissions,
  replyTo,
  resolveComment,
  reviewLateness,
  waitingForReview,
} from '../review/index.ts';
import {
  approveSubmission,
  askForPublication,
  listVersions,
  publishDataset,
  returnSubmission,
  reviewOfDraft,
  submitDataset,
  takeBackSubmission,
} from './index.ts';

const FILE = { name: 'школи.csv', text: 'Номер;Назва\n1;Гімназія\n2;Ліцей\n', identifier: ['Номер'] };
const SETTINGS = { twoPerson: true, reviewers: 'unit' as const, termDays: 3, routineAtOnce: false, trustedUnitIds: [] };
const NOW = { ticked: [], publishAt: null };
const FORM = { personalData: 'none' as const, note: 'Дані за листопад' };

let test: TestContext;
let unitId: string;
let contributor: Context;
let responsible: Context;
let reviewer: Context;

beforeAll(async () => {
  test = await makeTestContext();
  unitId = await setUpCommunity(test);
  contributor = await appoint(test, 'hotuie', 'contributor', unitId);
  responsible = await appoint(test, 'vidpovidaie', 'responsible', unitId);
  reviewer = await appoint(test, 'pereviriaie', 'reviewer', unitId);
});
beforeEach(() => changeReviewSettings(test.ctx, SETTINGS));
afterAll(() => test.close());

const draft = (title: string): Promise<Dataset> => draftDataset(test, unitId, title, FILE);

async function codeOf(deed: Promise<unknown>): Promise<string> {
  return deed.then(
    () => 'done',
    (error: unknown) => (isRequestError(error) ? error.code : String(error)),
  );
}

async function touch(dataset: Dataset): Promise<void> {
  const { passport } = await loadDataset(test.ctx, dataset.id);
  await changePassport(test.ctx, dataset.id, { ...passport, purpose: `${passport.purpose} Уточнено.` });
}

describe('the gate', () => {
  it('lets nobody publish what nobody approved while review is on, whoever asks and however', async () => {
    const dataset = await draft('Непогоджене');
    for (const who of [responsible, test.ctx]) {
      expect(await codeOf(askForPublication(who, dataset.id))).toBe('not-approved');
      expect(await codeOf(publishDataset(who, dataset.id))).toBe('not-approved');
    }
    expect(await codeOf(publishDataset(contributor, dataset.id))).toBe('not-permitted');
    await test.runJobs();
    expect(await findCard(test.ctx, dataset.id)).toBeNull();
  });

  it('is open where review is off, to whoever may publish; a contributor submits all the same', async () => {
    await changeReviewSettings(test.ctx, { ...SETTINGS, twoPerson: false });
    const dataset = await draft('Вільне');
    await submitDataset(contributor, dataset.id, FORM);
    await publishDataset(responsible, dataset.id);
    expect(await newestSubmission(test.ctx, dataset.id)).toMatchObject({ state: 'closed', versionNumber: 1 });
    expect((await waitingForReview(reviewer)).items.map(({ submission }) => submission.datasetId)).not.toContain(
      dataset.id,
    );
  });

  it('lets a trusted unit through at once, and the reviewer looks afterwards', async () => {
    await changeReviewSettings(test.ctx, { ...SETTINGS, trustedUnitIds: [unitId] });
    const dataset = await draft('Довірене');
    await publishDataset(responsible, dataset.id);
    const submission = await newestSubmission(test.ctx, dataset.id);
    expect(submission).toMatchObject({ kind: 'after', state: 'waiting', versionNumber: 1 });
    const seen = await approveSubmission(reviewer, submission?.id ?? '', NOW);
    expect(seen).toMatchObject({ state: 'published', publishAt: null });
    expect(await listVersions(test.ctx, dataset.id)).toHaveLength(1);
  });

  it('lets a routine update through, and nothing else: another passport waits for an approval', async () => {
    const dataset = await draft('Щомісячне');
    const first = await submitDataset(contributor, dataset.id, FORM);
    await approveSubmission(reviewer, first.id, NOW);
    await test.runJobs();
    await changeReviewSettings(test.ctx, { ...SETTINGS, routineAtOnce: true });
    const given = { ...FILE, text: `${FILE.text}3;Школа\n` };
    await giveFile(test, await loadDataset(test.ctx, dataset.id), given);
    expect((await reviewOfDraft(responsible, dataset.id)).road).toBe('after');
    await publishDataset(responsible, dataset.id);
    await touch(dataset);
    expect((await reviewOfDraft(responsible, dataset.id)).road).toBe('approval');
    expect(await codeOf(publishDataset(responsible, dataset.id))).toBe('not-approved');
  });
});

describe('a submission', () => {
  it('asks whether the data tell of people, and only what could be published can be submitted', async () => {
    const dataset = await draft('Питання про людей');
    expect(await codeOf(submitDataset(contributor, dataset.id, { personalData: 'not-asked', note: '' }))).toBe(
      'form-invalid',
    );
    const empty = await draftDataset(test, unitId, 'Ще вантажиться', FILE);
    await startFile(test.ctx, {
      fileName: 'новий.csv',
      size: 10,
      kind: 'table',
      unitId: null,
      datasetId: empty.id,
      limit: 1000,
    });
    expect(await codeOf(submitDataset(contributor, empty.id, FORM))).toBe('not-ready-to-publish');
    expect(await newestSubmission(test.ctx, empty.id)).toBeNull();
  });

  it('is told to the reviewers of the unit, returned with reasons, mended, approved, and published in the submitter’s name', async () => {
    const dataset = await draft('Повне коло');
    const first = await submitDataset(contributor, dataset.id, FORM);
    expect(first.checklist.map(({ code }) => code)).toEqual([...CHECKLIST]);
    expect(await codeOf(returnSubmission(reviewer, first.id, { reasons: [], words: 'так' }))).toBe('form-invalid');
    expect(await codeOf(returnSubmission(contributor, first.id, { reasons: ['data'], words: '' }))).toBe(
      'not-permitted',
    );
    const [resource] = dataset.resources;
    const cell = { kind: 'cell' as const, resourceId: resource?.id ?? '', field: 'Назва', row: 2 };
    await commentOn(reviewer, dataset.id, cell, 'Ліцей закрито ще торік');
    const returned = await returnSubmission(reviewer, first.id, { reasons: ['data', 'other'], words: 'Див. рядок 2' });
    expect(returned).toMatchObject({ state: 'returned', reasons: ['data', 'other'] });
    const notices = await listNotices(contributor, { size: 20 });
    expect(notices.items.map(({ kind }) => kind)).toContain('dataset.returned');
    await touch(dataset);
    const [open] = await listComments(contributor, dataset.id, { open: true });
    await replyTo(contributor, open?.id ?? '', 'Виправили');
    await resolveComment(reviewer, open?.id ?? '', true);
    expect(await listComments(contributor, dataset.id, { open: true })).toEqual([]);
    expect((await listComments(contributor, dataset.id, { open: false }))[0]?.replies).toHaveLength(1);
    const again = await submitDataset(contributor, dataset.id, FORM);
    await approveSubmission(reviewer, again.id, NOW);
    await test.runJobs();
    const [version] = await listVersions(test.ctx, dataset.id);
    expect(version).toMatchObject({ number: 1, publishedBy: 'hotuie' });
    const due = dayOf(new Date());
    expect(await reviewLateness(test.ctx, dataset.id, due)).toEqual({ publisher: 0, reviewer: 0 });
    expect([...(await newestSubmissions(test.ctx, [dataset.id])).keys()]).toEqual([dataset.id]);
    expect(await newestSubmission(test.ctx, dataset.id)).toMatchObject({
      state: 'published',
      versionNumber: 1,
      decidedBy: { name: 'pereviriaie' },
      selfCheck: false,
    });
  });

  it('that was returned waits for nobody once the dataset is published without it', async () => {
    const dataset = await draft('Повернуте й опубліковане');
    const { id } = await submitDataset(contributor, dataset.id, FORM);
    await returnSubmission(reviewer, id, { reasons: ['data'], words: '' });
    await changeReviewSettings(test.ctx, { ...SETTINGS, twoPerson: false });
    await publishDataset(responsible, dataset.id);
    expect(await newestSubmission(test.ctx, dataset.id)).toMatchObject({ id, state: 'closed', versionNumber: 1 });
  });

  it('goes stale by any change and is not approved then; submitted anew it takes the place of the old one', async () => {
    const dataset = await draft('Застаріле');
    const first = await submitDataset(contributor, dataset.id, FORM);
    expect((await submitDataset(contributor, dataset.id, FORM)).id).toBe(first.id);
    await touch(dataset);
    expect(await reviewOfDraft(reviewer, dataset.id)).toMatchObject({ stale: true });
    expect(await codeOf(approveSubmission(reviewer, first.id, NOW))).toBe('submission-stale');
    expect(await newestSubmission(test.ctx, dataset.id)).toMatchObject({ state: 'waiting' });
    const next = await submitDataset(contributor, dataset.id, FORM);
    expect(next.id).not.toBe(first.id);
    expect(await codeOf(approveSubmission(reviewer, first.id, NOW))).toBe('already-decided');
    await takeBackSubmission(contributor, dataset.id);
    expect(await codeOf(approveSubmission(reviewer, next.id, NOW))).toBe('already-decided');
  });

  it('is approved by who submitted it only line by line, and recorded as a self-check', async () => {
    const dataset = await draft('Самоперевірка');
    const coordinator = await appoint(test, 'koordynuie', 'coordinator', unitId);
    const { id } = await submitDataset(coordinator, dataset.id, FORM);
    expect(await codeOf(approveSubmission(coordinator, id, { ...NOW, ticked: ['checks'] }))).toBe('form-invalid');
    const approved = await approveSubmission(coordinator, id, { ...NOW, ticked: [...CHECKLIST] });
    expect(approved.selfCheck).toBe(true);
    await changeReviewSettings(test.ctx, { ...SETTINGS, reviewers: 'coordinators' });
    const other = await submitDataset(contributor, (await draft('Лише координатор')).id, FORM);
    expect(await codeOf(approveSubmission(reviewer, other.id, NOW))).toBe('not-a-reviewer');
    expect((await waitingForReview(reviewer)).total).toBe(0);
  });
});
