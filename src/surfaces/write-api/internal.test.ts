import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { draftDataset, setUpCommunity } from '../../../tests/support/publish-file.ts';
import { openTokenSite, type TokenSite } from '../../../tests/support/token-site.ts';
import { createServiceToken, createUnit } from '../../capabilities/accounts/index.ts';
import { type Dataset, makeInternal } from '../../capabilities/catalog/index.ts';

let world: TestContext;
let site: TokenSite;
let dataset: Dataset;
const secrets: Record<'own' | 'reader' | 'stranger' | 'unscoped', string> = {
  own: '',
  reader: '',
  stranger: '',
  unscoped: '',
};

beforeAll(async () => {
  world = await makeTestContext();
  const unitId = await setUpCommunity(world);
  const unit = (name: string) => createUnit(world.ctx, { name, parentId: unitId });
  const [holder, reader, third] = [await unit('Оборона'), await unit('Безпека'), await unit('Архів')];
  const file = {
    name: 'камери.csv',
    text: 'Номер;Адреса камери;Пароль\n1;вул. Таємна, 5;qwerty\n2;вул. Прихована, 7;zxcvb\n3;вул. Тиха, 1;asdf\n',
    restricted: ['Пароль'],
  };
  dataset = await draftDataset(world, holder.id, 'Камери', file);
  await makeInternal(world.ctx, dataset.id, { reason: 'Стаття 6.', readerUnitIds: [reader.id] });
  const token = async (at: string, scopes: string[]) =>
    (await createServiceToken(world.ctx, { name: 'Пульт', scopes, unitId: at, datasetIds: null })).secret;
  secrets.own = await token(holder.id, ['internal.read']);
  secrets.reader = await token(reader.id, ['internal.read']);
  secrets.stranger = await token(third.id, ['internal.read']);
  secrets.unscoped = await token(holder.id, ['publish', 'dataset.edit']);
  site = await openTokenSite(world);
});
afterAll(async () => {
  site.close();
  await world.close();
});

const get = (who: keyof typeof secrets | null, path = '') =>
  site.ask(who && secrets[who], 'GET', `/api/1/internal${path}`);

test('its unit and the named ones read passport and rows by a token, without closed columns; nothing is kept on the way', async () => {
  for (const who of ['own', 'reader'] as const) {
    const passport = await get(who, `/${dataset.id}`);
    expect([passport.status, passport.at('passport.title')], passport.text).toEqual([200, 'Камери']);
    expect(passport.headers.get('cache-control')).toBe('no-store');
    const rows = await get(who, `/${dataset.id}/rows?size=2`);
    expect(rows.headers.get('cache-control')).toBe('no-store');
    expect([rows.at('total'), rows.at('rows.1.adresaKamery')], rows.text).toEqual([3, 'вул. Прихована, 7']);
    expect(rows.text + passport.text).not.toMatch(/qwerty|zxcvb|Пароль/);
    const next = await site.ask(secrets[who], 'GET', String(rows.at('links.next')));
    expect([next.at('rows.0.nomer'), next.at('links.next')]).toEqual(['3', null]);
  }
  expect((await get('own')).at('results.0.id')).toBe(dataset.id);
  expect((await get('own', `/${dataset.id}/rows?size=500`)).at('code')).toBe('bad-page');
});

test('to others it is not there: a stranger, a token without the scope, nobody; public addresses never say it', async () => {
  expect((await get('stranger', `/${dataset.id}`)).status).toBe(404);
  expect((await get('stranger', `/${dataset.id}/rows`)).status).toBe(404);
  expect((await get('stranger')).at('count')).toBe(0);
  expect((await get('unscoped', `/${dataset.id}/rows`)).at('code')).toBe('scope-missing');
  expect((await get(null, `/${dataset.id}`)).at('error.code')).toBe('token-missing');
  for (const path of [
    `/api/1/datasets/${dataset.id}`,
    `/api/rows/${dataset.resources[0]?.id}`,
    `/datasets/${dataset.slug}`,
  ]) {
    for (const secret of [null, secrets.own]) expect((await site.ask(secret, 'GET', path)).status, path).toBe(404);
  }
});
