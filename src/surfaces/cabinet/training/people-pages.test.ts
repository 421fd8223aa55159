import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { form } from '../../../../tests/support/cabinet-site.ts';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { draftDataset, setUpCommunity } from '../../../../tests/support/publish-file.ts';
import { wholeSite } from '../../../../tests/support/whole-site.ts';
import { actorOfPerson, appoint, createPerson, findPerson, type Person } from '../../../capabilities/accounts/index.ts';
import { answerMessage, listMessages, sendMessage } from '../../../capabilities/community/index.ts';
import { listNotices } from '../../../capabilities/notices/index.ts';
import { guidance, readJournal, saveCourse, trainingSchedule } from '../../../capabilities/people/index.ts';
import { commentOn, listComments } from '../../../capabilities/review/index.ts';

const PASSWORD = 'вербові сережки цвітуть';
const LINKS = { origin: 'https://data.example.ua', language: 'uk' as const };
const TERMS = {
  role: 'responsible' as const,
  functions: ['create', 'update', 'publish'] as const,
  datasetIds: null,
  post: 'Спеціалістка',
  officeEmail: '',
  officePhone: '',
  from: '2026-01-12',
  to: null,
  substituteId: null,
  order: null,
};

let world: TestContext;
let unitId: string;
let coordinator: Person;
let hanna: Person;

beforeAll(async () => {
  world = await makeTestContext({ now: '2026-11-23T10:00:00+02:00' });
  unitId = await setUpCommunity(world);
  coordinator = await createPerson(world.ctx, {
    name: 'Олег Явір',
    email: 'oleh@x.ua',
    password: PASSWORD,
    role: 'coordinator',
    unitId: null,
  });
  const who = { kind: 'new' as const, name: 'Ганна Мальва', email: 'hanna@x.ua', password: null };
  const made = await appoint(world.ctx, { who, unitIds: [unitId], terms: TERMS }, LINKS);
  // as she is with her appointment
  const found = await findPerson(world.ctx, made.person?.id ?? '');
  if (!found) throw new Error('nobody was made');
  hanna = found;
});
afterAll(() => world.close());

async function page(who: Person | null, path: string): Promise<string> {
  const answer = await wholeSite(world, who).request(path);
  const text = await answer.text();
  expect(answer.status, `${path}\n${text.slice(0, 1500)}`).toBe(200);
  return text;
}

async function post(who: Person, path: string, values: Record<string, string> | [string, string][]) {
  const answer = await wholeSite(world, who).request(path, form(values));
  return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() };
}

/** Statements sent while the deed is done. */
async function statementsOf(deed: () => Promise<unknown>): Promise<number> {
  const send = pg.Client.prototype.query;
  let count = 0;
  const counting = function (this: pg.Client, ...args: unknown[]): unknown {
    count += 1;
    return (send as (...all: unknown[]) => unknown).apply(this, args);
  };
  Object.assign(pg.Client.prototype, { query: counting });
  await deed().finally(() => Object.assign(pg.Client.prototype, { query: send }));
  return count;
}

describe('training in the cabinet', () => {
  it('is planned, signed up for, marked by the code on the wall, and counted, all by forms', async () => {
    expect(await page(coordinator, '/cabinet/city/training')).toContain('Курс пройшли 0 із 1');
    const wrong = await post(coordinator, '/cabinet/city/training/courses', { title: '', address: 'школа' });
    expect([wrong.status, wrong.text.includes('Адреса починається з https://')]).toEqual([400, true]);
    await post(coordinator, '/cabinet/city/training/courses', {
      title: 'Основи',
      validMonths: '12',
      functions: 'update',
    });
    const course =
      /training\/courses\/([0-9a-f-]{36})/.exec(await page(coordinator, '/cabinet/city/training/courses'))?.[1] ?? '';
    const session = { topic: 'Паспорт', on: '2026-11-23', at: '14:00', courseId: course, seats: '5' };
    expect((await post(coordinator, '/cabinet/city/training/sessions', session)).status).toBe(303);
    const [planned] = await trainingSchedule(world.ctx, '2026-11-23', '2026-11-23');
    const at = `/cabinet/city/training/sessions/${planned?.id}`;
    expect((await post(hanna, `${at}/sign`, {})).status).toBe(303);
    expect(await page(hanna, '/cabinet/city/training')).toContain('ви записані');
    const wall = await page(coordinator, `${at}/code`);
    expect(wall).toContain('<svg class="qr"');
    expect(wall).toContain(planned?.code);
    expect((await wholeSite(world, hanna).request(`${at}/code`)).status).toBe(403);
    // somebody not signed in comes back to the very code
    const asked = await wholeSite(world, null).request(`/training/${planned?.code}`);
    expect(asked.headers.get('location')).toBe(`/sign-in?next=${encodeURIComponent(`/training/${planned?.code}`)}`);
    expect(await page(hanna, `/training/${planned?.code.toLowerCase()}`)).toContain('Я тут');
    const marked = await wholeSite(world, hanna).request('/training', form({ code: planned?.code ?? '' }));
    expect(await marked.text()).toContain('Вас позначено на навчанні «Паспорт»');
    expect(await page(coordinator, at)).toContain('позначився сам');
    expect(await page(coordinator, '/cabinet/city/training')).toContain('Курс пройшли 1 із 1');
    expect(await page(coordinator, '/cabinet/city/training?on=2026-11-22')).toContain('Курс пройшли 0 із 1');
    const csv = await page(coordinator, '/cabinet/city/training/people.csv');
    expect(csv).toContain('Ганна Мальва,Управління освіти,2026-01-12,');
    const unknown = await wholeSite(world, hanna).request('/training/ZZZZZZ');
    expect([unknown.status, (await unknown.text()).includes('Такого коду немає')]).toEqual([404, true]);
  });

  it('takes a certificate by a form, and gives it back to its person only', async () => {
    const { id } = await saveCourse(world.ctx, null, {
      title: 'Дані для всіх',
      provider: '',
      address: '',
      hours: null,
      functions: [],
      validMonths: null,
    });
    const body = new FormData();
    for (const [name, value] of Object.entries({ courseId: id, on: '2026-10-01', result: '90 балів' }))
      body.set(name, value);
    body.set('certificate', new File([new TextEncoder().encode('%PDF-1.4 вигаданий')], 'сертифікат.pdf'));
    const answer = await wholeSite(world, hanna).request('/cabinet/city/training/record?own=yes', {
      method: 'POST',
      body,
    });
    expect(answer.status).toBe(303);
    const path = /href="([^"]+\/certificate)"/.exec(await page(hanna, '/cabinet/city/training'))?.[1] ?? '';
    const file = await wholeSite(world, hanna).request(path);
    expect(file.headers.get('content-disposition')).toContain('attachment');
    expect(await file.text()).toBe('%PDF-1.4 вигаданий');
    expect((await wholeSite(world, null).request(path)).status).toBe(303);
    const noted = await page(coordinator, '/cabinet/city/training/record');
    const remove = path.replace('/certificate', '/remove');
    expect(noted).toContain(`action="${remove}"`);
    expect((await post(hanna, remove, {})).status).toBe(403);
    expect((await post(coordinator, remove, {})).status).toBe(303);
    expect((await wholeSite(world, coordinator).request(path)).status).toBe(404);
  });
});

describe('the journal of consultations', () => {
  const HOME = '/cabinet/city/consultations';

  it('takes a line with two fields typed; the rest is there already, and the hand stays at the first', async () => {
    expect(await page(coordinator, HOME)).toContain('Ганна Мальва, Управління освіти');
    const defaults = { channel: 'phone', minutes: '10', people: '1', on: '2026-11-23' };
    const typed = { ...defaults, with: 'Ганна Мальва, Управління освіти', topic: 'Як закрити стовпець' };
    expect((await post(coordinator, HOME, typed)).to).toBe(`${HOME}?done=saved#field-with`);
    const wrong = await post(coordinator, HOME, { ...typed, topic: '', minutes: 'довго' });
    expect([wrong.status, wrong.text.includes('value="Ганна Мальва, Управління освіти"')]).toEqual([400, true]);
    // a button pressed twice writes one line
    const schools = { ...typed, with: 'Школи району', people: '12', minutes: '45', on: '2026-09-30' };
    await Promise.all([post(coordinator, HOME, schools), post(coordinator, HOME, schools)]);
    expect((await readJournal(world.ctx, '2026-07-01', '2026-09-30')).lines).toHaveLength(1);
    const autumn = await readJournal(world.ctx, '2026-10-01', '2026-12-31');
    expect(autumn.lines).toMatchObject([
      { personId: hanna.id, unitId, topic: 'Як закрити стовпець', byName: 'Олег Явір' },
    ]);
    expect(autumn.totals).toEqual([{ byName: 'Олег Явір', count: 1, minutes: 10, groups: 0, people: 1 }]);
    const summer = await page(coordinator, `${HOME}?quarter=2026-08-01`);
    expect(summer).toContain('III квартал 2026');
    expect(summer).toContain('Школи району');
    expect(summer).not.toContain('Як закрити стовпець</td>\n');
    const csv = await page(coordinator, `${HOME}/journal.csv?quarter=2026-08-01`);
    expect(csv).toContain('2026-09-30,Школи району,,Як закрити стовпець,телефоном,12,45,Олег Явір');
    const docx = await wholeSite(world, coordinator).request(`${HOME}/journal.docx?quarter=2026-08-01`);
    expect(
      Buffer.from(await docx.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    expect((await wholeSite(world, hanna).request(HOME)).status).toBe(403);
  });

  it('takes an answered message by one press, once, and never the name of who wrote it', async () => {
    const { number } = await sendMessage(world.ctx, {
      kind: 'question',
      dataset: null,
      text: 'Де подивитися розклад руху?',
      name: 'Мешканка Таємна',
      email: 'resident@x.ua',
      consent: false,
      language: 'uk',
      origin: 'https://data.example.ua',
      unitId,
    });
    const { items } = await listMessages(world.ctx, { waiting: true }, { page: 1, size: 10 });
    const id = items.find((one) => one.number === number)?.id ?? '';
    expect(await page(coordinator, `/cabinet/messages/${id}`)).not.toContain('Записати як консультацію');
    await answerMessage(world.as(actorOfPerson(coordinator)), id, {
      text: 'Ось тут.',
      show: null,
      origin: LINKS.origin,
    });
    expect(await page(coordinator, `/cabinet/messages/${id}`)).toContain('Записати як консультацію');
    for (const _ of [1, 2]) await post(coordinator, `${HOME}/of-message`, { id, back: `/cabinet/messages/${id}` });
    expect(await page(coordinator, `/cabinet/messages/${id}`)).toContain('Записано в журнал консультацій');
    const { lines } = await readJournal(world.ctx, '2026-10-01', '2026-12-31');
    const made = lines.filter(({ channel }) => channel === 'message');
    expect(made).toMatchObject([{ with: `автор повідомлення № ${number}`, source: { kind: 'message', id } }]);
    expect(JSON.stringify(made)).not.toContain('Таємна');
    const elsewhere = await post(coordinator, `${HOME}/of-message`, { id, back: '//evil.example' });
    expect(elsewhere.to).toBe(`${HOME}?done=consultation`);
  });

  it('takes a comment of a review by one press', async () => {
    const dataset = await draftDataset(world, unitId, 'Школи', { name: 'ш.csv', text: 'Номер;Назва\n1;Гімназія\n' });
    await commentOn(world.as(actorOfPerson(coordinator)), dataset.id, { kind: 'whole' }, 'Додайте опис.');
    const [comment] = await listComments(world.ctx, dataset.id, { open: false });
    const made = await post(coordinator, `${HOME}/of-comment`, {
      id: comment?.id ?? '',
      dataset: dataset.id,
      back: HOME,
    });
    expect(made.status).toBe(303);
    const { lines } = await readJournal(world.ctx, '2026-10-01', '2026-12-31');
    expect(lines.find(({ channel }) => channel === 'review')).toMatchObject({
      topic: 'Зауваження до набору «Школи»',
      source: { kind: 'comment', id: comment?.id },
    });
  });
});

describe('guidance', () => {
  const HOME = '/cabinet/city/materials';
  const typed: [string, string][] = [
    ['title', 'Як готувати паспорт'],
    ['source', 'Міністерство'],
    ['edition', '2024'],
    ['kind', 'method'],
    ['address', 'https://example.org/passport'],
    ['body', 'Назва — **коротка**.\n\n<script>alert(1)</script>'],
    ['steps', 'passport'],
    ['steps', 'file'],
    ['language', 'uk'],
    ['shown', 'yes'],
  ];
  const idOf = (to: string) => /materials\/([0-9a-f-]{36})/.exec(to)?.[1] ?? '';
  let original: string;
  let adaptation: string;

  it('stands folded at its step of the walk and nowhere else', async () => {
    expect(await page(hanna, '/cabinet/new')).not.toContain('guidance-here');
    expect((await post(hanna, HOME, typed)).status).toBe(403);
    original = idOf((await post(coordinator, HOME, typed)).to);
    const walk = await page(hanna, '/cabinet/new');
    expect(walk).toMatch(/<details class="guidance-here[^>]*>\s*<summary>Підказки до цього кроку: 1 матеріал/);
    expect(walk).toContain('Як готувати паспорт');
    expect(await page(hanna, '/cabinet/messages')).not.toContain('guidance-here');
    const shown = await page(hanna, `${HOME}/${original}`);
    expect(shown).toContain('<strong>коротка</strong>');
    expect(shown).not.toContain('<script>alert');
  });

  it('is adapted beside its original; a new edition of the original is told to readers and to those who adapt', async () => {
    await post(hanna, `${HOME}/${original}/read`, {});
    expect(await page(hanna, `${HOME}/${original}`)).toContain('Ви ознайомлені з цією редакцією');
    expect(await page(coordinator, `${HOME}/${original}`)).toContain('Ганна Мальва');
    const begun = await page(coordinator, `${HOME}/new?adapts=${original}`);
    expect(begun).toContain('Адаптація для громади: Як готувати паспорт');
    const ours = typed.map(([name, value]): [string, string] => [name, name === 'title' ? 'Наш паспорт' : value]);
    adaptation = idOf((await post(coordinator, HOME, [...ours, ['adaptsId', original]])).to);
    const again = await post(coordinator, HOME, [...ours, ['adaptsId', adaptation]]);
    expect([again.status, again.text.includes('адаптацію не адаптують удруге')]).toEqual([400, true]);
    const beside = await page(hanna, `${HOME}/${adaptation}`);
    expect(beside).toContain('Наша адаптація');
    expect(beside).toContain('Першоджерело');
    // at the step the adaptation stands for its original
    const walk = await page(hanna, '/cabinet/new');
    expect(walk).toContain('1 матеріал');
    expect(walk).toContain('Наш паспорт');
    const newer = typed.map(([name, value]): [string, string] => [name, name === 'edition' ? '2026' : value]);
    await post(coordinator, `${HOME}/${original}`, newer);
    expect(await page(coordinator, HOME)).toContain('у першоджерела нова редакція: 2026');
    expect(await page(hanna, `${HOME}/${original}`)).toContain('Ознайомлений(-а)');
    const told = async (who: Person) =>
      (await listNotices(world.as(actorOfPerson(who)), { size: 20, unread: true })).items.map(({ kind }) => kind);
    expect(await told(hanna)).toContain('guidance.changed');
    expect(await told(coordinator)).toContain('guidance.adapt');
    await post(coordinator, `${HOME}/${adaptation}`, [...ours, ['adaptsId', original]]);
    expect((await guidance(world.ctx)).find(({ id }) => id === adaptation)?.newEdition).toBe('');
  });

  it('is public where it is said so, as a page and as data, and not a line more', async () => {
    const inner: [string, string][] = [
      ['title', 'Лише для своїх'],
      ['body', 'Таємне'],
      ['kind', 'rules'],
      ['language', 'uk'],
    ];
    const hidden = idOf((await post(coordinator, HOME, inner)).to);
    for (const path of ['/open-data/materials', '/open-data/materials.json', '/en/open-data/materials']) {
      const text = await page(null, path);
      expect(text, path).toContain('Як готувати паспорт');
      expect(text, path).not.toContain('Лише для своїх');
    }
    expect(await page(null, `/open-data/materials/${original}`)).toContain('Міністерство');
    expect((await wholeSite(world, null).request(`/open-data/materials/${hidden}`)).status).toBe(404);
    await post(coordinator, `${HOME}/${original}/use`, { use: 'no' });
    expect((await wholeSite(world, null).request(`/open-data/materials/${original}`)).status).toBe(404);
  });
});

it('every page of these asks few statements, whatever it lists', async () => {
  for (const path of [
    '/cabinet/city/training',
    '/cabinet/city/training/courses',
    '/cabinet/city/consultations',
    '/cabinet/city/materials',
    '/open-data/materials',
  ]) {
    const site = wholeSite(world, coordinator);
    // two are of the visit itself
    expect(await statementsOf(async () => site.request(path)), path).toBeLessThanOrEqual(9);
  }
});
