import { type FieldFault, fieldFault, RequestError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { Text } from '../../kernel/text.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { handOver } from '../../platform/mail/hand-over.ts';
import { mailFailure } from '../../platform/mail/mail-failure.ts';
import {
  MAIL_SECRET,
  type MailSecurity,
  mailServerInForce,
  serverOfEnvironment,
} from '../../platform/mail/mail-server.ts';
import {
  deleteMailServer,
  type KeptMailServer,
  selectMailServer,
  writeMailServer,
} from '../../platform/mail/mail-server-store.ts';
import { findLetter, type OutboxLetter, readOutbox, selectWaiting } from '../../platform/mail/outbox.ts';
import { communityProfile, emailFaults, permit } from '../accounts/index.ts';
import { record } from '../history/index.ts';
import { testLetter } from './letters.ts';

/** What an administrator types. */
export interface MailSettings {
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
  readonly userName: string;
  /** Empty: the one that was set stays. */
  readonly password: string;
  readonly senderName: string;
  readonly senderAddress: string;
  readonly keepDays: number;
}

/** Mail as its settings page shows it; never the password. */
export interface MailState {
  /** `environment`: VIDKRYTO_SMTP_URL is in force and nothing here can change it. */
  readonly source: 'environment' | 'settings' | 'none';
  readonly settings: Omit<MailSettings, 'password'> & { readonly hasPassword: boolean };
  /** False: VIDKRYTO_URL is not set, so links in letters could be forged and none may leave. */
  readonly addressSet: boolean;
}

const EMPTY: KeptMailServer = {
  host: '',
  port: 587,
  security: 'starttls',
  userName: '',
  passwordSealed: null,
  senderName: '',
  senderAddress: '',
  keepDays: 30,
};

const hidden = ({ passwordSealed, ...shown }: KeptMailServer) => ({ ...shown, hasPassword: passwordSealed !== null });

/** How mail is set. Needs `settings.change`. */
export async function mailState(ctx: Context): Promise<MailState> {
  await permit(ctx, 'settings.change', null);
  const fixed = serverOfEnvironment(ctx.mail.environment);
  const addressSet = ctx.origin !== null;
  const kept = await selectMailServer(ctx.db);
  if (!fixed) return { source: kept ? 'settings' : 'none', settings: hidden(kept ?? EMPTY), addressSet };
  const { host, port, security, user, password, from } = fixed;
  const settings = { host, port, security, userName: user ?? '', senderName: '', senderAddress: from };
  const keepDays = kept?.keepDays ?? EMPTY.keepDays;
  return { source: 'environment', settings: { ...settings, keepDays, hasPassword: password !== '' }, addressSet };
}

const isWhole = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most;

function faultsOf(wanted: MailSettings): FieldFault[] {
  const faults: FieldFault[] = [];
  if (!/^[\p{L}\p{N}.-]{1,253}$|^[0-9a-f:]{2,45}$/iu.test(wanted.host))
    faults.push(
      fieldFault('host', 'Вкажіть назву сервера, наприклад smtp.example.ua.', 'Name the server, e.g. smtp.example.ua.'),
    );
  if (!isWhole(wanted.port, 1, 65_535))
    faults.push(
      fieldFault(
        'port',
        'Порт — число від 1 до 65535, найчастіше 587 або 465.',
        'The port is a number from 1 to 65535, mostly 587 or 465.',
      ),
    );
  if (!isWhole(wanted.keepDays, 1, 730))
    faults.push(fieldFault('keepDays', 'Вкажіть ціле число від 1 до 730.', 'Give a whole number from 1 to 730.'));
  if (wanted.userName.length > 250)
    faults.push(fieldFault('userName', 'Не більше 250 знаків.', 'At most 250 characters.'));
  if (wanted.senderName.length > 100)
    faults.push(fieldFault('senderName', 'Не більше 100 знаків.', 'At most 100 characters.'));
  return [...faults, ...emailFaults(wanted.senderAddress).map(({ text }) => ({ field: 'senderAddress', text }))];
}

function refuseHere(ctx: Context): void {
  if (ctx.mail.environment.url !== null) {
    throw new RequestError('conflict', 'mail-of-environment', {
      uk: 'Пошту задано в налаштуваннях сервера (VIDKRYTO_SMTP_URL), тут її не змінити.',
      en: 'Mail is set in the settings of the server (VIDKRYTO_SMTP_URL) and cannot be changed here.',
    });
  }
  if (ctx.origin === null) {
    throw new RequestError('conflict', 'no-site-address', {
      uk: 'Спершу задайте на сервері VIDKRYTO_URL: у листах є посилання на сайт, а адресу із запиту можна підробити.',
      en: 'First set VIDKRYTO_URL on the server: letters hold links to the site, and the address of a request can be forged.',
    });
  }
}

/** Sets the mail server. Needs `settings.change`. Throws `conflict` (set by the environment; no address of the site), `invalid`. */
export function changeMailSettings(ctx: Context, typed: MailSettings): Promise<void> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'settings.change', null);
    refuseHere(inner);
    const { password, ...wanted } = { ...typed, host: typed.host.trim(), senderAddress: typed.senderAddress.trim() };
    const faults = faultsOf({ ...wanted, password });
    if (faults.length > 0) {
      const text = { uk: 'Не збережено: виправте позначені поля.', en: 'Nothing was saved: mend the marked fields.' };
      throw new RequestError('invalid', 'faulty-fields', text, faults);
    }
    const before = await selectMailServer(inner.db);
    // a password belongs to its server and user: sent to another, it would be given away
    const same = before?.host === wanted.host && before.userName === wanted.userName;
    const sealed = password === '' ? (same ? before.passwordSealed : null) : inner.secrets.seal(password, MAIL_SECRET);
    const after: KeptMailServer = { ...wanted, passwordSealed: wanted.userName === '' ? null : sealed };
    await writeMailServer(inner.db, after);
    await recordChange(inner, before, after);
  });
}

/** Stops all letters: they stay in the outbox. Needs `settings.change`. */
export function removeMailSettings(ctx: Context): Promise<void> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'settings.change', null);
    const before = await selectMailServer(inner.db);
    if (!before) return;
    await deleteMailServer(inner.db);
    await recordChange(inner, before, null);
  });
}

async function recordChange(ctx: Context, before: KeptMailServer | null, after: KeptMailServer | null): Promise<void> {
  const subject = { kind: 'community', id: ctx.community.id };
  // the history writes no field that is called after a secret
  const shown = (server: KeptMailServer | null) => {
    if (!server) return null;
    const { hasPassword: keySet, keepDays: letterDays, ...rest } = hidden(server);
    return { ...rest, keySet, letterDays };
  };
  await record(ctx, { deed: 'mail.changed', subject, before: shown(before), after: shown(after) });
}

/** What came of a test. */
export type MailTest =
  | { readonly sent: true; readonly answer: string }
  | { readonly sent: false; readonly failure: Text };

/** Really sends a letter to the administrator, now, and gives what the server said. Needs `settings.change`. Throws `conflict` without a server. */
export async function testMail(ctx: Context, language: 'uk' | 'en'): Promise<MailTest> {
  await permit(ctx, 'settings.change', null);
  const server = await mailServerInForce(ctx);
  if (!server || ctx.actor.kind !== 'person') throw noServer();
  const community = (await communityProfile(ctx))?.name ?? '';
  try {
    const answer = await handOver(server, testLetter(ctx.actor.email, ctx.actor.name, community, language));
    return { sent: true, answer };
  } catch (error) {
    return { sent: false, failure: mailFailure(error) };
  }
}

const noServer = () =>
  new RequestError('conflict', 'no-mail-server', {
    uk: 'Поштовий сервер ще не задано.',
    en: 'No mail server is set yet.',
  });

/** Letters of the outbox, the newest first, without their texts: these hold links for passwords. Needs `settings.change`. */
export async function viewOutbox(
  ctx: Context,
  state?: 'waiting' | 'failed' | 'sent',
): Promise<readonly Omit<OutboxLetter, 'body' | 'unsubscribe'>[]> {
  await permit(ctx, 'settings.change', null);
  return (await readOutbox(ctx.db, state)).map(({ body: _, unsubscribe: __, ...shown }) => shown);
}

/** Has a letter sent again. Needs `settings.change`. Throws `conflict` (no server, sent already, text forgotten), `not-found`. */
export function sendLetterAgain(ctx: Context, id: string): Promise<void> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'settings.change', null);
    const letter = isId(id) ? await findLetter(inner.db, id) : null;
    if (!letter)
      throw new RequestError('not-found', 'no-such-letter', {
        uk: 'Такого листа немає.',
        en: 'There is no such letter.',
      });
    if (!(await mailServerInForce(inner))) throw noServer();
    if (letter.sentAt || letter.forgottenAt) {
      throw new RequestError('conflict', 'letter-done', {
        uk: 'Цього листа вже надіслано або його текст забуто.',
        en: 'This letter was sent already, or its text is forgotten.',
      });
    }
    await inner.mail.again(inner.db, id);
    await record(inner, {
      deed: 'mail.sent-again',
      subject: { kind: 'community', id: inner.community.id },
      after: { letters: 1 },
    });
  });
}

/** Has all letters sent that wait: those written before there was a server too. Gives how many. Needs `settings.change`. */
export function sendWaitingLetters(ctx: Context): Promise<number> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'settings.change', null);
    if (!(await mailServerInForce(inner))) throw noServer();
    const ids = await selectWaiting(inner.db);
    for (const id of ids) await inner.mail.again(inner.db, id);
    const subject = { kind: 'community', id: inner.community.id };
    if (ids.length > 0) await record(inner, { deed: 'mail.sent-again', subject, after: { letters: ids.length } });
    return ids.length;
  });
}
