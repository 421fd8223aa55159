import { Hono } from 'hono';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { form } from '../../../../tests/support/cabinet-site.ts';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { setUpCommunity } from '../../../../tests/support/publish-file.ts';
import { openSmtpServer, type SmtpServer } from '../../../../tests/support/smtp-server.ts';
import { actorOfPerson, createPerson, type Person } from '../../../capabilities/accounts/index.ts';
import { HTTP_STATUS, isRequestError } from '../../../kernel/errors.ts';
import type { SurfaceEnv } from '../../components/visit.ts';
import { mailRoutes } from './index.ts';

let world: TestContext;
let smtp: SmtpServer;
let people: Record<'admin' | 'clerk', Person>;

beforeAll(async () => {
  world = await makeTestContext();
  smtp = await openSmtpServer();
  const unitId = await setUpCommunity(world);
  const password = 'вербові сережки цвітуть';
  const make = (name: string, role: 'administrator' | 'responsible', unit: string | null) =>
    createPerson(world.ctx, { name, email: `${name}@x.ua`, password, role, unitId: unit });
  people = { admin: await make('admin', 'administrator', null), clerk: await make('clerk', 'responsible', unitId) };
});
afterAll(async () => {
  await smtp.close();
  await world.close();
});

function site(person: Person, origin: string | null = 'https://data.verbivka.example'): Hono<SurfaceEnv> {
  const app = new Hono<SurfaceEnv>();
  app.use(async (c, next) => {
    const { pathname: path, searchParams: query } = new URL(c.req.url);
    const ctx = { ...world.as(actorOfPerson(person)), origin };
    const asked = { ctx, person, language: 'uk' as const, path, query, method: c.req.method };
    c.set('visit', { ...asked, profile: null, origin: 'http://x', requestId: 't' });
    await next();
  });
  app.route('/', mailRoutes());
  app.onError((error, c) =>
    isRequestError(error) ? c.text(error.text.uk, HTTP_STATUS[error.kind]) : c.text(String(error.stack), 500),
  );
  return app;
}

const page = async (app: Hono<SurfaceEnv>, path: string) => await (await app.request(path)).text();

it('mail is set, tried by the button and read in the outbox', async () => {
  const admin = site(people.admin);
  expect(await page(admin, '/cabinet/settings/mail')).toContain('Листи ще не надсилаються');
  expect(await page(site(people.admin, null), '/cabinet/settings/mail')).toContain('Спершу задайте адресу порталу');
  const typed = {
    ...{ host: '127.0.0.1', port: '0', security: 'none', userName: 'portal', password: 'таємниця' },
    ...{ senderName: 'Портал', senderAddress: 'data@verbivka.example', keepDays: '30' },
  };
  const refused = await admin.request('/cabinet/settings/mail', form(typed));
  expect(refused.status).toBe(400);
  const again = await refused.text();
  expect(again).toContain('Порт — число від 1 до 65535');
  expect(again).toContain('value="data@verbivka.example"');
  expect(again).not.toContain('таємниця');
  const saved = await admin.request(
    '/cabinet/settings/mail',
    form({ ...typed, port: String(smtp.port), userName: '' }),
  );
  expect(saved.headers.get('location')).toBe('/cabinet/settings/mail?done=saved');
  const tested = await (await admin.request('/cabinet/settings/mail/test', form({}))).text();
  expect(tested).toContain('Сервер прийняв лист');
  expect(tested).toContain('250 2.0.0 Ok: queued as TEST1');
  smtp.refuse('RCPT', '550 5.1.1 <b>No such user</b>');
  const failed = await (await admin.request('/cabinet/settings/mail/test', form({}))).text();
  expect(failed).toContain('Сервер не прийняв адреси отримувача. Відповідь сервера:');
  expect(failed).not.toContain('<b>No');
  await world.ctx.mail.write(world.ctx.db, { to: 'a@x.ua', subject: 'Лист', body: 'https://x/reset?token=t1' });
  const outbox = await page(admin, '/cabinet/settings/mail/outbox');
  expect(outbox).toContain('a@x.ua');
  expect(outbox).not.toContain('reset?token');
  expect((await admin.request('/cabinet/settings/mail/outbox/all', form({}))).status).toBe(303);
});

it('is for those who change settings only', async () => {
  const clerk = site(people.clerk);
  for (const path of ['/cabinet/settings/mail', '/cabinet/settings/mail/outbox'])
    expect((await clerk.request(path)).status, path).toBe(403);
  for (const path of [
    '/cabinet/settings/mail/test',
    '/cabinet/settings/mail/remove',
    '/cabinet/settings/mail/outbox/all',
  ])
    expect((await clerk.request(path, form({}))).status, path).toBe(403);
});
