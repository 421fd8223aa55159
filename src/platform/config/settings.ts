import { z } from 'zod';
import type { Text } from '../../kernel/text.ts';

/** One setting: its name in the environment, its form, its default, and what it is for. */
interface Setting<T extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly schema: T;
  readonly help: Text;
  /** Never printed in full. */
  readonly secret?: boolean;
}

function setting<T extends z.ZodType>(name: string, schema: T, help: Text, secret = false): Setting<T> {
  return { name, schema, help, secret };
}

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
const onOff = z.enum(['on', 'off']).transform((value) => value === 'on');
const address = (...schemes: string[]) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && schemes.includes(new URL(text).protocol),
      `an address ${schemes.join(' or ')}…`,
    );

/** Every setting of the system. Its default is in its form; there is no other file or place of configuration. */
export const SETTINGS = {
  port: setting('PORT', whole(0, 65_535).default(3000), {
    uk: 'порт, на якому відкривається сайт',
    en: 'port the site opens on',
  }),
  host: setting('HOST', z.string().min(1).default('0.0.0.0'), {
    uk: 'адреса, на якій слухати; 127.0.0.1 — лише ця машина (за проксі)',
    en: 'address to listen on; 127.0.0.1: this machine only (behind a proxy)',
  }),
  data: setting('VIDKRYTO_DATA', z.string().min(1).default('./data'), {
    uk: 'тека з усіма даними: записи, файли',
    en: 'folder of all data: records and files',
  }),
  url: setting('VIDKRYTO_URL', address('http:', 'https:').nullable().default(null), {
    uk: 'адреса сайту для людей, наприклад https://data.gromada.gov.ua; без неї — з запиту',
    en: 'address of the site for people, e.g. https://data.gromada.gov.ua; without it, taken from the request',
  }),
  databaseUrl: setting(
    'DATABASE_URL',
    address('postgres:', 'postgresql:').nullable().default(null),
    { uk: 'свій PostgreSQL 15+ замість вбудованого', en: 'a PostgreSQL 15+ of your own instead of the built-in one' },
    true,
  ),
  logLevel: setting('VIDKRYTO_LOG', z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'), {
    uk: 'докладність журналу',
    en: 'how much the log says',
  }),
  smtpUrl: setting(
    'VIDKRYTO_SMTP_URL',
    address('smtp:', 'smtps:').nullable().default(null),
    {
      uk: 'поштовий сервер smtp://користувач:пароль@сервер:порт; без нього листи лишаються у вихідних',
      en: 'mail server smtp://user:password@host:port; without it letters stay in the outbox',
    },
    true,
  ),
  mailFrom: setting('VIDKRYTO_MAIL_FROM', z.string().min(3).default('vidkryto@localhost'), {
    uk: 'від кого листи',
    en: 'whom letters come from',
  }),
  trustProxy: setting('VIDKRYTO_TRUST_PROXY', onOff.default(false), {
    uk: 'on — адресу відвідувача і https брати з X-Forwarded-For і X-Forwarded-Proto (лише за власним проксі)',
    en: 'on: take the visitor’s address and https from X-Forwarded-For and X-Forwarded-Proto (only behind your own proxy)',
  }),
  rateLimit: setting('VIDKRYTO_RATE_LIMIT', whole(0, 1_000_000).default(1200), {
    uk: 'скільки сторінок за хвилину одній адресі або людині, що ввійшла; 0 — жодних обмежень, наступних теж',
    en: 'pages a minute for one address or signed-in person; 0: no limits at all, the following included',
  }),
  rateLimitApi: setting('VIDKRYTO_RATE_LIMIT_API', whole(0, 1_000_000).default(600), {
    uk: 'скільки запитів до API за хвилину; 0 — без обмеження',
    en: 'requests to the API a minute; 0: no limit',
  }),
  rateLimitDownloads: setting('VIDKRYTO_RATE_LIMIT_DOWNLOADS', whole(0, 1_000_000).default(120), {
    uk: 'скільки завантажень файлів за хвилину; 0 — без обмеження',
    en: 'downloads of files a minute; 0: no limit',
  }),
  rateLimitForms: setting('VIDKRYTO_RATE_LIMIT_FORMS', whole(0, 1_000_000).default(60), {
    uk: 'скільки надісланих форм і входів за хвилину; 0 — без обмеження',
    en: 'forms sent and sign-ins a minute; 0: no limit',
  }),
  rateLimitWrites: setting('VIDKRYTO_RATE_LIMIT_WRITES', whole(0, 1_000_000).default(600), {
    uk: 'скільки записів через API за хвилину одному токену; 0 — без обмеження',
    en: 'writes by the API a minute for one token; 0: no limit',
  }),
  signInHosts: setting(
    'VIDKRYTO_SIGN_IN_HOSTS',
    z
      .string()
      .default('')
      .transform((text) =>
        text
          .toLowerCase()
          .split(/[\s,]+/)
          .filter((host) => host !== ''),
      ),
    {
      uk: 'імена служб входу у внутрішній мережі через кому, наприклад login.rada.local; інших внутрішніх адрес система не запитує',
      en: 'names of sign-in services inside the network, with commas, e.g. login.council.local; no other inner address is asked',
    },
  ),
  watchToken: setting(
    'VIDKRYTO_WATCH_TOKEN',
    z.string().min(16).nullable().default(null),
    {
      uk: 'ключ спостереження: з ним /metrics і подробиці /healthz видно не лише з цієї машини (Authorization: Bearer …)',
      en: 'token of watchers: with it /metrics and the details of /healthz are shown beyond this machine (Authorization: Bearer …)',
    },
    true,
  ),
  secretKey: setting(
    'VIDKRYTO_SECRET_KEY',
    z.string().min(32).nullable().default(null),
    {
      uk: 'ключ, яким закрито паролі до чужих серверів (не менше 32 знаків); без нього — файл secret.key у теці даних. Кільком машинам потрібен один',
      en: 'key that closes passwords of other servers (at least 32 characters); without it, the file secret.key in the data folder. Several machines need one',
    },
    true,
  ),
  queryMemory: setting(
    'VIDKRYTO_QUERY_MEMORY',
    z
      .string()
      .regex(/^\d+(MB|GB)$/, 'e.g. 300MB')
      .default('300MB'),
    {
      uk: 'пам’ять для запитів відвідувачів до таблиць',
      en: 'memory for visitors’ questions to tables',
    },
  ),
  uploadLimit: setting('VIDKRYTO_UPLOAD_LIMIT', whole(1, 10_000).default(500), {
    uk: 'найбільший файл, який приймаємо, мегабайтів',
    en: 'largest file taken, megabytes',
  }),
  threads: setting('VIDKRYTO_THREADS', whole(1, 256).nullable().default(null), {
    uk: 'скільки ядер віддати таблицям; без значення — всі, у фонових робіт на одне менше',
    en: 'cores for tables; without a value all of them, one fewer for background work',
  }),
} as const;

type Settings = typeof SETTINGS;

/** The settings in force. */
export type Config = { readonly [K in keyof Settings]: z.output<Settings[K]['schema']> };
