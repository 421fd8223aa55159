import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appoint } from '../../../tests/support/appoint.ts';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { draftDataset, giveFile, setUpCommunity } from '../../../tests/support/publish-file.ts';
import { isRequestError } from '../../kernel/errors.ts';
import { kyivInstant, kyivWallClock } from '../../language/kyiv-instant.ts';
import type { Context } from '../../platform/context.ts';
import { actorOfPerson, createPerson } from '../accounts/index.ts';
import { changePassport, type Dataset, loadDataset } from '../catalog/index.ts';
import { latestReadings } from '../ingest/index.ts';
import { changeLinkDays, makeLink } from '../links/index.ts';
import { listNotices } from '../notices/index.ts';
import { changeReviewSettings, newestSubmission, remindReviewersJob } from '../review/index.ts';
import {
  actByLink,
  approveSubmission,
  archiveDataset,
  askForPublication,
  changeNote,
  listVersions,
  openOriginal,
  planPublication,
  publishDataset,
  reviewOfDraft,
  submitDataset,
  suspendDataset,
  takeBackSubmission,
} from './index.ts';
import { publishPlannedJob } from './publish-planned-job.ts';

const FILE = { name: 'школи.csv', text: 'Номер;Назва\n1;Гімназія\n2;Ліцей\n', identifier: ['Номер'] };
const SETTINGS = { twoPerson: true, reviewers: 'unit' as const, termDays: 3, routineAtOnce: false, trustedUnitIds: [] };
const FORM = { personalData: 'none' as const, note: '' };
const NOW = { ticked: [], publishAt: null };
const RUN = { id: 'test', attempt: 1, last: false };
const GROUND = { reason: 'Перевіряємо дані.', order: 'Розпорядження № 13' };

let test: TestContext;
let unitId: string;
let contributor: Context;
let responsible: Context;
let publisher: Context;
let reviewer: Context;

beforeAll(async () => {
  test = await makeTestContext();
  unitId = await setUpCommunity(test);
  contributor = await appoint(test, 'hotuie', 'contributor', unitId);
  responsible = await appoint(test, 'vidpovidaie', 'responsible', unitId);
  reviewer = await appoint(test, 'pereviriaie', 'reviewer', unitId);
  const only = { name: 'lyshe', email: 'lyshe@example.org', password: 'довгий пароль для перевірки', unitId };
  publisher = test.as(
    actorOfPerson(await createPerson(test.ctx, { ...only, role: 'responsible', functions: ['publish'] })),
  );
});
beforeEach(() => changeReviewSettings(test.ctx, SETTINGS));
afterAll(() => test.close());

const draft = (title: string): Promise<Dataset> => draftDataset(test, unitId, title, FILE);
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);
const versionsOf = async ({ id }: Dataset) => (await listVersions(test.ctx, id)).length;
const kindsOf = async (who: Context) => (await listNotices(who, { size: 50 })).items.map(({ kind }) => kind);

async function codeOf(deed: Promise<unknown>): Promise<string> {
  return deed.then(
    () => 'done',
    (error: unknown) => (isRequestError(error) ? error.code : String(error)),
  );
}

/** What the clock of planned publications does, so many hours from now. */
async function tick(hours: number): Promise<void> {
  test.clock.set(inHours(hours));
  await publishPlannedJob.handle(test.ctx, {}, RUN);
  await test.runJobs();
  test.clock.go();
}

/** A published dataset with a changed draft. */
async function changed(title: string): Promise<Dataset> {
  await changeReviewSettings(test.ctx, { ...SETTINGS, twoPerson: false });
  const dataset = await draft(title);
  await publishDataset(test.ctx, dataset.id);
  await giveFile(test, await loadDataset(test.ctx, dataset.id), { ...FILE, text: `${FILE.text}3;Школа\n` });
  await changeReviewSettings(test.ctx, SETTINGS);
  return dataset;
}

it('a wall clock in Kyiv is the same in summer and in winter, there and back', () => {
  for (const wall of ['2026-07-01T09:30', '2026-12-01T09:30']) expect(kyivWallClock(kyivInstant(wall))).toBe(wall);
});

describe('a publication planned where review is off', () => {
  beforeEach(() => changeReviewSettings(test.ctx, { ...SETTINGS, twoPerson: false }));

  it('comes at its instant, in the name of whoever planned it, and can be taken back', async () => {
    const dataset = await draft('На завтра');
    expect(await codeOf(planPublication(contributor, dataset.id, inHours(2)))).toBe('not-permitted');
    expect(await codeOf(planPublication(responsible, dataset.id, inHours(-1)))).toBe('form-invalid');
    await planPublication(responsible, dataset.id, inHours(2));
    expect(await reviewOfDraft(test.ctx, dataset.id)).toMatchObject({ planned: true, approved: false });
    await takeBackSubmission(responsible, dataset.id);
    await tick(3);
    expect(await versionsOf(dataset)).toBe(0);
    await planPublication(responsible, dataset.id, inHours(2));
    await tick(1);
    expect(await versionsOf(dataset)).toBe(0);
    await tick(3);
    expect(await listVersions(test.ctx, dataset.id)).toMatchObject([{ number: 1, publishedBy: 'vidpovidaie' }]);
    expect((await newestSubmission(test.ctx, dataset.id))?.state).toBe('published');
  });

  it('does not come about once review is turned on: nobody approved it', async () => {
    const dataset = await draft('Увімкнули перевірку');
    await planPublication(responsible, dataset.id, inHours(2));
    await changeReviewSettings(test.ctx, SETTINGS);
    expect(await codeOf(planPublication(responsible, dataset.id, inHours(2)))).toBe('not-approved');
    expect(await codeOf(publishDataset(responsible, dataset.id))).toBe('not-approved');
    await tick(3);
    expect(await versionsOf(dataset)).toBe(0);
    expect(await newestSubmission(test.ctx, dataset.id)).toMatchObject({ failure: { code: 'not-approved' } });
    expect(await kindsOf(responsible)).toContain('dataset.not-published');
  });
});

describe('a submission that asks for a time', () => {
  it('approved by a link comes at that time', async () => {
    const dataset = await draft('За посиланням, але згодом');
    expect(await codeOf(submitDataset(contributor, dataset.id, { ...FORM, wantedAt: inHours(-1) }))).toBe(
      'form-invalid',
    );
    const submission = await submitDataset(contributor, dataset.id, { ...FORM, wantedAt: inHours(2) });
    await changeLinkDays(test.ctx, 5);
    const { code, link } = await makeLink(reviewer, {
      purpose: 'approve',
      subject: { kind: 'submission', id: submission.id, name: submission.title },
      ...{ datasetId: dataset.id, unitId, origin: 'https://data.example.org' },
      person: { name: 'Ірина Калина', post: '', email: '' },
    });
    expect(Math.round((link.expiresAt.getTime() - link.madeAt.getTime()) / 86_400_000)).toBe(5);
    const used = await actByLink(test.ctx, code, { decision: 'approve', reasons: [], words: '' });
    expect(used.outcome).toBe('approved-later');
    await tick(1);
    expect(await versionsOf(dataset)).toBe(0);
    await tick(3);
    expect(await versionsOf(dataset)).toBe(1);
  });

  it('the term of links is an administrator’s to change', async () => {
    expect(await codeOf(changeLinkDays(responsible, 7))).toBe('not-permitted');
    expect(await codeOf(changeLinkDays(test.ctx, 0))).toBe('faulty-fields');
  });
});

describe('closing a dataset', () => {
  const suspend = (dataset: Dataset) =>
    suspendDataset(test.ctx, dataset.id, { ...GROUND, reviewOn: inHours(240).toISOString().slice(0, 10) });

  it.each([
    ['suspending', suspend],
    ['archiving', (dataset: Dataset) => archiveDataset(test.ctx, dataset.id, GROUND)],
  ])('%s ends a review, and its author is told', async (name, close) => {
    const dataset = await changed(`Закривають: ${name}`);
    const { id } = await submitDataset(contributor, dataset.id, FORM);
    await close(dataset);
    expect(await newestSubmission(test.ctx, dataset.id)).toMatchObject({ id, state: 'closed' });
    expect((await listNotices(contributor, { size: 1 })).items[0]).toMatchObject({
      kind: 'dataset.review-closed',
      subject: { id: dataset.id },
      facts: { reason: expect.stringContaining(GROUND.reason) },
    });
    expect(await codeOf(approveSubmission(reviewer, id, NOW))).toBe('already-decided');
  });

  it('and approving at the same moment: nothing is published of what is closed', async () => {
    const dataset = await changed('Призупиняють і погоджують');
    const { id } = await submitDataset(contributor, dataset.id, FORM);
    const codes = await Promise.all([codeOf(suspend(dataset)), codeOf(approveSubmission(reviewer, id, NOW))]);
    expect(codes[0]).toBe('done');
    expect(['done', 'already-decided']).toContain(codes[1]);
    await test.runJobs();
    expect(await versionsOf(dataset)).toBe(1);
    expect((await newestSubmission(test.ctx, dataset.id))?.state).toBe('closed');
  });

  it('ends a planned publication', async () => {
    const dataset = await changed('Заплановане закривають');
    await changeReviewSettings(test.ctx, { ...SETTINGS, twoPerson: false });
    await planPublication(responsible, dataset.id, inHours(2));
    await suspend(dataset);
    await tick(3);
    expect(await versionsOf(dataset)).toBe(1);
  });
});

it('who only publishes carries out what somebody else prepared, with the note and the original', async () => {
  await changeReviewSettings(test.ctx, { ...SETTINGS, twoPerson: false });
  const dataset = await draft('Готують одні, публікують інші');
  const { passport } = dataset;
  expect(await codeOf(changePassport(publisher, dataset.id, passport))).toBe('not-permitted');
  const [part] = (await loadDataset(publisher, dataset.id)).resources;
  await changeNote(publisher, dataset.id, 'Перша версія.');
  const [reading] = await latestReadings(publisher, [part?.id ?? '']);
  await openOriginal(publisher, dataset.id, reading?.id ?? '', true);
  await askForPublication(publisher, dataset.id);
  await test.runJobs();
  expect(await listVersions(test.ctx, dataset.id)).toMatchObject([{ number: 1, publishedBy: 'lyshe' }]);
  expect((await latestReadings(publisher, [part?.id ?? '']))[0]).toMatchObject({ originalPublic: true });
});

it('a review past its term is told to the reviewers, and later to the coordinator; deciding settles it', async () => {
  const coordinator = await appoint(test, 'koordynuie', 'coordinator', unitId);
  const dataset = await draft('Залежалось');
  test.clock.set('2026-12-07T10:00:00+02:00');
  const { id, dueOn } = await submitDataset(contributor, dataset.id, FORM);
  expect(dueOn).toBe('2026-12-10');
  const remind = async (day: string) => {
    test.clock.set(`${day}T08:50:00+02:00`);
    await remindReviewersJob.handle(test.ctx, {}, RUN);
  };
  const late = async (who: Context) =>
    (await listNotices(who, { size: 50 })).items.filter(
      ({ kind, subject }) => kind === 'review.late' && subject.id === dataset.id,
    );
  await remind('2026-12-10');
  expect(await late(reviewer)).toEqual([]);
  await remind('2026-12-11');
  await remind('2026-12-11');
  expect(await late(reviewer)).toMatchObject([{ link: `/cabinet/review/${id}`, readAt: null }]);
  expect(await late(contributor)).toEqual([]);
  expect(await late(coordinator)).toEqual([]);
  await remind('2026-12-16');
  expect(await late(coordinator)).toHaveLength(1);
  await approveSubmission(reviewer, id, NOW);
  expect((await late(reviewer)).every(({ readAt }) => readAt !== null)).toBe(true);
  test.clock.go();
});
