import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { setUpCommunity } from '../../../tests/support/publish-file.ts';
import { VISITOR } from '../../kernel/actor.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { askAlone } from '../../platform/database/ask-together.ts';
import { actorOfPerson, createPerson, createUnit, listUnits, type Role } from '../accounts/index.ts';
import { listHistory } from '../history/index.ts';
import { gatherUrgentJob, listNotices } from '../notices/index.ts';
import * as community from './index.ts';

const ORIGIN = 'https://data.example.ua';
const NOW = '2026-11-20T10:00:00+02:00';
const PAGE = { page: 1, size: 50 };
const STOPS = { id: '0193e000-0000-7000-8000-000000000001', slug: 'zupynky', title: 'Зупинки транспорту' };

let world: TestContext;
let visitor: Context;
let education: string;
let transport: string;
const staff: Record<string, Context> = {};

async function person(name: string, role: Role, unitId: string | null): Promise<Context> {
  const password = 'вербові сережки цвітуть';
  return world.as(
    actorOfPerson(await createPerson(world.ctx, { name, email: `${name}@x.ua`, password, role, unitId })),
  );
}

beforeAll(async () => {
  world = await makeTestContext({ now: NOW });
  visitor = world.as(VISITOR);
  education = await setUpCommunity(world);
  const root = (await listUnits(visitor))[0]?.id ?? '';
  transport = (await createUnit(world.ctx, { name: 'Управління транспорту', parentId: root })).id;
  staff.chief = await person('chief', 'administrator', null);
  staff.transport = await person('transport', 'responsible', transport);
  staff.helper = await person('helper', 'contributor', transport);
  staff.education = await person('education', 'responsible', education);
});
afterAll(() => world.close());

/** Each deed a second after the one before. */
const tick = () => world.clock.set(new Date(world.clock.now().getTime() + 1000));
const as = (name: string): Context => {
  tick();
  const ctx = staff[name];
  if (!ctx) throw new Error(`nobody is called ${name}`);
  return ctx;
};
const refusal = (deed: Promise<unknown>): Promise<string> =>
  deed.then(
    () => 'done',
    (error: { code?: string; fields?: { field: string }[] }) =>
      error.fields?.length ? error.fields.map(({ field }) => field).join(' ') : (error.code ?? String(error)),
  );

function ask(change: Partial<community.NewMessage> = {}) {
  tick();
  return community.sendMessage(visitor, {
    kind: 'question',
    dataset: { ...STOPS, unitId: transport },
    row: '12',
    column: 'Адреса',
    text: `Чому в зупинки «Ринок» немає адреси? (${world.clock.now().getTime()})`,
    name: 'Олена',
    email: 'olena@example.ua',
    consent: true,
    language: 'uk',
    origin: ORIGIN,
    ...change,
  });
}
/** The newest message, as staff see it. */
const newest = async () => {
  const [message] = (await community.listMessages(world.ctx, {}, PAGE)).items.toSorted((a, b) => b.number - a.number);
  if (!message) throw new Error('nothing was sent');
  return message;
};
const show = (text: string, change: object = {}) => ({ text, confirmed: false, ...change });

describe('a question', () => {
  test('gets a number, a term, a private address of which only a hash is kept, and a letter', async () => {
    const sent = await ask();
    const message = await newest();
    expect(message).toMatchObject({ number: sent.number, state: 'waiting', dueOn: '2026-11-27', unitId: transport });
    expect(message.place).toEqual({ row: '12', column: 'Адреса' });
    expect(sent.key).toHaveLength(32);
    const { rows } = await sql<{ row: string }>`select community_message::text as row from community_message`.execute(
      world.ctx.db,
    );
    expect(JSON.stringify(rows)).not.toContain(sent.key);
    const letters = (await world.letters()).filter(({ to }) => to === 'olena@example.ua');
    expect(letters[0]?.body).toContain(`${ORIGIN}/messages/${sent.number}?key=${sent.key}`);
    expect(letters[0]?.body).toContain('27 листопада 2026');
  });

  test('is opened by its key alone', async () => {
    const one = await ask();
    const other = await ask();
    expect((await community.followMessage(visitor, one.number, one.key)).message.number).toBe(one.number);
    for (const key of ['', 'x'.repeat(32), other.key]) {
      expect(await refusal(community.followMessage(visitor, one.number, key))).toBe('no-such-message');
    }
    expect(await community.findPublicMessage(visitor, one.number)).toBeNull();
  });

  test('is answered by letter, in the language of the visit, and may be asked further', async () => {
    const { number, key } = await ask({ language: 'en', text: 'Why has the stop no address at all?' });
    const { id } = await newest();
    await community.addNote(as('helper'), id, 'Подзвонити в депо');
    await community.answerMessage(as('transport'), id, {
      text: 'The address was added today.',
      show: null,
      origin: ORIGIN,
    });
    const letter = (await world.letters())[0];
    expect(letter).toMatchObject({ to: 'olena@example.ua' });
    expect(letter?.subject).toContain('Answer to your question');
    expect(letter?.body).toContain('The address was added today.\n\nУправління транспорту');
    expect(letter?.body).not.toContain(key);
    const thread = await community.followMessage(visitor, number, key);
    expect(thread.message).toMatchObject({ state: 'answered', dueOn: null });
    // notes are for staff only
    expect(thread.replies.map(({ kind }) => kind)).toEqual(['answer']);
    world.clock.set('2026-11-23T10:00:00+02:00');
    await community.addToMessage(visitor, number, key, { text: 'And stop No. 5?' });
    expect(await newest()).toMatchObject({ state: 'waiting', dueOn: '2026-11-30', settledAt: null });
    expect((await community.openMessage(as('helper'), id)).replies.map(({ kind }) => kind)).toEqual([
      'note',
      'answer',
      'addition',
    ]);
    await community.closeMessage(as('transport'), id);
    const more = community.addToMessage(visitor, number, key, { text: 'Ще одне' });
    expect(await refusal(more)).toBe('message-closed');
    world.clock.set(NOW);
  });

  test('leaves no word of it in the history', async () => {
    await ask({ text: 'Дуже особисте питання про сусідів' });
    const { id } = await newest();
    await community.addNote(as('transport'), id, 'таємна примітка');
    await community.answerMessage(as('transport'), id, { text: 'Відповідь по суті', show: null, origin: ORIGIN });
    const entries = (await listHistory(world.ctx, { subjectId: id }, PAGE)).items;
    expect(entries.map(({ deed }) => deed)).toEqual(['message.answered', 'message.noted', 'message.received']);
    expect(JSON.stringify(entries)).not.toMatch(/сусідів|таємна|по суті|olena|Олена/);
  });
});

describe('what becomes public', () => {
  test('nothing without a deed of the staff; then the words they chose, with the answer', async () => {
    const { number } = await ask({ text: 'Зупинка «Ринок»: телефонуйте мені 067 123-45-67' });
    const { id } = await newest();
    const about = () => community.listPublicMessages(visitor, { datasetId: STOPS.id }, PAGE);
    const before = (await about()).total;
    const answer = (words: object) =>
      community.answerMessage(as('transport'), id, {
        text: 'Адресу додано.',
        show: show('Зупинка «Ринок»', words),
        origin: ORIGIN,
      });
    expect(await refusal(answer({ text: 'Телефонуйте 067 123-45-67' }))).toBe('publicText');
    expect(await refusal(answer({ text: ' ' }))).toBe('publicText');
    expect((await about()).total).toBe(before);
    await answer({});
    const found = await community.findPublicMessage(visitor, number);
    expect(found).toMatchObject({ text: 'Зупинка «Ринок»', state: 'answered' });
    expect(found?.answers).toMatchObject([{ text: 'Адресу додано.', unitName: 'Управління транспорту' }]);
    expect(JSON.stringify(found)).not.toMatch(/067|olena|Олена/);
    expect((await newest()).text).toContain('067');
    expect((await about()).total).toBe(before + 1);
    await community.hideMessage(as('transport'), id);
    expect(await community.findPublicMessage(visitor, number)).toBeNull();
  });

  test('nothing of what its author did not agree to', async () => {
    await ask({ consent: false });
    const { id } = await newest();
    expect(await refusal(community.showMessage(as('chief'), id, show('Питання')))).toBe('no-consent');
  });

  test('an earlier answer is looked through too', async () => {
    await ask();
    const { id } = await newest();
    const text = 'Пишіть на ivan@rada.example.ua';
    await community.answerMessage(as('transport'), id, { text, show: null, origin: ORIGIN });
    expect(await refusal(community.showMessage(as('transport'), id, show('Адреса?')))).toBe('confirmed');
    await community.showMessage(as('transport'), id, show('Адреса?', { confirmed: true }));
    const again = community.answerMessage(as('transport'), id, { text, show: null, origin: ORIGIN });
    expect(await refusal(again)).toBe('text');
  });

  test('is found by words in any form, of the answer too', async () => {
    await ask({ text: 'Чи їздять тролейбуси вночі?' });
    const { id, number } = await newest();
    await community.answerMessage(as('transport'), id, {
      text: 'Так, за нічним розкладом.',
      show: show('Чи їздять тролейбуси вночі?'),
      origin: ORIGIN,
    });
    const found = async (q: string) =>
      (await community.listPublicMessages(visitor, { q }, PAGE)).items.map((message) => message.number);
    expect(await found('тролейбусів')).toEqual([number]);
    expect(await found('нічні розклади')).toEqual([number]);
    expect(await found('зупинок тролейбусів')).toEqual([number]); // the dataset's title counts
    expect(await found('трамваї')).toEqual([]);
  });
});

describe('a proposal', () => {
  const propose = (subject: string, change: Partial<community.NewMessage> = {}) =>
    ask({ kind: 'proposal', dataset: null, subject, text: 'Для застосунку', unitId: null, ...change });
  const decide = (id: string, state: community.ProposalDecision, change: object = {}) =>
    community.decideProposal(as('chief'), id, { state, text: '', show: null, origin: ORIGIN, ...change });

  test('goes its way in public, each step with its own conditions', async () => {
    await propose('Графік ремонту ліфтів');
    const { id, number } = await newest();
    expect(await newest()).toMatchObject({ state: 'new', dueOn: '2026-12-04', unitId: null });
    expect(await refusal(community.answerMessage(as('chief'), id, { text: 'Так', show: null, origin: ORIGIN }))).toBe(
      'wrong-kind',
    );
    const words = { subject: 'Графік ремонту ліфтів', text: '', confirmed: false };
    await decide(id, 'considering', { show: words });
    expect((await community.similarProposals(visitor, 'ремонти ліфта', 5)).items.map((one) => one.number)).toEqual([
      number,
    ]);
    expect(await refusal(decide(id, 'planned', { plannedOn: '2026-11-19' }))).toBe('plannedOn');
    expect(await refusal(decide(id, 'refused'))).toBe('text');
    expect(await refusal(decide(id, 'published'))).toBe('result');
    await decide(id, 'planned', { plannedOn: '2027-01-15', text: 'Збираємо дані' });
    expect((await world.letters())[0]?.body).toContain('15 січня 2027');
    await decide(id, 'published', { result: { slug: 'lifty', title: 'Ліфти' } });
    expect(await community.findPublicMessage(visitor, number)).toMatchObject({
      state: 'published',
      result: { slug: 'lifty', title: 'Ліфти' },
      answers: [{ state: 'considering' }, { state: 'planned', text: 'Збираємо дані' }, { state: 'published' }],
    });
    expect(await refusal(community.voteForProposal(visitor, number, 'm'))).toBe('already-decided');
  });

  test('is supported once by a browser, and nothing of the browser is kept', async () => {
    const { number } = await propose('Розклад прибирання снігу');
    const { id } = await newest();
    expect(await refusal(community.voteForProposal(visitor, number, 'mark-1'))).toBe('no-such-message');
    await community.showMessage(as('chief'), id, { subject: 'Розклад прибирання снігу', text: '', confirmed: false });
    const marks = ['mark-1', 'mark-2', 'mark-1', 'mark-1'];
    const counted = await Promise.all(marks.map((mark) => community.voteForProposal(visitor, number, mark)));
    expect(counted.filter(Boolean)).toHaveLength(2);
    expect((await community.findPublicMessage(visitor, number))?.votes).toBe(2);
    expect(await community.hasSupported(visitor, number, 'mark-2')).toBe(true);
    expect(await community.hasSupported(visitor, number, 'mark-3')).toBe(false);
    const { rows } = await sql`select * from community_vote`.execute(world.ctx.db);
    expect(JSON.stringify(rows)).not.toContain('mark-');
  });

  test('names a unit that exists or none', async () => {
    expect(await refusal(propose('Ліфти в лікарнях', { unitId: STOPS.id }))).toBe('unit');
    await propose('Ліфти в лікарнях', { unitId: education });
    expect((await newest()).unitId).toBe(education);
  });
});

describe('rights', () => {
  const deeds: Record<string, (ctx: Context, id: string) => Promise<unknown>> = {
    open: (ctx, id) => community.openMessage(ctx, id),
    note: (ctx, id) => community.addNote(ctx, id, 'примітка'),
    answer: (ctx, id) => community.answerMessage(ctx, id, { text: 'Відповідь', show: null, origin: ORIGIN }),
    show: (ctx, id) => community.showMessage(ctx, id, show('Питання')),
    hide: (ctx, id) => community.hideMessage(ctx, id),
    confirm: (ctx, id) => community.confirmError(ctx, id, true),
    close: (ctx, id) => community.closeMessage(ctx, id),
    pass: (ctx, id) => community.passMessage(ctx, id, { unitId: education }),
  };
  /** Which deeds each may do upon a message of the transport unit. */
  const allowed: Record<string, readonly string[]> = {
    chief: Object.keys(deeds),
    transport: Object.keys(deeds),
    helper: ['open', 'note'],
    education: [],
  };
  const cells = Object.keys(allowed).flatMap((who) => Object.keys(deeds).map((deed) => [who, deed] as const));

  test.each(cells)('%s · %s', async (who, deed) => {
    await ask();
    const { id } = await newest();
    const done = await refusal(deeds[deed]?.(as(who), id) ?? Promise.reject(new Error(deed)));
    expect(done).toBe(allowed[who]?.includes(deed) ? 'done' : 'not-permitted');
    expect(await refusal(deeds[deed]?.(visitor, id) ?? Promise.reject(new Error(deed)))).toBe('signed-out');
  });

  test('everybody lists the messages of own units only; nobody’s are the administrator’s', async () => {
    await ask({ kind: 'proposal', dataset: null, subject: 'Щось нічиє', text: '' });
    const all = (await community.listMessages(as('chief'), {}, PAGE)).items;
    const own = (await community.listMessages(as('helper'), {}, PAGE)).items;
    expect(all.some(({ unitId }) => unitId === null)).toBe(true);
    expect(new Set(own.map(({ unitId }) => unitId))).toEqual(new Set([transport]));
    expect(await refusal(community.listMessages(as('helper'), { unitId: education }, PAGE))).toBe('not-permitted');
    expect(await refusal(community.listMessages(visitor, {}, PAGE))).toBe('signed-out');
    const counts = await community.countMessages(as('transport'));
    expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(own.length);
    // the desk of somebody who does not answer shows none
    expect(await community.waitingMessagesQuestion(as('helper'), 5)).toBeNull();
    const waiting = await community.waitingMessagesQuestion(as('transport'), 5);
    const answer = waiting && (await askAlone(world.ctx, waiting));
    expect(answer?.items.every(({ dueOn, createdAt }) => dueOn !== null && createdAt instanceof Date)).toBe(true);
  });

  test('waiting messages come first, by term', async () => {
    const list = (await community.listMessages(as('chief'), {}, PAGE)).items.map(({ dueOn }) => dueOn ?? '9999');
    expect(list).toEqual(list.toSorted());
  });

  test('who was passed a message sees it, who passed it no more', async () => {
    await ask();
    const { id } = await newest();
    const to = { unitId: education, note: 'Це ваше' };
    expect(await refusal(community.passMessage(as('transport'), id, { ...to, unitId: transport }))).toBe('unitId');
    await community.passMessage(as('transport'), id, to);
    expect(await refusal(community.openMessage(as('transport'), id))).toBe('not-permitted');
    expect((await community.openMessage(as('education'), id)).replies).toMatchObject([
      { kind: 'note', text: 'Це ваше' },
    ]);
  });

  test('settings are the administrator’s', async () => {
    const settings = await community.communitySettings(visitor);
    expect(settings).toMatchObject({ answerDays: 5, proposalDays: 10, keepDays: 30 });
    const wanted = { ...settings, answerDays: 3, channel: { ...settings.channel, phone: ' 0 800 000 000 ' } };
    expect(await refusal(community.changeCommunitySettings(as('transport'), wanted))).toBe('not-permitted');
    await community.changeCommunitySettings(as('chief'), wanted);
    expect((await community.communitySettings(visitor)).channel.phone).toBe('0 800 000 000');
    await ask();
    expect((await newest()).dueOn).toBe('2026-11-25');
    await community.changeCommunitySettings(as('chief'), settings);
  });
});

test('staff are told once an hour at most; the rest comes in one letter; an answer settles what was told', async () => {
  await world.runJobs();
  world.clock.set('2026-12-01T10:00:00+02:00');
  const lettersTo = async (to: string) => (await world.letters()).filter((letter) => letter.to === to);
  const before = (await lettersTo('transport@x.ua')).length;
  for (let i = 0; i < 3; i += 1) await ask({ email: '' });
  await world.runJobs();
  const first = await lettersTo('transport@x.ua');
  expect(first).toHaveLength(before + 1);
  expect(first[0]?.body).toContain('/cabinet/messages/');
  expect(first[0]?.body).not.toContain('«Ринок»'); // what was asked stays in the cabinet
  world.clock.set('2026-12-01T11:00:10+02:00');
  const gather = () => gatherUrgentJob.handle(world.ctx, {}, { id: 'j', attempt: 1, last: false });
  await gather();
  const gathered = await lettersTo('transport@x.ua');
  expect(gathered).toHaveLength(before + 2);
  expect(gathered[0]?.body.match(/cabinet\/messages\//g)?.length).toBeGreaterThanOrEqual(2);
  expect(await lettersTo('helper@x.ua')).toEqual([]);
  await gather();
  expect(await lettersTo('transport@x.ua')).toHaveLength(before + 2);
  const { id } = await newest();
  const unread = async () =>
    (await listNotices(as('transport'), { size: 99, unread: true })).items.filter(({ subject }) => subject.id === id);
  expect(await unread()).toHaveLength(1);
  await community.answerMessage(as('transport'), id, { text: 'Додали адресу', show: null, origin: ORIGIN });
  expect(await unread()).toEqual([]);
});

test('terms that end and that have passed are told of once, to coordinators too when it is too late', async () => {
  world.clock.set('2026-12-02T10:00:00+02:00'); // Wednesday; the term ends on Wednesday the 9th
  await ask({ email: '' });
  const { id } = await newest();
  const remind = async (at: string) => {
    world.clock.set(at);
    await community.remindStaffJob.handle(world.ctx, {}, { id: 'j', attempt: 1, last: false });
  };
  const told = async (name: string) =>
    (await listNotices(as(name), { size: 200 })).items
      .filter(({ subject, kind }) => subject.id === id && kind !== 'message.received')
      .map(({ kind }) => kind);
  await remind('2026-12-04T08:40:00+02:00');
  expect(await told('transport')).toEqual([]);
  for (const at of ['2026-12-08T08:40:00+02:00', '2026-12-09T08:40:00+02:00']) await remind(at);
  expect(await told('transport')).toEqual(['message.due-soon']);
  for (const at of ['2026-12-10T08:40:00+02:00', '2026-12-12T08:40:00+02:00']) await remind(at);
  expect(await told('transport')).toEqual(['message.overdue', 'message.due-soon']);
  expect(await told('chief')).toEqual([]);
  await remind('2026-12-14T08:40:00+02:00');
  expect(await told('chief')).toEqual(['message.overdue']);
  await community.closeMessage(as('transport'), id);
});

describe('a confirmed error', () => {
  const error = async () => {
    await ask({ kind: 'error', email: '' });
    const { id } = await newest();
    await community.confirmError(as('transport'), id, true);
    return id;
  };
  const tasks = async (name: string) => askAlone(as(name), await community.dataTasksQuestion(as(name)));
  const tasksOf = async (name: string) => (await tasks(name)).map(({ messageId }) => messageId);

  test('is a task of those who mend the data, with its place; a new version ends it', async () => {
    const id = await error();
    const [task] = (await tasks('helper')).filter(({ messageId }) => messageId === id);
    expect(task).toMatchObject({ dataset: { title: STOPS.title }, place: { row: '12', column: 'Адреса' } });
    expect(await tasksOf('education')).toEqual([]);
    await community.confirmError(as('transport'), id, true);
    expect((await tasksOf('helper')).filter((one) => one === id)).toHaveLength(1);
    await transaction(world.ctx, (ctx) =>
      ctx.emit(ctx.db, { name: 'version-published', datasetId: STOPS.id, versionId: STOPS.id }),
    );
    await world.runJobs();
    expect(await tasksOf('helper')).not.toContain(id);
    expect(await community.taskOfMessage(world.ctx, id)).toMatchObject({ closed: { how: 'version' } });
  });

  test('is closed by hand with a reason only, or taken back', async () => {
    const id = await error();
    expect(await refusal(community.closeTask(as('education'), id, 'Чуже завдання'))).toBe('not-permitted');
    expect(await refusal(community.closeTask(as('helper'), id, ''))).toBe('reason');
    await community.closeTask(as('helper'), id, 'У джерелі так само');
    expect(await community.taskOfMessage(world.ctx, id)).toMatchObject({
      closed: { how: 'hand', reason: 'У джерелі так само' },
    });
    expect(await refusal(community.closeTask(as('helper'), id, 'Ще раз'))).toBe('no-such-task');
    const other = await error();
    await community.confirmError(as('transport'), other, false);
    expect(await community.taskOfMessage(world.ctx, other)).toMatchObject({ closed: { how: 'mistaken' } });
  });
});

describe('what looks like spam', () => {
  const SPAM = 'Купити дешево бонус казино https://kazyno.example';
  const held = async (name: string) => (await community.heldMessages(as(name), PAGE)).items;

  test('is held back: nobody is told, no letter leaves, no term runs; released it goes its way from today', async () => {
    const letters = (await world.letters()).length;
    const { number } = await ask({ text: SPAM, email: 'victim@example.ua' });
    await world.runJobs();
    expect(await world.letters()).toHaveLength(letters);
    const [message] = await held('transport');
    expect(message).toMatchObject({ number, dueOn: null, heldFor: ['links', 'advertising'] });
    expect((await newest()).number).not.toBe(number);
    expect(await held('education')).toEqual([]);
    expect(await community.countHeldMessages(as('transport'))).toBe(1);
    expect(await refusal(community.heldMessages(as('helper'), PAGE))).toBe('not-permitted');
    expect(await refusal(community.releaseMessage(as('helper'), message?.id ?? ''))).toBe('not-permitted');
    await community.releaseMessage(as('transport'), message?.id ?? '');
    expect(await newest()).toMatchObject({ number, heldFor: [] });
    expect((await newest()).dueOn).not.toBeNull();
    expect(await refusal(community.releaseMessage(as('transport'), message?.id ?? ''))).toBe('not-held');
  });

  test('is removed for good, leaving a line of the history without a word of it', async () => {
    await ask({ text: `${SPAM} ще`, email: '' });
    const [message] = await held('transport');
    const id = message?.id ?? '';
    await community.removeHeldMessage(as('transport'), id);
    expect(await held('transport')).toEqual([]);
    expect(await refusal(community.openMessage(as('transport'), id))).toBe('no-such-message');
    const { items } = await listHistory(world.ctx, { subjectId: id }, { size: 9 });
    expect(items.map(({ deed }) => deed)).toEqual(['message.removed', 'message.received']);
    expect(JSON.stringify(items)).not.toContain('казино');
    await ask();
    const normal = await newest();
    expect(await refusal(community.removeHeldMessage(as('transport'), normal.id))).toBe('not-held');
  });

  test('the same words for the fourth time are held, whoever sends them', async () => {
    const text = 'Оновіть, будь ласка, розклад маршруту дванадцять';
    for (let n = 0; n < 3; n += 1) await ask({ text, email: '' });
    expect(await held('transport')).toEqual([]);
    await ask({ text: `${text.toUpperCase()}!`, email: '' });
    expect((await held('transport'))[0]?.heldFor).toContain('repeat');
  });
});

test('names and addresses are erased so many days after an answer, and not before', async () => {
  world.clock.set('2027-02-01T10:00:00+02:00');
  await ask();
  const waiting = await newest();
  await ask();
  const answered = await newest();
  await community.answerMessage(as('transport'), answered.id, { text: 'Додано', show: null, origin: ORIGIN });
  const contacts = async (id: string) => {
    const { message } = await community.openMessage(world.ctx, id);
    return [message.name, message.email];
  };
  const nightly = (at: string) => {
    world.clock.set(at);
    return community.forgetContactsJob.handle(world.ctx, {}, { id: 'j', attempt: 1, last: false });
  };
  await nightly('2027-03-03T09:59:00+02:00');
  expect(await contacts(answered.id)).toEqual(['Олена', 'olena@example.ua']);
  await nightly('2027-03-03T10:01:00+02:00');
  expect(await contacts(answered.id)).toEqual(['', '']);
  expect(await contacts(waiting.id)).toEqual(['Олена', 'olena@example.ua']);
});

test('a form’s stamp tells a person from a robot', async () => {
  world.clock.set(NOW);
  const stamp = await community.newFormStamp(visitor);
  expect(await community.judgeFormStamp(visitor, stamp)).toBe('too-fast');
  world.clock.set('2026-11-20T10:00:03+02:00');
  expect(await community.judgeFormStamp(visitor, stamp)).toBe('person');
  const [at = '', signature = ''] = stamp.split('.');
  const earlier = `${(Number.parseInt(at, 36) - 1000).toString(36)}.${signature}`;
  for (const forged of ['', '.', earlier, `${at}.`]) {
    expect(await community.judgeFormStamp(visitor, forged)).toBe('too-old');
  }
  world.clock.set('2026-11-21T10:00:01+02:00');
  expect(await community.judgeFormStamp(visitor, stamp)).toBe('too-old');
});
