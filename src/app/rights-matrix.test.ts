import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DirectWeb, openWeb } from '../../tests/support/direct-web.ts';
import { makeTestContext, type TestContext } from '../../tests/support/make-context.ts';
import { draftDataset, setUpCommunity } from '../../tests/support/publish-file.ts';
import {
  type Deed,
  EVERYWHERE,
  expected,
  HERE,
  type Name,
  PEOPLE,
  PLACES,
  type Place,
  type Who,
} from '../../tests/support/rights-expected.ts';
import {
  actorOfPerson,
  appoint,
  createPersonalToken,
  createUnit,
  endAppointment,
  findPerson,
  findUnit,
  functionsOf,
  listPeople,
  resetPassword,
  startAbsence,
  TOKEN_SCOPES,
} from '../capabilities/accounts/index.ts';
import { changePassport, createDataset, type Dataset } from '../capabilities/catalog/index.ts';
import { listMessages, sendMessage } from '../capabilities/community/index.ts';
import { publishDataset, submitDataset } from '../capabilities/publishing/index.ts';
import { VISITOR } from '../kernel/actor.ts';

/*
 * Who may do what, asked of the whole system as browsers and programs ask it: every role, the functions one by one, named datasets, an ended
 * appointment, somebody away and who stands in; in the own unit, below, elsewhere, upon the named dataset and another; by pages, forms, and
 * the APIs. The expectation is written by hand here, apart from the table it is compared with.
 */

const TODAY = '2026-11-23';
const PASSWORD = 'вербові сережки цвітуть зрання';
const LINKS = { origin: 'https://data.example.ua', language: 'uk' as const };

let world: TestContext;
let site: DirectWeb;
const cookies = new Map<Name, { readonly cookie: string }>();
const secrets = new Map<Name, string>();
const units = {} as Record<Place, string>;
const datasets = {} as Record<Place, Dataset>;
const messages = {} as Record<Place, string>;
const submissions = {} as Record<Place, string>;
let draft: Dataset;

type Sent = Readonly<Record<string, string>>;

const signedIn = (name: Name): Sent => ({ ...cookies.get(name) });
const byToken = (name: Name): Sent => ({ authorization: `Bearer ${secrets.get(name) ?? 'none'}` });

async function get(path: string, headers: Sent): Promise<number> {
  return (await site.ask(path, { headers })).status;
}

async function post(path: string, headers: Sent, values: Sent = {}): Promise<number> {
  return (await site.ask(path, { method: 'POST', headers, body: new URLSearchParams(values) })).status;
}

async function send(method: string, path: string, headers: Sent, body: unknown): Promise<number> {
  const own = { 'content-type': 'application/json', ...headers };
  return (await site.ask(path, { method, headers: own, body: JSON.stringify(body) })).status;
}

/** Signed out, or told that it is not among one's rights. */
const refused = (status: number): boolean => [401, 403].includes(status);

/** One way of the cabinet to each deed. Forms come empty: who may is told what is missing, who may not is refused before that. */
const WAYS: Record<Deed, (place: Place, headers: Sent) => Promise<number>> = {
  see: (place, headers) => get(`/cabinet/datasets/${datasets[place].id}`, headers),
  edit: (place, headers) => post(`/cabinet/datasets/${datasets[place].id}/passport`, headers),
  submit: (place, headers) => post(`/cabinet/datasets/${datasets[place].id}/submit`, headers),
  publish: (place, headers) => post(`/cabinet/datasets/${datasets[place].id}/publish`, headers),
  close: (place, headers) => post(`/cabinet/datasets/${datasets[place].id}/suspend`, headers),
  'allow rows': (place, headers) => post(`/cabinet/datasets/${datasets[place].id}/rows`, headers),
  comment: (place, headers) => post(`/cabinet/datasets/${datasets[place].id}/comments`, headers),
  'read messages': (place, headers) => get(`/cabinet/messages/${messages[place]}`, headers),
  answer: (place, headers) => post(`/cabinet/messages/${messages[place]}/answer`, headers),
  history: (place, headers) => get(`/cabinet/datasets/${datasets[place].id}/history`, headers),
  'say unchanged': (place, headers) => post(`/cabinet/datasets/${datasets[place].id}/unchanged`, headers),
  archive: (place, headers) => post(`/cabinet/datasets/${datasets[place].id}/life/archive`, headers),
  approve: (place, headers) => post(`/cabinet/review/${submissions[place]}/return`, headers),
  'give a link': (place, headers) => post(`/cabinet/datasets/${datasets[place].id}/links`, headers),
  'pass a message': (place, headers) => post(`/cabinet/messages/${messages[place]}/pass`, headers),
  promise: (place, headers) => post('/cabinet/plan', headers, { unitId: units[place] }),
  'make tokens': (place, headers) => post('/cabinet/tokens', headers, { unitId: units[place] }),
  'answer for a list': (place, headers) =>
    post('/cabinet/city/required/duties', headers, { pick: 'nothing there', unit: units[place] }),
  'read an original': (place, headers) => post(`/cabinet/datasets/${datasets[place].id}/originals`, headers),
  'confirm the registry': (place, headers) => post('/cabinet/city/registry/confirm', headers, { unit: units[place] }),
};

async function makePerson(name: Name): Promise<void> {
  const { role, functions, named, ended }: Who = PEOPLE[name];
  const terms = {
    role,
    functions: functions ?? functionsOf(role),
    datasetIds: named ? [datasets.named.id] : null,
    post: '',
    officeEmail: '',
    officePhone: '',
    from: '2026-01-01',
    to: null,
    substituteId: null,
    order: null,
  };
  const email = `${name.replaceAll(' ', '-')}@x.ua`;
  const who = { kind: 'new' as const, name: `Людина ${name}`, email, password: null };
  const made = await appoint(world.ctx, { who, unitIds: [units.own], terms }, LINKS);
  if (!made.person || !made.link) throw new Error('nobody was made');
  const token = new URL(made.link).searchParams.get('token') ?? '';
  await resetPassword(world.as(VISITOR), { token, password: PASSWORD });
  cookies.set(name, await site.signIn(email, PASSWORD));
  const person = await findPerson(world.ctx, made.person.id);
  if (!person) throw new Error('nobody was found');
  const wanted = { name: 'усе', scopes: [...TOKEN_SCOPES], unitId: null, datasetIds: null };
  const { secret } = await createPersonalToken(world.as(actorOfPerson(person)), wanted);
  secrets.set(name, secret);
  if (ended) await endIt(made.appointments[0]?.id ?? '');
}

async function endIt(id: string): Promise<void> {
  await endAppointment(world.ctx, id, '2026-11-22');
}

beforeAll(async () => {
  world = await makeTestContext({ now: `${TODAY}T10:00:00Z` });
  units.own = await setUpCommunity(world);
  units.named = units.own;
  const rootId = (await findUnit(world.ctx, units.own))?.parentId ?? '';
  units.below = (await createUnit(world.ctx, { name: 'Школа', parentId: units.own })).id;
  units.other = (await createUnit(world.ctx, { name: 'Водоканал', parentId: rootId })).id;
  for (const place of PLACES) {
    const file = { name: 'a.csv', text: 'Номер;Назва\n1;Перша\n2;Друга\n', identifier: ['Номер'] };
    datasets[place] = await draftDataset(world, units[place], `Набір ${place}`, file);
    await publishDataset(world.ctx, datasets[place].id);
    const { id, slug, passport, unitId } = datasets[place];
    await changePassport(world.ctx, id, { ...passport, description: `${passport.description} Уточнено.` });
    submissions[place] = (await submitDataset(world.ctx, id, { personalData: 'none', note: '' })).id;
    await sendMessage(world.as(VISITOR), {
      kind: 'question',
      dataset: { id, slug, title: passport.title, unitId },
      text: `Скажіть, будь ласка, коли з’являться нові дані в наборі «${passport.title}»?`,
      consent: false,
      language: 'uk',
      origin: LINKS.origin,
    });
    const { items } = await listMessages(world.ctx, {}, { page: 1, size: 50 });
    messages[place] = items.find(({ dataset }) => dataset?.id === id)?.id ?? '';
  }
  draft = await createDataset(world.ctx, { unitId: units.own, title: 'Чернетка' });
  site = openWeb(world);
  for (const name of Object.keys(PEOPLE) as Name[]) await makePerson(name);
  const idOf = async (name: Name) => {
    const people = await listPeople(world.ctx);
    return people.find((person) => person.name === `Людина ${name}`)?.id ?? '';
  };
  const substituteId = await idOf('stands in');
  const absence = { kind: 'leave' as const, from: TODAY, to: null, substituteId };
  await startAbsence(world.ctx, await idOf('away'), absence);
}, 240_000);
afterAll(() => world.close());

const names = Object.keys(PEOPLE) as Name[];

describe('the cabinet', () => {
  const cells = names.flatMap((name) => (Object.keys(HERE) as Deed[]).map((deed) => [name, deed] as const));
  test.each(cells)('%s · %s', async (name, deed) => {
    const answers = await Promise.all(PLACES.map((place) => WAYS[deed](place, signedIn(name))));
    for (const [at, place] of PLACES.entries()) {
      const status = answers[at] ?? 0;
      const out = name === 'ended' || name === 'away'; // no session any more: led to sign in
      const got = out ? status !== 303 && !refused(status) : !refused(status);
      expect(got, `${name} ${deed} ${place}: ${status}`).toBe(expected(name, deed, place));
    }
  });

  const SYSTEM: Record<string, readonly Name[]> = {
    '/cabinet/settings': ['administrator'],
    '/cabinet/units': EVERYWHERE,
    '/cabinet/people': [...EVERYWHERE, 'head'],
    '/cabinet/search-words': EVERYWHERE,
    '/cabinet/board': EVERYWHERE,
    '/cabinet/history': [...EVERYWHERE, 'head', 'auditor'],
    '/cabinet/people/new': [...EVERYWHERE, 'head'],
    '/cabinet/tokens': [...EVERYWHERE, 'responsible', 'publishes', 'named only', 'stands in'],
    '/cabinet/settings/review': ['administrator'],
    '/cabinet/settings/mail': ['administrator'],
    '/cabinet/settings/sign-in': ['administrator'],
    '/cabinet/settings/downloads': ['administrator'],
    '/cabinet/settings/checks': ['administrator'],
    '/cabinet/settings/sources': ['administrator'],
  };
  test.each(Object.entries(SYSTEM))('%s is for those who look after it', async (path, allowed) => {
    const answers = await Promise.all(names.map((name) => get(path, signedIn(name))));
    for (const [at, name] of names.entries())
      expect(answers[at] === 200, `${name} ${path}: ${answers[at]}`).toBe(allowed.includes(name));
  });

  const FORMS: readonly (readonly [string, () => string, readonly Name[]])[] = [
    ['the settings of review', () => '/cabinet/settings/review', ['administrator']],
    ['the term of links', () => '/cabinet/settings/review/links', ['administrator']],
    ['a unit', () => `/cabinet/units/${units.below}`, EVERYWHERE],
    ['courses', () => '/cabinet/city/training/courses', EVERYWHERE],
  ];
  test.each(FORMS)('an empty form of %s is refused to all others', async (_what, pathOf, allowed) => {
    const path = pathOf();
    const answers = await Promise.all(names.map((name) => post(path, signedIn(name))));
    for (const [at, name] of names.entries()) {
      const status = answers[at] ?? 0;
      const out = name === 'ended' || name === 'away';
      expect(!refused(status) && !(out && status === 303), `${name} ${path}: ${status}`).toBe(allowed.includes(name));
    }
  });
});

describe('the write API', () => {
  /** The deed whose cells hold, and the way to it; bodies are empty or wrong, so that nothing is changed. */
  const API: Record<string, readonly [Deed, (place: Place, headers: Sent) => Promise<number>]> = {
    'sees the draft': ['see', (place, headers) => get(`/api/1/datasets/${datasets[place].id}/draft`, headers)],
    'changes the passport': [
      'edit',
      (place, headers) => send('PATCH', `/api/1/datasets/${datasets[place].id}/draft`, headers, {}),
    ],
    'says that the data are the same': [
      'say unchanged',
      (place, headers) => send('POST', `/api/1/datasets/${datasets[place].id}/unchanged`, headers, {}),
    ],
    'decides of rows': [
      'allow rows',
      (place, headers) =>
        send('PUT', `/api/1/datasets/${datasets[place].id}/rows-rule`, headers, { unreviewed: false }),
    ],
    'writes rows': [
      'publish',
      (place, headers) =>
        send('POST', `/api/rows/${datasets[place].resources[0]?.id}`, headers, [{ 'немає такого стовпця': 1 }]),
    ],
  };
  const cells = names.flatMap((name) => Object.keys(API).map((way) => [name, way] as const));
  test.each(cells)('%s %s', async (name, way) => {
    const [deed, ask] = API[way] ?? ['see', async () => 0];
    const answers = await Promise.all(PLACES.map((place) => ask(place, byToken(name))));
    for (const [at, place] of PLACES.entries()) {
      const status = answers[at] ?? 0;
      expect(!refused(status), `${name} ${way} ${place}: ${status}`).toBe(expected(name, deed, place));
    }
  });

  const MAKES: readonly Name[] = ['responsible', 'creates', 'contributor', 'stands in'];
  test.each(names)('%s makes datasets', async (name) => {
    for (const place of ['own', 'below', 'other'] as const) {
      const body = { unitId: units[place], title: `Новий: ${name}, ${place}` };
      const status = await send('POST', '/api/1/datasets', byToken(name), body);
      const may = EVERYWHERE.includes(name) || (place !== 'other' && MAKES.includes(name));
      expect(!refused(status), `${name} makes in ${place}: ${status}`).toBe(may);
    }
  });
});

describe('the public APIs', () => {
  test('show everybody what is published, and nobody a draft', async () => {
    // a token that was ended with the last appointment is told so everywhere
    expect(await get(`/api/1/datasets/${datasets.own.slug}`, byToken('ended'))).toBe(401);
    const tokens = names.filter((name) => name !== 'ended').map(byToken);
    const open = PLACES.map((place) => `/api/1/datasets/${datasets[place].slug}`);
    const closed = [`/api/1/datasets/${draft.slug}`, `/api/rows/${draft.id}`, `/datasets/${draft.slug}`];
    const ask = (paths: readonly string[], headers: Sent) => Promise.all(paths.map((path) => get(path, headers)));
    for (const headers of [{}, ...names.map(signedIn), ...tokens]) {
      expect(await ask(open, headers)).toEqual(open.map(() => 200));
      expect(await ask(closed, headers)).toEqual(closed.map(() => 404));
    }
  });
});
