import { createHash, randomBytes } from 'node:crypto';
import { type FieldFault, RequestError } from '../../../kernel/errors.ts';
import { type NewToken, TOKEN_SCOPES, type TokenScope, UNIT_TOKEN_SCOPES } from './token.ts';

/** Every token begins so: programs that look for secrets left in files know it by this. */
export const TOKEN_PREFIX = 'vidkryto_';
const FORM = /^vidkryto_[\w-]{43}$/;

/** A token's life when nothing is said, and at most; days. */
export const TOKEN_DAYS = 365;
const MOST_DAYS = 3 * 365;

/** A new token: 256 random bits. No slow hash is needed to keep one: nobody guesses them. */
export function makeSecret(): string {
  return TOKEN_PREFIX + randomBytes(32).toString('base64url');
}

/** What is kept of a token. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** The token of a request's `Authorization: Bearer …`, if it looks like ours; null otherwise. */
export function bearerOf(headers: Headers): string | null {
  const given = /^Bearer +(\S+) *$/i.exec(headers.get('authorization') ?? '')?.[1] ?? '';
  return given.startsWith(TOKEN_PREFIX) ? given : null;
}

export const looksLikeToken = (secret: string): boolean => FORM.test(secret);

/** Which deeds of the permission table a scope opens. What else a scope is needed for is asked by `requireScope`. */
const DEEDS: Readonly<Record<TokenScope, readonly string[]>> = {
  'dataset.create': ['dataset.create', 'dataset.view-drafts'],
  'dataset.edit': ['dataset.edit', 'dataset.submit', 'privacy.protect', 'dataset.view-drafts'],
  'file.upload': ['dataset.edit', 'dataset.view-drafts'],
  'rows.write': ['dataset.publish', 'dataset.view-drafts'],
  publish: ['dataset.publish', 'dataset.submit', 'privacy.keep', 'dataset.view-drafts'],
  'internal.read': ['dataset.view-internal'],
  'rows.allow': ['dataset.approve', 'dataset.view-drafts'],
  'privacy.decide': ['privacy.protect', 'privacy.keep', 'dataset.view-drafts'],
};

/** Whether a token of these scopes may do the deed at all. */
export function opens(scopes: readonly TokenScope[], deed: string): boolean {
  return scopes.some((scope) => DEEDS[scope].includes(deed));
}

const isScope = (text: string): text is TokenScope => TOKEN_SCOPES.some((scope) => scope === text);

/** The scopes among these words, each once. */
export function scopesOf(words: readonly string[]): TokenScope[] {
  return [...new Set(words.filter(isScope))];
}

/** What is wrong with a token to be; fields `name`, `scopes`, `days`. @param owned a person’s own, not a unit’s */
export function tokenFaults({ name, scopes, days = TOKEN_DAYS }: NewToken, owned: boolean): FieldFault[] {
  const faults: FieldFault[] = [];
  const add = (field: string, uk: string, en: string) => faults.push({ field, text: { uk, en } });
  if (name.trim() === '' || name.length > 100)
    add(
      'name',
      'Назвіть токен так, щоб за рік упізнати програму: «Бухгалтерія, 1С» (до 100 знаків).',
      'Name the token so that you know the program in a year: “Accounting, 1C” (up to 100 characters).',
    );
  if (scopes.length === 0 || !scopes.every(isScope))
    add('scopes', 'Позначте, що програма має робити.', 'Tick what the program is to do.');
  else if (!owned && !scopes.every((scope) => UNIT_TOKEN_SCOPES.some((one) => one === scope)))
    add(
      'scopes',
      'Про рядки без перевірки й про персональні дані вирішує лише людина: візьміть для цього власний токен.',
      'Only a person decides on rows without review and on personal data: take a token of your own for that.',
    );
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
    add('days', `Термін дії — від 1 до ${MOST_DAYS} днів.`, `A token works from 1 to ${MOST_DAYS} days.`);
  return faults;
}

export const badToken = (reason: 'unknown' | 'ended' | 'expired'): RequestError => {
  const why = {
    unknown: { uk: 'Такого токена немає.', en: 'There is no such token.' },
    ended: { uk: 'Цей токен відкликано.', en: 'This token was revoked.' },
    expired: { uk: 'Термін дії цього токена минув.', en: 'This token has expired.' },
  }[reason];
  return new RequestError('signed-out', 'bad-token', {
    uk: `${why.uk} Створіть новий у кабінеті й надсилайте його так: Authorization: Bearer vidkryto_…`,
    en: `${why.en} Make a new one in the cabinet and send it as: Authorization: Bearer vidkryto_…`,
  });
};

export const noSuchToken = (): RequestError =>
  new RequestError('not-found', 'no-such-token', {
    uk: 'Такого токена немає. Можливо, його вилучили разом із підрозділом.',
    en: 'There is no such token. It may have gone with its unit.',
  });

export const scopeMissing = (scope: TokenScope): RequestError =>
  new RequestError('forbidden', 'scope-missing', {
    uk: `Цей токен створено не для цього: йому бракує дозволу «${scope}». Створіть токен із цим дозволом.`,
    en: `This token was made for something else: it lacks the scope “${scope}”. Make a token with it.`,
  });
