import { z } from 'zod';
import { type FieldFault, RequestError } from '../../kernel/errors.ts';
import type { Text } from '../../kernel/text.ts';
import { isUsableKey } from '../../platform/sftp/sftp.ts';
import { type AddressFault, addressFault } from './address-rules.ts';
import { SOURCE_AUTHS, SOURCE_KINDS, type Source } from './source.ts';

const hour = z.number().int().min(0).max(23);
const ScheduleForm = z.discriminatedUnion('every', [
  z.object({ every: z.literal('hours'), hours: z.number().int().min(1).max(168) }),
  z.object({ every: z.literal('day'), hour }),
  z.object({ every: z.literal('week'), weekday: z.number().int().min(1).max(7), hour }),
  z.object({ every: z.literal('month'), day: z.number().int().min(1).max(31), hour }),
]);

/** What a person says of a source. */
export const SourceForm = z.object({
  kind: z.enum(SOURCE_KINDS),
  address: z.string().trim().min(1).max(2000),
  auth: z.enum(SOURCE_AUTHS),
  authName: z.string().trim().max(200),
  /** Empty: the one that is kept stays. */
  secret: z.string().max(20_000),
  schedule: ScheduleForm,
  moveDate: z.boolean(),
});
export type SourceForm = z.infer<typeof SourceForm>;

const t = (uk: string, en: string): Text => ({ uk, en });

const ADDRESS_FAULTS: Readonly<Record<AddressFault, Text>> = {
  'not-web': t(
    'Вкажіть повну адресу файлу, вона починається з https:// або http://',
    'Give the whole address of the file; it begins with https:// or http://',
  ),
  'not-sheet': t(
    'Це не посилання на таблицю Google. Відкрийте її, натисніть «Поділитися», скопіюйте посилання: https://docs.google.com/spreadsheets/d/…',
    'This is no link to a Google sheet. Open it, choose “Share”, copy the link: https://docs.google.com/spreadsheets/d/…',
  ),
  'not-sftp': t(
    'Вкажіть сервер і шлях до файлу: sftp://files.misto.gov.ua/vyvantazhennia/borg.csv',
    'Give the server and the path of the file: sftp://files.city.gov.ua/export/debt.csv',
  ),
  credentials: t(
    'Приберіть з адреси ім’я і пароль: для них є окремі поля, де їх не видно.',
    'Take the name and the password out of the address: they have fields of their own, where nobody sees them.',
  ),
  inside: t(
    'Ця адреса веде у внутрішню мережу. Якщо так і треба, попросіть адміністратора дозволити її в налаштуваннях «Внутрішні джерела».',
    'This address leads into an internal network. If that is meant, ask the administrator to allow it in the settings “Internal sources”.',
  ),
};

const ADDRESS_MISSING = t('Вкажіть, звідки забирати файл.', 'Say where the file is to be fetched from.');
const SCHEDULE = t('Оберіть, коли забирати файл.', 'Choose when the file is to be fetched.');
const AUTH = t('Оберіть, як нас пізнає сервер.', 'Choose how the server knows us.');
const USER = t('Вкажіть ім’я користувача.', 'Give the user’s name.');
const HEADER = t(
  'Вкажіть назву заголовка латинськими літерами, наприклад X-Api-Key. Заголовків Host, Cookie й тих, що описують з’єднання, задати не можна.',
  'Give the header’s name in Latin letters, for example X-Api-Key. Host, Cookie and headers of the connection cannot be set.',
);
const SECRET = t('Вкажіть пароль або ключ.', 'Give the password or the key.');
const SECRET_ANEW = t(
  'Адресу або спосіб входу змінено, тому введіть пароль або ключ ще раз: старий ми туди не надсилаємо.',
  'The address or the way to sign in changed, so type the password or the key again: the old one is not sent there.',
);
const ONE_LINE = t(
  'Значення має бути одним рядком без пропусків на краях.',
  'The value must be one line without spaces around.',
);
const BAD_KEY = t(
  'Цього ключа не прочитати. Потрібен приватний ключ OpenSSH або PEM без пароля: ssh-keygen -t ed25519 -N "".',
  'This key cannot be read. A private key in OpenSSH or PEM form without a passphrase is needed: ssh-keygen -t ed25519 -N "".',
);

const HEADER_NAME = /^[A-Za-z][A-Za-z0-9-]{0,99}$/;
const HEADER_TAKEN =
  /^(host|cookie|connection|content-.*|transfer-encoding|upgrade|te|trailer|keep-alive|proxy-.*|accept-encoding|user-agent|expect|range|if-.*)$/i;

/** True where the secret that is kept belongs to the same server and name: only then it is used again. */
export function keepsSecret(
  before: Source | null,
  form: Pick<SourceForm, 'address' | 'auth' | 'authName' | 'kind'>,
): boolean {
  if (before?.sealedSecret === null || before === null) return false;
  const same = URL.canParse(before.address) && URL.canParse(form.address) && serverOf(before) === serverOf(form);
  return same && before.auth === form.auth && before.authName === form.authName && before.kind === form.kind;
}

function serverOf({ address }: { readonly address: string }): string {
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`;
}

/** Reads the form. Throws `invalid` (code `bad-source`) with the fault of each field. */
export function parseSourceForm(form: unknown, before: Source | null, trusted: readonly string[]): SourceForm {
  const parsed = SourceForm.safeParse(form);
  const faults: FieldFault[] = parsed.success ? faultsOf(parsed.data, before, trusted) : unreadable(parsed.error);
  if (parsed.success && faults.length === 0) return parsed.data;
  const text = { uk: faults.map((one) => one.text.uk).join(' '), en: faults.map((one) => one.text.en).join(' ') };
  throw new RequestError('invalid', 'bad-source', text, faults);
}

function unreadable(error: z.ZodError): FieldFault[] {
  const fields = new Set(error.issues.map(({ path }) => String(path[0])));
  const faults: FieldFault[] = [];
  if (fields.has('address') || fields.has('kind')) faults.push({ field: 'address', text: ADDRESS_MISSING });
  if (fields.has('schedule')) faults.push({ field: 'schedule', text: SCHEDULE });
  if (faults.length === 0) faults.push({ field: 'auth', text: AUTH });
  return faults;
}

function faultsOf(form: SourceForm, before: Source | null, trusted: readonly string[]): FieldFault[] {
  const faults: FieldFault[] = [];
  const address = addressFault(form.kind, form.address, trusted);
  if (address) faults.push({ field: 'address', text: ADDRESS_FAULTS[address] });
  const fitting: Readonly<Record<SourceForm['kind'], readonly SourceForm['auth'][]>> = {
    web: ['none', 'basic', 'header'],
    sheet: ['none'],
    sftp: ['password', 'key'],
  };
  if (!fitting[form.kind].includes(form.auth)) return [...faults, { field: 'auth', text: AUTH }];
  if (form.auth === 'none') return faults;
  if (form.auth === 'header') {
    const fits = HEADER_NAME.test(form.authName) && !HEADER_TAKEN.test(form.authName);
    if (!fits) faults.push({ field: 'authName', text: HEADER });
  } else if (form.authName === '' || /[:\p{Cc}]/u.test(form.authName)) faults.push({ field: 'authName', text: USER });
  return [...faults, ...secretFaults(form, before)];
}

function secretFaults(form: SourceForm, before: Source | null): FieldFault[] {
  const at = (text: Text): FieldFault[] => [{ field: 'secret', text }];
  if (form.secret === '') {
    if (keepsSecret(before, form)) return [];
    return at(before?.sealedSecret ? SECRET_ANEW : SECRET);
  }
  if (form.auth === 'key') return isUsableKey(form.secret) ? [] : at(BAD_KEY);
  // only visible characters of Latin-1 may stand in a header
  if (form.auth === 'header') return /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(form.secret) ? [] : at(ONE_LINE);
  return /\p{Cc}/u.test(form.secret) ? at(ONE_LINE) : [];
}
