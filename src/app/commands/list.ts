import type { CommandEntry } from './command.ts';

/** Every command of the command line, in the order help tells them. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'start',
    help: {
      uk: 'запустити систему: базу, сайт і фонові роботи',
      en: 'run the system: database, site, background work',
    },
    load: async () => (await import('./start.ts')).start,
  },
  {
    name: 'check',
    usage: 'FILE|FOLDER [--json] [--fix] [--details] [--sheet NAME] [--encoding E] [--delimiter D] [--out FOLDER]',
    help: {
      uk: 'прочитати й перевірити файл або всі файли теки без сервера; --fix пише виправлену таблицю поруч, --out — таблицю, структуру й чернетку паспорта в теку',
      en: 'read and check a file, or all files of a folder, without a server; --fix writes the mended table beside, --out the table, its structure and a draft of the passport into a folder',
    },
    load: async () => (await import('./check/check.ts')).check,
  },
  {
    name: 'anonymize',
    usage:
      'FILE --plan PLAN.json --out OUT.csv|xlsx|ods|json|parquet [--key-file FILE] | FILE --propose --plan PLAN.json',
    help: {
      uk: 'прибрати персональні дані з файла за планом, без сервера, і перевірити результат знову; --propose складає план за знайденим',
      en: 'take personal data out of a file by a plan, without a server, and look at the result again; --propose makes a plan of what is found',
    },
    load: async () => (await import('./anonymize/anonymize.ts')).anonymize,
  },
  {
    name: 'inventory',
    usage: 'FOLDER --out cards.xlsx',
    help: {
      uk: 'скласти перелік таблиць теки (стовпці, рядки, ознаки персональних даних, схожі файли) без жодного значення з них',
      en: 'list the tables of a folder (columns, rows, signs of personal data, likely copies) without any value of theirs',
    },
    load: async () => (await import('./inventory/inventory.ts')).inventory,
  },
  {
    name: 'push',
    usage:
      'FILE | --sql FILE --to https://… --dataset ID [--resource ID] [--wait SECONDS] [--draft] [--accept-repairs] [--json] [--dry-run]',
    help: {
      uk: 'надіслати файл або рядки запиту до бази на портал за токеном (VIDKRYTO_TOKEN); для завдань за розкладом',
      en: 'send a file, or the rows of a query to a database, to a portal by a token (VIDKRYTO_TOKEN); for scheduled tasks',
    },
    load: async () => (await import('./push.ts')).push,
  },
  {
    name: 'config',
    help: {
      uk: 'показати всі налаштування, їхні значення і призначення',
      en: 'show all settings, their values and purposes',
    },
    load: async () => (await import('./config.ts')).config,
  },
  {
    name: 'demo',
    help: { uk: 'заповнити порожню систему вигаданою громадою', en: 'fill an empty system with an invented community' },
    load: async () => (await import('./fill-demo.ts')).fillDemo,
  },
  {
    name: 'user',
    usage: 'create|list …',
    help: { uk: 'створити людину або показати всіх', en: 'create a person or list them all' },
    load: async () => (await import('./manage-users.ts')).manageUsers,
  },
  {
    name: 'codes',
    usage: 'load NAME FILE [--replace]',
    help: {
      uk: 'завантажити довідник громади з файла (XLSX, ODS, CSV); NAME — katottg, streets, kekv …',
      en: 'load a code list of the community from a file (XLSX, ODS, CSV); NAME is katottg, streets, kekv …',
    },
    load: async () => (await import('./codes.ts')).codes,
  },
  {
    name: 'backup',
    usage: 'FILE',
    help: {
      uk: 'зберегти всі записи й файли в один файл; система може працювати',
      en: 'keep all records and files in one file; the system may run',
    },
    load: async () => (await import('./backup.ts')).backup,
  },
  {
    name: 'restore',
    usage: 'FILE',
    help: { uk: 'відновити з такого файла в порожню теку', en: 'restore from such a file into an empty folder' },
    load: async () => (await import('./restore.ts')).restore,
  },
  {
    name: 'history',
    usage: 'export [--format csv|jsonl] [--after POSITION] [--from DAY] [--to DAY]',
    help: {
      uk: 'вивести історію змін, найдавніші записи перші; --after — лише новіші за відоме місце',
      en: 'print the history, the oldest entry first; --after: only what is newer than a known position',
    },
    load: async () => (await import('./history.ts')).history,
  },
  {
    name: 'doctor',
    usage: '[--history-head POSITION:CHAIN]',
    help: {
      uk: 'перевірити теку, базу, місце на диску, ланцюг історії',
      en: 'check the folder, the database, the disk, the chain of the history',
    },
    load: async () => (await import('./doctor.ts')).doctor,
  },
  {
    name: 'migrate',
    help: { uk: 'довести базу до чинної версії', en: 'bring the database to the present form' },
    load: async () => (await import('./migrate.ts')).migrateCommand,
  },
  {
    name: 'web',
    help: {
      uk: 'лише сайт (для кількох машин, потрібен DATABASE_URL)',
      en: 'the site alone (several machines; needs DATABASE_URL)',
    },
    load: async () => (await import('./web.ts')).web,
  },
  {
    name: 'worker',
    help: { uk: 'лише фонові роботи (потрібен DATABASE_URL)', en: 'background work alone (needs DATABASE_URL)' },
    load: async () => (await import('./worker.ts')).worker,
  },
];

/** Commands the system calls itself with; not told by help. */
export const INNER_COMMANDS: readonly CommandEntry[] = [
  {
    name: 'query',
    help: { uk: 'процес запитів відвідувачів', en: 'process of visitors’ questions' },
    load: async () => (await import('./query.ts')).query,
  },
];
