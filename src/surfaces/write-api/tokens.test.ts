import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { openTokenSite, type TokenSite } from '../../../tests/support/token-site.ts';
import {
  changePerson,
  createPerson,
  createPersonalToken,
  createServiceToken,
  createUnit,
  listOwnTokens,
  listServiceTokens,
  type Person,
  revokeToken,
  setUp,
  tellExpiringTokensJob,
  UNIT_TOKEN_SCOPES,
} from '../../capabilities/accounts/index.ts';
import { createDataset, type Dataset } from '../../capabilities/catalog/index.ts';
import { listHistory } from '../../capabilities/history/index.ts';
import { listNotices } from '../../capabilities/notices/index.ts';
import type { Context } from '../../platform/context.ts';

let world: TestContext;
let site: TokenSite;
let editor: Person;
let ours: Dataset;
let theirs: Dataset;
let unitId = '';

const acting = ({ id, name, email }: Person): Context => world.as({ kind: 'person', id, name, email });
const wish = { name: 'Бухгалтерія, 1С', scopes: [...UNIT_TOKEN_SCOPES], unitId: null, datasetIds: null };
const CSV = 'Код,Назва\n1,Калина\n2,Верба\n';
const send = (secret: string | null, dataset: Dataset, headers: Record<string, string> = {}, csv = CSV) =>
  site.ask(secret, 'PUT', `/api/1/datasets/${dataset.id}/file?name=perelik.csv`, csv, headers);

beforeAll(async () => {
  world = await makeTestContext();
  const community = { name: 'Вигадана громада', edrpou: '04053648', katottg: 'UA46020030010057497' };
  const { root } = await setUp(world.ctx, { community, administrator: null });
  const unit = (name: string) => createUnit(world.ctx, { name, parentId: root.id });
  const [own, other] = [await unit('Управління освіти'), await unit('Водоканал')];
  unitId = own.id;
  editor = await createPerson(world.ctx, {
    name: 'Ганна Вигадана',
    email: 'hanna@example.org',
    password: 'Верба-над-ставком-27',
    role: 'contributor',
    unitId,
  });
  const resource = { kind: 'table', title: 'Перелік' } as const;
  ours = await createDataset(world.ctx, { unitId, title: 'Заклади освіти', resource });
  theirs = await createDataset(world.ctx, { unitId: other.id, title: 'Мережі води', resource });
  site = await openTokenSite(world, { VIDKRYTO_RATE_LIMIT: '100', VIDKRYTO_RATE_LIMIT_WRITES: '40' });
});
afterAll(async () => {
  site.close();
  await world.close();
});

describe('a personal token', () => {
  test('acts as its person, within their rights, and the history says by which token', async () => {
    const { secret, token } = await createPersonalToken(acting(editor), wish);
    expect(secret).toMatch(/^vidkryto_[\w-]{43}$/);
    const sent = await send(secret, ours);
    expect(sent.status, sent.text).toBe(202);
    expect(sent.at('links.self')).toMatch(/\/api\/1\/readings\/[0-9a-f-]{36}$/);
    expect((await send(secret, theirs)).status).toBe(403);
    const { items } = await listHistory(world.ctx, { subjectId: ours.id }, { page: 1, size: 1 });
    expect(items[0]?.actor).toEqual({ kind: 'person', id: editor.id, name: 'Ганна Вигадана («Бухгалтерія, 1С»)' });
    const [kept] = await listOwnTokens(acting(editor));
    expect(kept).toMatchObject({ id: token.id, usedFrom: expect.stringMatching(/127\.0\.0\.1/) });
    expect(JSON.stringify(kept)).not.toContain(secret.slice(12, -4));
  });

  test('narrowed by scope and by named datasets', async () => {
    const reading = await createPersonalToken(acting(editor), { ...wish, scopes: ['internal.read'] });
    const refused = await send(reading.secret, ours);
    expect([refused.status, refused.at('code')]).toEqual([403, 'scope-missing']);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    const named = await createPersonalToken(acting(editor), { ...wish, datasetIds: [theirs.id] });
    expect((await send(named.secret, ours)).status).toBe(403);
  });

  test('dies with its person’s access, with its term, and when it is revoked', async () => {
    const { secret, token } = await createPersonalToken(acting(editor), { ...wish, days: 2 });
    world.clock.set(new Date(Date.now() + 3 * 86_400_000));
    expect((await send(secret, ours)).at('message.en')).toContain('expired');
    world.clock.set(new Date());
    const other = await createPersonalToken(acting(editor), { ...wish, days: 2 });
    await changePerson(world.ctx, editor.id, { active: false });
    expect((await send(other.secret, ours)).at('code')).toBe('bad-token');
    await changePerson(world.ctx, editor.id, { active: true });
    expect((await send(other.secret, ours)).at('code')).toBe('bad-token');
    await revokeToken(acting(editor), token.id);
    const refused = await send(secret, ours);
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="vidkryto"']);
  });

  test('is told of fourteen days before its end, once', async () => {
    await createPersonalToken(acting(editor), { ...wish, name: 'Недовгий', days: 10 });
    for (let morning = 0; morning < 2; morning++)
      await tellExpiringTokensJob.handle(world.ctx, {}, { id: 'test', attempt: 1, last: false });
    await world.runJobs();
    const { items } = await listNotices(acting(editor), { size: 20 });
    expect(items.filter(({ kind }) => kind === 'token.expiring').map(({ subject }) => subject.name)).toContain(
      'Недовгий',
    );
  });

  test('opens no page of the cabinet, and no token writes without one', async () => {
    const { secret } = await createPersonalToken(acting(editor), wish);
    expect((await site.ask(secret, 'GET', '/cabinet')).headers.get('location')).toContain('/sign-in');
    expect((await send(null, ours)).at('code')).toBe('token-missing');
    expect((await send(`vidkryto_${'x'.repeat(43)}`, ours)).at('code')).toBe('bad-token');
  });
});

describe('a token of a unit', () => {
  test('acts there and below, by its own name; whoever may not manage tokens makes none', async () => {
    const { secret, token } = await createServiceToken(world.ctx, { ...wish, unitId });
    expect((await send(secret, ours)).status).toBe(202);
    expect((await send(secret, theirs)).status).toBe(403);
    const { items } = await listHistory(world.ctx, { subjectId: ours.id }, { page: 1, size: 1 });
    expect(items[0]?.actor).toEqual({ kind: 'token', id: token.id, name: 'Бухгалтерія, 1С' });
    await expect(createServiceToken(acting(editor), { ...wish, unitId })).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(revokeToken(acting(editor), token.id)).rejects.toMatchObject({ kind: 'forbidden' });
    expect((await listServiceTokens(world.ctx, 'all')).map(({ id }) => id)).toEqual([token.id]);
  });
});

describe('a repeated request', () => {
  test('under one key is answered and not done twice, also both at once; another request under it is refused', async () => {
    const { secret } = await createServiceToken(world.ctx, { ...wish, unitId });
    const key = { 'idempotency-key': 'a-1' };
    const [one, two] = await Promise.all([send(secret, ours, key), send(secret, ours, key)]);
    expect([one.status, two.status]).toEqual([202, 202]);
    expect(one.at('id')).toBe(two.at('id'));
    const again = await send(secret, ours, key);
    expect([again.at('id'), again.headers.get('idempotency-replayed')]).toEqual([one.at('id'), 'true']);
    expect((await send(secret, ours, key, 'Код\n9\n')).at('code')).toBe('key-used');
  });
});

test('each token has a budget of writes of its own', async () => {
  const [first, second] = [
    await createServiceToken(world.ctx, { ...wish, unitId }),
    await createServiceToken(world.ctx, { ...wish, unitId }),
  ];
  const ask = (secret: string) => site.ask(secret, 'POST', '/api/1/readings/none/repairs', { accept: 'all' });
  expect((await ask(second.secret)).status).toBe(404);
  let last = await ask(first.secret);
  for (let i = 0; i < 50 && last.status !== 429; i++) last = await ask(first.secret);
  expect([last.status, last.at('code')]).toEqual([429, 'too-many-requests']);
  expect((await ask(second.secret)).status).toBe(404);
});
