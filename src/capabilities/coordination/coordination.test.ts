import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { draftDataset, setUpCommunity } from '../../../tests/support/publish-file.ts';
import type { Context } from '../../platform/context.ts';
import { askAlone } from '../../platform/database/ask-together.ts';
import { actorOfPerson, createPerson, createUnit, may } from '../accounts/index.ts';
import {
  changePassport,
  type Dataset,
  findCard,
  loadDataset,
  lookOverDatasets,
  waitingDatasets,
} from '../catalog/index.ts';
import { filesInHandQuestion } from '../ingest/index.ts';
import { listNotices } from '../notices/index.ts';
import { publishDataset, publishPlannedJob, submitDataset } from '../publishing/index.ts';
import { changeReviewSettings, newestSubmission, reviewSettings } from '../review/index.ts';
import { approveMany, assign, changeFrequencies, findDeed, remind, undoDeed } from './index.ts';

const FILE = { name: 'shkoly.csv', text: 'Номер школи;Назва\n101;Гімназія «Сокіл»\n102;Ліцей № 2\n' };
const RUN = { id: 'test', attempt: 1, last: false };

let test: TestContext;
let ctx: Context;
let unitId: string;
let coordinator: Context;
let contributor: Context;

beforeAll(async () => {
  test = await makeTestContext({ now: '2026-11-20T10:00:00+02:00' });
  ctx = test.ctx;
  unitId = await setUpCommunity(test);
  const person = async (email: string, role: 'coordinator' | 'contributor') => {
    const input = { name: 'Олена Коваль', email, password: 'довгий пароль для перевірки', role, unitId };
    return test.as(actorOfPerson(await createPerson(ctx, input)));
  };
  coordinator = await person('k@misto.example.ua', 'coordinator');
  contributor = await person('d@misto.example.ua', 'contributor');
});
afterAll(() => test.close());

async function published(title: string): Promise<Dataset> {
  const dataset = await draftDataset(test, unitId, title, FILE);
  await publishDataset(ctx, dataset.id);
  return loadDataset(ctx, dataset.id);
}

const publicFrequency = async (id: string) => (await findCard(ctx, id))?.passport.frequency;

describe('a frequency changed in many datasets', () => {
  it('is public at once where nothing else waits, and waits with other changes where something does', async () => {
    const [clean, begun] = [await published('Перелік шкіл'), await published('Перелік садків')];
    const before = clean.passport.frequency;
    await changePassport(ctx, begun.id, { ...begun.passport, description: 'Ще не дописано' });
    const deed = await changeFrequencies(coordinator, [clean.id, begun.id], 'once a week');
    await test.runJobs();
    expect(deed.items.map(({ datasetId }) => datasetId).sort()).toEqual([clean.id, begun.id].sort());
    expect(await publicFrequency(clean.id)).toBe('once a week');
    expect(await publicFrequency(begun.id)).toBe(before);
    expect((await loadDataset(ctx, begun.id)).passport).toMatchObject({
      frequency: 'once a week',
      description: 'Ще не дописано',
    });
  });

  it('is undone whole, but for what somebody has changed since; once only', async () => {
    const [one, other] = [await published('Перелік ліцеїв'), await published('Перелік гуртків')];
    const before = one.passport.frequency;
    const deed = await changeFrequencies(coordinator, [one.id, other.id], 'once a day');
    await test.runJobs();
    const later = await loadDataset(ctx, other.id);
    await changePassport(ctx, other.id, { ...later.passport, frequency: 'once a year' });
    const undone = await undoDeed(coordinator, deed.id);
    await test.runJobs();
    expect((await loadDataset(ctx, one.id)).passport.frequency).toBe(before);
    expect(await publicFrequency(one.id)).toBe(before);
    expect((await loadDataset(ctx, other.id)).passport.frequency).toBe('once a year');
    expect(undone.left.map(({ datasetId }) => datasetId)).toEqual([other.id]);
    await expect(undoDeed(coordinator, deed.id)).rejects.toMatchObject({ code: 'undone-already' });
    expect((await findDeed(coordinator, deed.id))?.items).toHaveLength(1);
  });

  it('is undone within seven days only', async () => {
    const dataset = await published('Перелік стадіонів');
    const deed = await changeFrequencies(coordinator, [dataset.id], 'once a quarter');
    test.clock.set('2026-11-28T10:00:00+02:00');
    await expect(undoDeed(coordinator, deed.id)).rejects.toMatchObject({ code: 'too-late-to-undo' });
    test.clock.set('2026-11-20T12:00:00+02:00');
  });

  it('leaves alone what is so already and says so', async () => {
    const dataset = await published('Перелік басейнів');
    const deed = await changeFrequencies(coordinator, [dataset.id], dataset.passport.frequency ?? '');
    expect(deed.items).toEqual([]);
    expect(deed.left[0]).toMatchObject({ datasetId: dataset.id, why: { uk: 'так уже є' } });
  });

  it('needs the right to coordinate, something chosen, and a frequency there is', async () => {
    const dataset = await published('Перелік майстерень');
    await expect(changeFrequencies(contributor, [dataset.id], 'once a week')).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await expect(changeFrequencies(coordinator, [], 'once a week')).rejects.toMatchObject({ code: 'nothing-chosen' });
    await expect(changeFrequencies(coordinator, [dataset.id], 'often')).rejects.toMatchObject({ kind: 'invalid' });
    expect((await loadDataset(ctx, dataset.id)).passport.frequency).toBe(dataset.passport.frequency);
  });
});

describe('a reminder', () => {
  const unread = async () => (await listNotices(contributor, { size: 50, unread: true })).items;

  it('stands in the cabinet of those who keep the dataset, once a day, and can be taken back before the digest', async () => {
    const dataset = await published('Перелік водозаборів');
    const deed = await remind(coordinator, [dataset.id]);
    expect(deed.items.map(({ datasetId }) => datasetId)).toEqual([dataset.id]);
    const told = (await unread()).filter(({ subject }) => subject.id === dataset.id);
    expect(told).toMatchObject([{ kind: 'dataset.reminded', link: `/cabinet/datasets/${dataset.id}` }]);
    const again = await remind(coordinator, [dataset.id]);
    expect(again).toMatchObject({ items: [], left: [{ datasetId: dataset.id }] });
    await undoDeed(coordinator, deed.id);
    expect((await unread()).filter(({ subject }) => subject.id === dataset.id)).toEqual([]);
    await expect(remind(contributor, [dataset.id])).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('datasets given to a person', () => {
  const LINKS = { origin: 'http://localhost', language: 'uk' as const };

  it('name them in the passport, give them the right by one appointment, tell them; undone, all is as it was', async () => {
    const [one, other] = [await published('Перелік притулків'), await published('Перелік криниць')];
    const input = { name: 'Петро Гай', email: 'p@misto.example.ua', password: 'довгий пароль для перевірки' };
    const school = await createUnit(ctx, { name: 'Ліцей № 7', parentId: unitId });
    const person = await createPerson(ctx, { ...input, role: 'responsible', unitId: school.id });
    const theirs = test.as(actorOfPerson(person));
    expect(await may(theirs, 'dataset.publish', one)).toBe(false);
    const deed = await assign(coordinator, [one.id, other.id], person.id, LINKS);
    await test.runJobs();
    expect(deed.items).toHaveLength(2);
    expect(new Set(deed.items.map(({ after }) => after.appointmentId)).size).toBe(1);
    expect((await findCard(ctx, one.id))?.passport.responsibleName).toBe('Петро Гай');
    expect(await may(theirs, 'dataset.publish', one)).toBe(true);
    expect(await may(theirs, 'dataset.publish', { id: school.id, unitId })).toBe(false);
    const told = (await listNotices(theirs, { size: 50 })).items.map(({ kind, subject }) => [kind, subject.id]);
    expect(told.sort()).toEqual([one.id, other.id].map((id) => ['dataset.assigned', id]).sort());
    const again = await assign(coordinator, [one.id], person.id, LINKS);
    expect(again).toMatchObject({ items: [], left: [{ datasetId: one.id }] });
    await undoDeed(coordinator, deed.id);
    await test.runJobs();
    expect(await may(theirs, 'dataset.publish', one)).toBe(false);
    expect((await findCard(ctx, other.id))?.passport.responsibleName).toBe(other.passport.responsibleName);
  });

  it('need somebody chosen who is there, and the right to coordinate', async () => {
    const dataset = await published('Перелік скверів');
    await expect(assign(coordinator, [dataset.id], '', LINKS)).rejects.toMatchObject({ kind: 'invalid' });
    await expect(assign(contributor, [dataset.id], dataset.id, LINKS)).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('an approval of many', () => {
  it('waits ten minutes with the publication, can be undone till then, and leaves alone what is stale or not submitted', async () => {
    await changeReviewSettings(ctx, { ...(await reviewSettings(ctx)), twoPerson: true });
    const form = { personalData: 'none' as const, note: '' };
    const [good, stale, draft] = [
      await draftDataset(test, unitId, 'Перелік колодязів', FILE),
      await draftDataset(test, unitId, 'Перелік мостів', FILE),
      await draftDataset(test, unitId, 'Перелік переходів', FILE),
    ];
    for (const { id } of [good, stale]) await submitDataset(contributor, id, form);
    const later = await loadDataset(ctx, stale.id);
    await changePassport(ctx, stale.id, { ...later.passport, description: 'Змінено після подання' });
    const ids = [good.id, stale.id, draft.id];
    const deed = await approveMany(coordinator, ids);
    expect(deed.items.map(({ datasetId }) => datasetId)).toEqual([good.id]);
    expect(deed.left.map(({ datasetId }) => datasetId).sort()).toEqual([stale.id, draft.id].sort());
    expect((await newestSubmission(ctx, stale.id))?.state).toBe('waiting');
    await undoDeed(coordinator, deed.id);
    expect(await newestSubmission(ctx, good.id)).toMatchObject({ state: 'waiting', decidedBy: null, publishAt: null });
    const again = await approveMany(coordinator, [good.id]);
    expect(again.items).toHaveLength(1);
    test.clock.set(new Date(test.clock.now().getTime() + 11 * 60_000));
    await publishPlannedJob.handle(test.ctx, {}, RUN);
    await test.runJobs();
    expect((await loadDataset(ctx, good.id)).state).toBe('published');
    const late = await undoDeed(coordinator, again.id);
    expect(late.left.map(({ datasetId }) => datasetId)).toEqual([good.id]);
    await changeReviewSettings(ctx, { ...(await reviewSettings(ctx)), twoPerson: false });
  });
});

describe('the look over datasets', () => {
  it('tells terms and states, and narrows by words, unit and term', async () => {
    const late = await published('Графік вивезення сміття');
    await changeFrequencies(coordinator, [late.id], 'once a day');
    await test.runJobs();
    test.clock.set('2026-11-25T10:00:00+02:00');
    const page = { page: 1, size: 50 };
    const found = await lookOverDatasets(coordinator, 'dataset.coordinate', { term: 'late', q: 'вивезення' }, page);
    expect(found.items).toMatchObject([{ id: late.id, dueOn: '2026-11-21', state: 'published', missing: 0 }]);
    expect(found.total).toBe(1);
    expect(found.counts.terms.late).toBe(1);
    const all = await lookOverDatasets(coordinator, 'dataset.coordinate', {}, page);
    expect(all.items[0]?.id).toBe(late.id);
    expect(all.total).toBe((all.counts.states.published ?? 0) + (all.counts.states.draft ?? 0));
    const elsewhere = await lookOverDatasets(coordinator, 'dataset.coordinate', { unitIds: [late.id] }, page);
    expect(elsewhere).toMatchObject({ items: [], total: 0 });
    const nothing = await lookOverDatasets(contributor, 'dataset.coordinate', {}, page);
    expect(nothing).toMatchObject({ items: [], total: 0, counts: { states: {} } });
    test.clock.set('2026-11-20T12:00:00+02:00');
  });

  it('gives the desk what waits: drafts, files in hand, late ones', async () => {
    const draft = await draftDataset(test, unitId, 'Чернетка переліку', FILE);
    const files = await askAlone(contributor, await filesInHandQuestion(contributor, 10));
    expect(files.map(({ datasetId }) => datasetId)).toContain(draft.id);
    const waiting = await waitingDatasets(contributor, [], 50);
    expect(waiting.items.map(({ id }) => id)).toContain(draft.id);
    const few = await waitingDatasets(contributor, [], 1);
    expect(few.items.filter(({ dueOn }) => dueOn === null)).toHaveLength(1);
    expect(few.total).toBe(waiting.total);
  });
});
