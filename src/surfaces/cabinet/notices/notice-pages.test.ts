import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { form } from '../../../../tests/support/cabinet-site.ts';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { setUpCommunity } from '../../../../tests/support/publish-file.ts';
import { actorOfPerson, createPerson, type Person } from '../../../capabilities/accounts/index.ts';
import { checkUnsubscribeKey, countUnreadNotices, notify } from '../../../capabilities/notices/index.ts';
import { VISITOR } from '../../../kernel/actor.ts';
import { HTTP_STATUS, isRequestError } from '../../../kernel/errors.ts';
import type { SurfaceEnv } from '../../components/visit.ts';
import { noticeRoutes } from './index.ts';

let world: TestContext;
let clerk: Person;

beforeAll(async () => {
  world = await makeTestContext({ now: '2026-11-23T10:00:00+02:00' });
  const unitId = await setUpCommunity(world);
  const password = 'вербові сережки цвітуть';
  clerk = await createPerson(world.ctx, { name: 'Богдан', email: 'b@x.ua', password, role: 'responsible', unitId });
});
afterAll(() => world.close());

function site(person: Person | null, language: 'uk' | 'en' = 'uk'): Hono<SurfaceEnv> {
  const app = new Hono<SurfaceEnv>();
  app.use(async (c, next) => {
    const { pathname: path, searchParams: query } = new URL(c.req.url);
    const ctx = world.as(person ? actorOfPerson(person) : VISITOR);
    const { method } = c.req;
    const unread = person ? await countUnreadNotices(ctx, person.id) : undefined;
    const asked = { person, language, path, query, method, unread };
    c.set('visit', { ctx, ...asked, profile: null, origin: 'http://x', requestId: 't' });
    await next();
  });
  app.route('/', noticeRoutes());
  app.onError((error, c) =>
    isRequestError(error) ? c.text(error.text.uk, HTTP_STATUS[error.kind]) : c.text(String(error.stack), 500),
  );
  return app;
}

async function tell(
  kind: 'dataset.returned' | 'dataset.approved' = 'dataset.returned',
  name = 'Зупинки',
): Promise<void> {
  const subject = { kind: 'dataset', id: 'd1', name };
  await notify(world.ctx, { to: { people: [clerk.id] }, kind, subject, link: '/cabinet/datasets/d1' });
}

const text = async (app: Hono<SurfaceEnv>, path: string) => {
  const answer = await app.request(path);
  expect(answer.status, path).toBe(200);
  return await answer.text();
};

describe('notices in the cabinet', () => {
  it('are counted in the navigation, lead to their deed and are read then', async () => {
    expect(await text(site(clerk), '/cabinet/notices')).toContain('Сповіщень ще немає');
    await tell('dataset.returned', '<b>Зупинки</b>');
    const list = await text(site(clerk), '/cabinet/notices');
    expect(list).toContain('Набір «&lt;b>Зупинки&lt;/b>» повернули на доопрацювання.');
    expect(list).toMatch(/nav-count">1/);
    expect(await text(site(clerk, 'en'), '/cabinet/notices?show=unread')).toContain('was returned to be mended');
    const id = /\/cabinet\/notices\/([0-9a-f-]{36})/.exec(list)?.[1] ?? '';
    const opened = await site(clerk).request(`/cabinet/notices/${id}`);
    expect(opened.headers.get('location')).toBe('/cabinet/datasets/d1');
    expect(await text(site(clerk), '/cabinet/notices?show=unread')).toContain('Усе прочитано');
    await tell();
    await site(clerk).request('/cabinet/notices/read', form({}));
    expect(await text(site(clerk), '/cabinet/notices')).not.toContain('nav-count');
    expect((await site(null).request('/cabinet/notices')).headers.get('location')).toContain('/sign-in');
  });

  it('are chosen by kind, language and letters', async () => {
    const typed = form([
      ['language', 'en'],
      ['byMail', 'on'],
      ['kind', 'dataset.returned'],
    ]);
    await site(clerk).request('/cabinet/notices/settings', typed);
    const page = await text(site(clerk), '/cabinet/notices/settings?done=saved');
    expect(page).toMatch(/value="dataset.returned" checked/);
    expect(page).not.toMatch(/value="dataset.approved" checked/);
    expect(page).toMatch(/<option value="en" selected/);
  });
});

describe('the link that stops letters', () => {
  it('changes nothing when it is only opened; its button and a mail program’s POST do', async () => {
    await tell();
    const address = (await world.letters())[0]?.unsubscribe ?? '';
    const { pathname, search, searchParams } = new URL(address);
    const path = `${pathname.replace(/^\/en/, '')}${search}`;
    const byMail = async () => (await checkUnsubscribeKey(world.ctx, searchParams.get('key') ?? '')).byMail;
    expect(await text(site(null), path)).toContain('Не надсилати листів');
    expect(await byMail()).toBe(true);
    const pressed = await site(null).request(path, form({ page: 'on' }));
    expect(pressed.status).toBe(303);
    expect(await byMail()).toBe(false);
    expect(await text(site(null), path)).toContain('більше не буде');
    await site(null).request(path, form({ page: 'on', again: 'on' }));
    expect(await byMail()).toBe(true);
    const oneClick = new FormData();
    oneClick.set('List-Unsubscribe', 'One-Click');
    const answer = await site(null).request(path, { method: 'POST', body: oneClick });
    expect([answer.status, answer.headers.get('location')]).toEqual([200, null]);
    expect(await byMail()).toBe(false);
    expect((await site(null).request('/mail/unsubscribe?key=made-up')).status).toBe(404);
  });
});
