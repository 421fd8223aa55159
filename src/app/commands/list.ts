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
    name: 'config',
    help: {
      uk: 'показати всі налаштування, їхні значення і призначення',
      en: 'show all settings, their values and purposes',
    },
    load: async () => (await import('./config.ts')).config,
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
