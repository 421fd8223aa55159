import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CabinetForTests, form, openCabinet, page } from '../../../../tests/support/cabinet-site.ts';
import { createPerson, createUnit, may, tokenOfRequest } from '../../../capabilities/accounts/index.ts';
import { createDataset } from '../../../capabilities/catalog/index.ts';
import { tokenRoutes } from './index.ts';

let cabinet: CabinetForTests;
beforeAll(async () => {
  cabinet = await openCabinet();
});
afterAll(() => cabinet.close());

/** The cabinet with the pages of tokens beside the walk's. */
const site = (options: Parameters<CabinetForTests['site']>[0] = {}) => cabinet.site(options).route('/', tokenRoutes());
const bearer = (secret: string) => new Headers({ authorization: `Bearer ${secret}` });

test('a token of one’s own: the empty list says what it is for, a faulty form keeps what was typed, the secret is shown once, revoking ends it', async () => {
  const app = site();
  expect(await page(app, '/cabinet/account/tokens')).toContain('Токенів ще немає');
  const wrong = await app.request('/cabinet/account/tokens', form({ name: 'Облік', days: '90' }));
  const refused = await wrong.text();
  expect(wrong.status).toBe(400);
  expect(refused).toContain('Позначте, що програма має робити');
  expect(refused).toContain('value="Облік"');
  const made = await app.request(
    '/cabinet/account/tokens',
    form([
      ['name', 'Облік <майна>'],
      ['scopes', 'file.upload'],
      ['scopes', 'publish'],
      ['days', '10'],
    ]),
  );
  const shown = await made.text();
  const secret = /vidkryto_[\w-]{43}/.exec(shown)?.[0] ?? '';
  expect([made.status, made.headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(shown).toContain('Скопіюйте його зараз');
  const list = await page(app, '/cabinet/account/tokens');
  expect(list).not.toContain(secret);
  expect(list).toContain('Облік &lt;майна>');
  expect(list).toContain('скоро завершиться');
  expect(await tokenOfRequest(cabinet.context.ctx, bearer(secret), '10.0.0.1')).toMatchObject({ kind: 'token' });
  const id = /tokens\/([0-9a-f-]{36})\/revoke/.exec(list)?.[1] ?? '';
  const gone = await app.request(`/cabinet/account/tokens/${id}/revoke`, form({}));
  expect(gone.headers.get('location')).toBe('/cabinet/account/tokens?done=revoked');
  expect(await page(app, '/cabinet/account/tokens?done=revoked')).toContain('відкликано');
  await expect(tokenOfRequest(cabinet.context.ctx, bearer(secret), '10.0.0.1')).rejects.toMatchObject({
    code: 'bad-token',
  });
});

test('tokens of units are made where one manages them, and by nobody else', async () => {
  const unit = await createUnit(cabinet.context.ctx, { name: 'Бухгалтерія', parentId: cabinet.unitId });
  const facts = { email: 'b@x.ua', password: 'довгий пароль для перевірки', unitId: unit.id };
  const responsible = await createPerson(cabinet.context.ctx, { ...facts, name: 'Ірина', role: 'responsible' });
  const contributor = await createPerson(cabinet.context.ctx, {
    ...facts,
    email: 'c@x.ua',
    name: 'Петро',
    role: 'contributor',
  });
  expect((await site({ person: contributor }).request('/cabinet/tokens')).status).toBe(403);
  const app = site({ person: responsible });
  const empty = await page(app, '/cabinet/tokens');
  expect(empty).toContain('Бухгалтерія');
  expect(empty).not.toContain(`value="${cabinet.unitId}"`);
  const wish = { name: '1С', scopes: 'rows.write', days: '365' };
  expect((await app.request('/cabinet/tokens', form({ ...wish, unitId: cabinet.unitId }))).status).toBe(403);
  const made = await (await app.request('/cabinet/tokens', form({ ...wish, unitId: unit.id }))).text();
  expect(made).toMatch(/vidkryto_[\w-]{43}/);
  expect(await page(site(), '/cabinet/tokens')).toContain('створено: Ірина');
  expect(await page(site({ language: 'en' }), '/cabinet/tokens')).toContain('Write rows by key');
});

test('a token of named datasets: they are offered after the choice, and it works for them alone', async () => {
  const { ctx } = cabinet.context;
  const unitId = cabinet.unitId;
  const make = (title: string) => createDataset(ctx, { unitId, title, resource: { kind: 'table', title } });
  const [one, other] = [await make('Дерева'), await make('Лавки')];
  const app = site();
  const wish: [string, string][] = [
    ['name', 'Облік дерев'],
    ['unitId', unitId],
    ['scopes', 'dataset.edit'],
    ['days', '30'],
    ['which', 'named'],
  ];
  const offered = await app.request('/cabinet/tokens', form(wish));
  const list = await offered.text();
  expect([offered.status, list.includes('Дерева'), list.includes('Лавки')]).toEqual([400, true, true]);
  expect(list).toContain('value="Облік дерев"');
  const strange = await app.request('/cabinet/tokens', form([...wish, ['datasets', 'not-offered']]));
  expect(strange.status).toBe(400);
  const made = await (await app.request('/cabinet/tokens', form([...wish, ['datasets', one.id]]))).text();
  const secret = /vidkryto_[\w-]{43}/.exec(made)?.[0] ?? '';
  const actor = await tokenOfRequest(ctx, bearer(secret), '10.0.0.1');
  const acting = cabinet.context.as(actor ?? { kind: 'visitor' });
  expect(await may(acting, 'dataset.edit', one)).toBe(true);
  expect(await may(acting, 'dataset.edit', other)).toBe(false);
});
