import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { form } from '../../../../tests/support/cabinet-site.ts';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { publishItemCard } from '../../../../tests/support/published-items.ts';
import { createPerson, type Person, setUp } from '../../../capabilities/accounts/index.ts';
import { listCityWords, recordMissed, searchCards } from '../../../capabilities/catalog/index.ts';
import { VISITOR } from '../../../kernel/actor.ts';
import { HTTP_STATUS, isRequestError } from '../../../kernel/errors.ts';
import type { Language } from '../../../kernel/text.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import { searchWordsRoutes } from './index.ts';

const HOME = '/cabinet/search-words';
let test: TestContext;
let administrator: Person | null;
let editor: Person | null;

beforeAll(async () => {
  test = await makeTestContext();
  const made = await setUp(test.as(VISITOR), {
    community: { name: 'Зразківська громада', edrpou: '04054228', katottg: 'UA53020110010112104' },
    administrator: { name: 'Олена', email: 'a@rada.example.ua', password: 'вербові сережки цвітуть' },
  });
  administrator = made.administrator;
  editor = await createPerson(test.ctx, {
    name: 'Іван',
    email: 'i@rada.example.ua',
    role: 'contributor',
    unitId: made.root.id,
    password: 'вербові сережки цвітуть',
  });
  await publishItemCard(test, made.root, 20, '2026-01-10T10:00:00Z');
});
afterAll(() => test.close());

function site(person: Person | null, language: Language = 'uk'): Hono<SurfaceEnv> {
  const app = new Hono<SurfaceEnv>();
  app.use(async (c, next) => {
    const { pathname, searchParams } = new URL(c.req.url);
    const actor = person ? { kind: 'person' as const, id: person.id, name: person.name, email: person.email } : VISITOR;
    const visit = { person, language, profile: null, path: pathname, query: searchParams, origin: 'http://localhost' };
    c.set('visit', { ...visit, ctx: test.as(actor), requestId: 'test' });
    await next();
  });
  app.route('/', searchWordsRoutes());
  app.onError((error, c) =>
    isRequestError(error) ? c.text(error.text.uk, HTTP_STATUS[error.kind]) : c.text(String(error.stack), 500),
  );
  return app;
}

const found = async (q: string) => (await searchCards(test.as(VISITOR), { q, page: 1, size: 1 })).total;

describe('the page of search words', () => {
  it('adds words by a form, and search knows them at once; changes and removes them', async () => {
    const app = site(administrator);
    expect(await (await app.request(HOME)).text()).toContain('Своїх слів ще немає');
    const added = await app.request(HOME, form({ everyday: 'стометрівка\nсотка', official: 'адресний реєстр' }));
    expect([added.status, added.headers.get('location')]).toEqual([303, `${HOME}?done=added`]);
    expect(await found('стометрівку')).toBe(1);
    const [group] = await listCityWords(test.ctx);
    const page = await (await app.request(`${HOME}?done=added`)).text();
    expect(page).toContain('Слова додано. Пошук уже їх знає.');
    expect(page).toContain(`href="${HOME}/${group?.id}"`);
    expect(await (await app.request(`${HOME}/${group?.id}`)).text()).toContain('стометрівка\nсотка');
    const changed = await app.request(
      `${HOME}/${group?.id}`,
      form({ everyday: 'біла альтанка', official: 'адресний реєстр' }),
    );
    expect(changed.headers.get('location')).toBe(`${HOME}?done=saved`);
    expect([await found('стометрівка'), await found('білу альтанку')]).toEqual([0, 1]);
    const removed = await app.request(`${HOME}/${group?.id}/remove`, form({}));
    expect(removed.headers.get('location')).toBe(`${HOME}?done=removed`);
    expect(await found('альтанка')).toBe(0);
    expect((await app.request(`${HOME}/${group?.id}`)).status).toBe(404);
  });

  it('shows a refused form again with what was typed and what is wrong', async () => {
    const refused = await site(administrator).request(HOME, form({ everyday: 'як', official: '' }));
    const html = await refused.text();
    expect(refused.status).toBe(400);
    expect(html).toContain('«як» пошук не розрізняє');
    expect(html).toContain('Впишіть хоча б одне слово.');
    expect(html).toMatch(/<textarea[^>]*name="everyday"[^>]*>як</);
    const english = await (await site(administrator, 'en').request(HOME, form({ everyday: '', official: '' }))).text();
    expect(english).toContain('Enter at least one word.');
  });

  it('shows what was not found, most frequent first, and forgets it', async () => {
    for (const q of ['дельфінарій', 'дельфінарій', 'тролейбусне депо']) await recordMissed(test.as(VISITOR), q);
    const app = site(administrator);
    const html = await (await app.request(HOME)).text();
    expect(html.indexOf('дельфінарій')).toBeLessThan(html.indexOf('тролейбусне депо'));
    expect(html).toContain('Додати слова для «дельфінарій»');
    expect(await (await app.request(`${HOME}?for=${encodeURIComponent('дельфінарій')}`)).text()).toMatch(
      /<textarea[^>]*>дельфінарій</,
    );
    await app.request(`${HOME}/forget`, form({ question: 'дельфінарій' }));
    expect(await (await app.request(HOME)).text()).not.toContain('дельфінарій');
  });

  it('is for administrators: others are refused, visitors are led to sign in', async () => {
    expect((await site(editor).request(HOME)).status).toBe(403);
    expect((await site(editor).request(HOME, form({ everyday: 'а б', official: 'в' }))).status).toBe(403);
    expect((await site(editor).request(`${HOME}/forget`, form({ question: 'а' }))).status).toBe(403);
    const visitor = await site(null).request(HOME);
    expect(visitor.headers.get('location')).toContain('/sign-in?next=');
  });
});
