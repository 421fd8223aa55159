import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../tests/support/make-context.ts';
import { draftDataset, setUpCommunity } from '../../tests/support/publish-file.ts';
import {
  type AppointmentFunction,
  actorOfPerson,
  appoint,
  createPersonalToken,
  createUnit,
  endAppointment,
  findPerson,
  findUnit,
  functionsOf,
  listPeople,
  type Role,
  resetPassword,
  startAbsence,
  TOKEN_SCOPES,
} from '../capabilities/accounts/index.ts';
import { createDataset, type Dataset } from '../capabilities/catalog/index.ts';
import { listMessages, sendMessage } from '../capabilities/community/index.ts';
import { publishDataset } from '../capabilities/publishing/index.ts';
import { VISITOR } from '../kernel/actor.ts';
import { readConfig } from '../platform/config/read-config.ts';
import { QueryProcess } from '../platform/duckdb/query-process.ts';
import { Metrics } from '../platform/http/metrics.ts';
import { StaticFiles } from '../platform/http/static-files.ts';
import { SILENT } from '../platform/logging/pino-log.ts';
import { createWeb } from './web.ts';

/*
 * Who may do what, asked of the whole system as browsers and programs ask it: every role, the functions one by one, named datasets, an ended
 * appointment, somebody away and who stands in; in the own unit, below, elsewhere, upon the named dataset and another; by pages, forms, and
 * the APIs. The expectation is written by hand here, apart from the table it is compared with.
 */

const TODAY = '2026-11-23';
const PASSWORD = 'вербові сережки цвітуть зрання';
const LINKS = { origin: 'https://data.example.ua', language: 'uk' as const };

interface Who {
  readonly role: Role;
  readonly functions?: readonly AppointmentFunction[];
  readonly named?: boolean;
  readonly ended?: boolean;
  readonly away?: boolean;
}

/** Everybody is appointed to the unit `own`; `named`: to the dataset `named` of it only. */
const PEOPLE = {
  administrator: { role: 'administrator' },
  coordinator: { role: 'coordinator' },
  head: { role: 'head' },
  reviewer: { role: 'reviewer' },
  responsible: { role: 'responsible' },
  creates: { role: 'responsible', functions: ['create'] },
  updates: { role: 'responsible', functions: ['update'] },
  publishes: { role: 'responsible', functions: ['publish'] },
  answers: { role: 'responsible', functions: ['access'] },
  'named only': { role: 'responsible', named: true },
  contributor: { role: 'contributor' },
  auditor: { role: 'auditor' },
  member: { role: 'member' },
  reader: { role: 'reader' },
  ended: { role: 'responsible', ended: true },
  away: { role: 'responsible', away: true },
  'stands in': { role: 'reader' },
} as const satisfies Record<string, Who>;
type Name = keyof typeof PEOPLE;

const PLACES = ['named', 'own', 'below', 'other'] as const;
type Place = (typeof PLACES)[number];

const EVERYWHERE: readonly Name[] = ['administrator', 'coordinator'];
/** Who may do a deed in their own unit and below, or upon the named dataset (`named only`), besides those who may everywhere. */
const HERE = {
  see: [
    'head',
    'reviewer',
    'responsible',
    'creates',
    'updates',
    'publishes',
    'answers',
    'named only',
    'contributor',
    'auditor',
    'stands in',
  ],
  edit: ['responsible', 'updates', 'named only', 'contributor', 'stands in'],
  submit: ['responsible', 'updates', 'publishes', 'named only', 'contributor', 'stands in'],
  publish: ['responsible', 'publishes', 'named only', 'stands in'],
  close: ['responsible', 'publishes', 'named only', 'stands in'],
  'allow rows': ['head', 'reviewer'],
  comment: [
    'head',
    'reviewer',
    'responsible',
    'creates',
    'updates',
    'publishes',
    'answers',
    'named only',
    'contributor',
    'auditor',
    'stands in',
  ],
  'read messages': [
    'head',
    'responsible',
    'creates',
    'updates',
    'publishes',
    'answers',
    'named only',
    'contributor',
    'stands in',
  ],
  answer: ['responsible', 'publishes', 'answers', 'named only', 'stands in'],
  history: ['head', 'auditor', 'responsible', 'updates', 'named only', 'contributor', 'stands in'],
} as const satisfies Record<string, readonly Name[]>;
type Deed = keyof typeof HERE;
/** Deeds a member of the working group may do everywhere. */
const OF_MEMBERS: readonly Deed[] = ['see', 'comment'];

function expected(name: Name, deed: Deed, place: Place): boolean {
  if (EVERYWHERE.includes(name)) return true;
  if (name === 'member') return OF_MEMBERS.includes(deed);
  const here: readonly Name[] = HERE[deed];
  if (!here.includes(name)) return false;
  return name === 'named only' ? place === 'named' : place !== 'other';
}

let world: TestContext;
let url = '';
let close = () => {};
const cookies = new Map<Name, string>();
const secrets = new Map<Name, string>();
const units = {} as Record<Place, string>;
const datasets = {} as Record<Place, Dataset>;
const messages = {} as Record<Place, string>;
let draft: Dataset;

const signedIn = (name: Name) => ({ cookie: cookies.get(name) ?? '' });
const byToken = (name: Name) => ({ authorization: `Bearer ${secrets.get(name) ?? 'none'}` });
const get = async (path: string, headers: Record<string, string>) =>
  (await fetch(`${url}${path}`, { headers, redirect: 'manual' })).status;
async function post(path: string, headers: Record<string, string>, values: Record<string, string> = {}) {
  const form = { 'content-type': 'application/x-www-form-urlencoded', origin: url, ...headers };
  const body = new URLSearchParams(values);
  return (await fetch(`${url}${path}`, { method: 'POST', headers: form, body, redirect: 'manual' })).status;
}

/** Signed out, or told that it is not among one's rights. */
const refused = (status: number): boolean => [401, 403].includes(status);

/** One way of the cabinet to each deed. Forms come empty: who may is told what is missing, who may not is refused before that. */
const WAYS: Record<Deed, (place: Place, headers: Record<string, string>) => Promise<number>> = {
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
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: url },
    body: new URLSearchParams({ email, password: PASSWORD }),
  });
  expect(answer.status, name).toBe(303);
  cookies.set(
    name,
    answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; '),
  );
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
    await sendMessage(world.as(VISITOR), {
      kind: 'question',
      dataset: { id, slug, title: passport.title, unitId },
      text: `Скажіть, будь ласка, коли зʼявляться нові дані в наборі «${passport.title}»?`,
      consent: false,
      language: 'uk',
      origin: LINKS.origin,
    });
    const { items } = await listMessages(world.ctx, {}, { page: 1, size: 50 });
    messages[place] = items.find(({ dataset }) => dataset?.id === id)?.id ?? '';
  }
  draft = await createDataset(world.ctx, { unitId: units.own, title: 'Чернетка' });
  const web = createWeb({
    ctx: { ...world.as(VISITOR), log: SILENT },
    config: readConfig({ VIDKRYTO_RATE_LIMIT: '0' }),
    queries: new QueryProcess('not needed here', SILENT),
    metrics: new Metrics(),
    files: new StaticFiles(world.folder),
  });
  const answer = getRequestListener(web.fetch, { overrideGlobalObjects: false });
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  for (const name of Object.keys(PEOPLE) as Name[]) await makePerson(name);
  const idOf = async (name: Name) => {
    const people = await listPeople(world.ctx);
    return people.find((person) => person.name === `Людина ${name}`)?.id ?? '';
  };
  const substituteId = await idOf('stands in');
  const absence = { kind: 'leave' as const, from: TODAY, to: null, substituteId };
  await startAbsence(world.ctx, await idOf('away'), absence);
}, 240_000);
afterAll(async () => {
  close();
  await world.close();
});

const names = Object.keys(PEOPLE) as Name[];

describe('the cabinet', () => {
  const cells = names.flatMap((name) => (Object.keys(HERE) as Deed[]).map((deed) => [name, deed] as const));
  test.each(cells)('%s · %s', async (name, deed) => {
    for (const place of PLACES) {
      const status = await WAYS[deed](place, signedIn(name));
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
  };
  test.each(Object.entries(SYSTEM))('%s is for those who look after it', async (path, allowed) => {
    for (const name of names) {
      const status = await get(path, signedIn(name));
      expect(status === 200, `${name} ${path}: ${status}`).toBe(allowed.includes(name));
    }
  });
});

describe('the write API', () => {
  test.each(names)('%s', async (name) => {
    for (const place of PLACES) {
      const path = `/api/1/datasets/${datasets[place].id}/draft`;
      const seen = await get(path, byToken(name));
      expect(seen === 200, `${name} sees ${place}: ${seen}`).toBe(expected(name, 'see', place));
      const answer = await fetch(`${url}${path}`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json', ...byToken(name) },
        body: '{}',
      });
      expect(!refused(answer.status), `${name} edits ${place}: ${answer.status}`).toBe(expected(name, 'edit', place));
      const rule = await fetch(`${url}/api/1/datasets/${datasets[place].id}/rows-rule`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', ...byToken(name) },
        body: '{"unreviewed":false}',
      });
      expect(rule.status === 200, `${name} decides of rows ${place}: ${rule.status}`).toBe(
        expected(name, 'allow rows', place),
      );
    }
  });
});

describe('the public APIs', () => {
  test('show everybody what is published, and nobody a draft', async () => {
    // a token that was ended with the last appointment is told so everywhere
    expect(await get(`/api/1/datasets/${datasets.own.slug}`, byToken('ended'))).toBe(401);
    const tokens = names.filter((name) => name !== 'ended').map(byToken);
    for (const headers of [{}, ...names.map(signedIn), ...tokens]) {
      for (const place of PLACES) {
        expect(await get(`/api/1/datasets/${datasets[place].slug}`, headers)).toBe(200);
      }
      expect(await get(`/api/1/datasets/${draft.slug}`, headers)).toBe(404);
      expect(await get(`/api/rows/${draft.id}`, headers)).toBe(404);
      expect(await get(`/datasets/${draft.slug}`, headers)).toBe(404);
    }
  });
});
