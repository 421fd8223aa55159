import type { Text } from '../../kernel/text.ts';

interface Failure {
  readonly code?: unknown;
  readonly responseCode?: unknown;
  readonly response?: unknown;
  readonly command?: unknown;
  readonly message?: unknown;
}

const t = (uk: string, en: string): Text => ({ uk, en });

const BY_CODE: Readonly<Record<string, Text>> = {
  EAUTH: t(
    'Сервер не прийняв користувача або пароль. Перевірте їх; деяким серверам потрібен окремий пароль для програм.',
    'The server did not take the user or the password. Check them; some servers want a password made for programs.',
  ),
  ECONNREFUSED: t(
    'За цією адресою й портом ніхто не відповідає. Перевірте сервер і порт (звичайні: 587 або 465).',
    'Nobody answers at this address and port. Check the server and the port (usual: 587 or 465).',
  ),
  EDNS: t(
    'Сервера з такою назвою немає. Перевірте, чи правильно її написано.',
    'There is no server of that name. Check how it is written.',
  ),
  ETIMEDOUT: t(
    'Сервер не відповів за 15 секунд. Перевірте адресу й порт, чи не закриває його мережа.',
    'The server did not answer within 15 seconds. Check the address and the port, and that the network lets it through.',
  ),
  ETLS: t(
    'Захищене з’єднання не вдалося: сервер його не вміє або має чужий сертифікат. Виберіть інший захист або порт.',
    'The secure connection failed: the server cannot do it or has a certificate of another. Choose another security or port.',
  ),
  ESOCKET: t(
    'З’єднання перервалося. Найчастіше вибрано не той захист для цього порту: 465 — TLS одразу, 587 — STARTTLS.',
    'The connection broke. Most often the security does not fit the port: 465 is TLS at once, 587 is STARTTLS.',
  ),
  EMESSAGE: t('Сервер не прийняв листа.', 'The server did not take the letter.'),
};

const SENDER = t(
  'Сервер не дозволяє писати від цієї адреси. Вкажіть адресу відправника, яку він знає.',
  'The server does not let us write from this address. Give the sender address it knows.',
);
const RECIPIENT = t('Сервер не прийняв адреси отримувача.', 'The server did not take the recipient’s address.');
const LATER = t('Сервер просить спробувати пізніше.', 'The server asks to try later.');
const OTHER = t('Лист не вдалося надіслати.', 'The letter could not be sent.');
const CERTIFICATE = /certificate|self[- ]signed|altname|wrong version number|ssl|tls/i;

function reasonOf({ code, responseCode, command, message }: Failure): Text {
  const name = String(code ?? '');
  const words = String(message ?? '');
  if (name === 'EENVELOPE') return /RCPT/i.test(String(command ?? '')) ? RECIPIENT : SENDER;
  if (name === 'EAUTH') return BY_CODE.EAUTH ?? OTHER;
  if (/ENOTFOUND|EAI_AGAIN/.test(`${name} ${words}`)) return BY_CODE.EDNS ?? OTHER;
  if (/ECONNREFUSED/.test(`${name} ${words}`)) return BY_CODE.ECONNREFUSED ?? OTHER;
  if (name === 'ESOCKET' && CERTIFICATE.test(words)) return BY_CODE.ETLS ?? OTHER;
  if (typeof responseCode === 'number' && responseCode >= 400 && responseCode < 500) return LATER;
  return BY_CODE[name] ?? OTHER;
}

/** Why a letter was not taken, and what to do, with the server's own words at the end where it said any. */
export function mailFailure(error: unknown): Text {
  const failure: Failure = error instanceof Error ? error : {};
  const reason = reasonOf(failure);
  const said = typeof failure.response === 'string' && failure.response !== '' ? failure.response.slice(0, 300) : null;
  if (said === null) return reason;
  return { uk: `${reason.uk} Відповідь сервера: ${said}`, en: `${reason.en} The server said: ${said}` };
}
