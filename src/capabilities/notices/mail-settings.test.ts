import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { setUpCommunity } from '../../../tests/support/publish-file.ts';
import { openSmtpServer, type SmtpServer } from '../../../tests/support/smtp-server.ts';
import { system } from '../../kernel/actor.ts';
import { actingAs, type Context } from '../../platform/context.ts';
import { forgetLettersJob, retryLettersJob } from '../../platform/mail/send-letter-job.ts';
import { actorOfPerson, createPerson, type Person } from '../accounts/index.ts';
import { listHistory } from '../history/index.ts';
import {
  changeMailSettings,
  type MailSettings,
  mailState,
  notify,
  removeMailSettings,
  sendLetterAgain,
  sendWaitingLetters,
  testMail,
  viewOutbox,
} from './index.ts';

const PASSWORD = 'таємниця: пошти "1"';

let world: TestContext;
let smtp: SmtpServer;
let people: Record<'admin' | 'clerk', Person>;

beforeAll(async () => {
  world = await makeTestContext({ now: '2026-11-23T10:00:00+02:00' });
  const unitId = await setUpCommunity(world);
  smtp = await openSmtpServer({ account: { user: 'portal@x.ua', password: PASSWORD } });
  const password = 'вербові сережки цвітуть';
  const make = (name: string, role: 'administrator' | 'responsible', unit: string | null) =>
    createPerson(world.ctx, { name, email: `${name}@x.ua`, password, role, unitId: unit });
  people = { admin: await make('admin', 'administrator', null), clerk: await make('clerk', 'responsible', unitId) };
});
afterAll(async () => {
  await smtp.close();
  await world.close();
});

/** As on a server whose address is set. */
const as = (who: keyof typeof people): Context => ({
  ...world.as(actorOfPerson(people[who])),
  origin: 'https://data.verbivka.example',
});
const settings = (change: Partial<MailSettings> = {}): MailSettings => ({
  host: '127.0.0.1',
  port: smtp.port,
  security: 'none',
  userName: 'portal@x.ua',
  password: PASSWORD,
  senderName: 'Відкриті дані, "Вербівка"',
  senderAddress: 'data@verbivka.example',
  keepDays: 30,
  ...change,
});
const subject = { kind: 'dataset', id: 'd1', name: 'Зупинки' };
/** Some hours after the last, so that each is a letter of its own. */
const tell = () => {
  world.clock.set(new Date(world.clock.now().getTime() + 2 * 3_600_000));
  return notify(as('admin'), {
    to: { people: [people.clerk.id] },
    kind: 'dataset.returned',
    subject,
    link: '/cabinet',
  });
};
const run = { id: 'run', attempt: 1, last: false };
const worker = () => actingAs(world.ctx, system('worker'));

beforeEach(() => {
  for (const verb of ['MAIL', 'RCPT', 'AUTH']) smtp.refuse(verb, null);
});

describe('the mail server', () => {
  it('is set by an administrator where the site has an address; the password is nowhere readable', async () => {
    await expect(changeMailSettings(as('clerk'), settings())).rejects.toMatchObject({ kind: 'forbidden' });
    const homeless = { ...as('admin'), origin: null };
    await expect(changeMailSettings(homeless, settings())).rejects.toMatchObject({ code: 'no-site-address' });
    const faulty = { host: 'a b', port: 0, senderAddress: 'x', keepDays: 0 };
    const refused = await changeMailSettings(as('admin'), settings(faulty)).catch((error: unknown) => error);
    expect((refused as { fields: { field: string }[] }).fields.map(({ field }) => field)).toEqual([
      'host',
      'port',
      'keepDays',
      'senderAddress',
    ]);
    await changeMailSettings(as('admin'), settings());
    const state = await mailState(as('admin'));
    expect(state).toMatchObject({ source: 'settings', settings: { host: '127.0.0.1', hasPassword: true } });
    const { items } = await listHistory(world.ctx, { deed: 'mail.changed' }, { size: 9 });
    const { rows } = await sql`select * from platform_mail_server`.execute(world.ctx.db);
    expect(JSON.stringify([state, items, rows])).not.toContain('таємниця');
  });

  it('named by the environment wins, is shown without its password and cannot be changed here', async () => {
    const fixed = { url: 'smtps://u:secret@mail.x.ua', from: 'data@x.ua' };
    const ctx = { ...as('admin'), mail: { ...world.ctx.mail, environment: fixed } };
    const state = await mailState(ctx);
    expect(state).toMatchObject({ source: 'environment', settings: { host: 'mail.x.ua', port: 465, userName: 'u' } });
    expect(JSON.stringify(state)).not.toContain('secret');
    await expect(changeMailSettings(ctx, settings())).rejects.toMatchObject({ code: 'mail-of-environment' });
  });

  it('keeps its password for itself: another server or user has to be given one', async () => {
    await changeMailSettings(as('admin'), settings({ password: '', senderName: 'Портал' }));
    expect((await mailState(as('admin'))).settings.hasPassword).toBe(true);
    await changeMailSettings(as('admin'), settings({ password: '', host: 'mail.stranger.example' }));
    expect((await mailState(as('admin'))).settings.hasPassword).toBe(false);
    await changeMailSettings(as('admin'), settings());
  });
});

describe('the test', () => {
  it('really sends to the administrator and says what the server answered', async () => {
    const before = smtp.taken.length;
    expect(await testMail(as('admin'), 'uk')).toEqual({ sent: true, answer: '250 2.0.0 Ok: queued as TEST1' });
    const letter = smtp.taken[before];
    expect(letter).toMatchObject({ from: 'data@verbivka.example', to: ['admin@x.ua'] });
    expect(letter?.text).toMatch(/^From: .*<data@verbivka\.example>$/m);
    await expect(testMail(as('clerk'), 'uk')).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it.each([
    ['AUTH', '535 5.7.8 Bad credentials', /не прийняв користувача або пароль.*535/],
    ['MAIL', '553 5.7.1 Sender not owned', /не дозволяє писати від цієї адреси.*553/],
    ['RCPT', '550 5.1.1 No such user', /не прийняв адреси отримувача.*550/],
  ] as const)('tells in words why %s was refused', async (verb, answer, words) => {
    smtp.refuse(verb, answer);
    const tested = await testMail(as('admin'), 'uk');
    expect(tested.sent).toBe(false);
    expect(tested.sent ? '' : tested.failure.uk).toMatch(words);
  });

  it('tells that nobody answers, and that the security does not fit', async () => {
    const reason = async (change: Partial<MailSettings>) => {
      await changeMailSettings(as('admin'), settings(change));
      const tested = await testMail(as('admin'), 'en');
      return tested.sent ? 'sent' : tested.failure.en;
    };
    const closed = await openSmtpServer();
    await closed.close();
    expect(await reason({ port: closed.port })).toContain('Nobody answers at this address and port');
    expect(await reason({ host: 'no-such-host.invalid' })).toContain('no server of that name');
    expect(await reason({ security: 'starttls' })).toMatch(/secure connection failed|does not fit the port/);
    expect(await reason({ security: 'tls' })).toMatch(/secure connection failed|does not fit the port/);
    await changeMailSettings(as('admin'), settings());
  });
});

describe('the outbox', () => {
  it('hands letters over with the headers that stop them by one press', async () => {
    const before = smtp.taken.length;
    await tell();
    await world.runJobs();
    const letter = smtp.taken[before];
    expect(letter?.to).toEqual(['clerk@x.ua']);
    expect(letter?.text).toMatch(/^List-Unsubscribe: <https:\/\/data\.verbivka\.example\/mail\/unsubscribe\?key=/m);
    expect(letter?.text).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
    expect((await viewOutbox(as('admin'), 'sent')).length).toBeGreaterThan(0);
    await expect(viewOutbox(as('clerk'))).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('keeps what was not taken with its reason, tries again by itself and by a press, and sends nothing twice', async () => {
    smtp.refuse('RCPT', '451 4.3.2 Try later');
    await tell();
    await world.runJobs();
    const [failed] = await viewOutbox(as('admin'), 'failed');
    expect(failed).toMatchObject({ to: 'clerk@x.ua', sentAt: null });
    expect(failed?.failure).toContain('451 4.3.2 Try later');
    expect(failed?.attempts).toBeGreaterThan(0);
    expect(failed).not.toHaveProperty('body');
    smtp.refuse('RCPT', null);
    const before = smtp.taken.length;
    await retryLettersJob.handle(worker(), {}, run);
    await sendLetterAgain(as('admin'), failed?.id ?? '');
    await world.runJobs();
    expect(smtp.taken).toHaveLength(before + 1);
    expect(await viewOutbox(as('admin'), 'failed')).toEqual([]);
    await expect(sendLetterAgain(as('admin'), failed?.id ?? '')).rejects.toMatchObject({ code: 'letter-done' });
  });

  it('without a server keeps letters, and sends them when there is one', async () => {
    await removeMailSettings(as('admin'));
    await tell();
    await world.runJobs();
    const waiting = await viewOutbox(as('admin'), 'waiting');
    expect(waiting).toHaveLength(1);
    await expect(sendWaitingLetters(as('admin'))).rejects.toMatchObject({ code: 'no-mail-server' });
    await changeMailSettings(as('admin'), settings());
    const before = smtp.taken.length;
    expect(await sendWaitingLetters(as('admin'))).toBe(1);
    await world.runJobs();
    expect(smtp.taken).toHaveLength(before + 1);
  });

  it('forgets the texts of old letters, not that they were sent', async () => {
    world.clock.set('2027-01-10T10:00:00+02:00');
    await forgetLettersJob.handle(worker(), {}, run);
    const { rows } = await sql<{ texts: number; letters: number }>`
      select count(*) filter (where body <> '')::int as texts, count(*)::int as letters from platform_letter`.execute(
      world.ctx.db,
    );
    expect(rows[0]?.texts).toBe(0);
    expect(rows[0]?.letters).toBeGreaterThan(2);
    world.clock.set('2026-11-23T10:00:00+02:00');
  });
});
