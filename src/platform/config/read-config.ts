import { resolve } from 'node:path';
import { editDistance } from '../../kernel/edit-distance.ts';
import type { Text } from '../../kernel/text.ts';
import { type Config, SETTINGS } from './settings.ts';

/** All faults of the configuration, told at once. */
export class ConfigError extends Error {
  readonly faults: readonly Text[];

  constructor(faults: readonly Text[]) {
    super(faults.map(({ en }) => en).join('\n'));
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

function unknownName(name: string, known: readonly string[]): Text {
  const near = known
    .map((other) => ({ other, far: editDistance(name, other) }))
    .sort((a, b) => a.far - b.far)
    .find(({ far }) => far <= 6)?.other;
  return {
    uk: `${name}: такого налаштування немає.${near ? ` Можливо, ${near}?` : ''}`,
    en: `${name}: there is no such setting.${near ? ` Perhaps ${near}?` : ''}`,
  };
}

/** What single commands read themselves (`push`): no settings of the system. */
export const OF_COMMANDS = ['VIDKRYTO_TOKEN', 'VIDKRYTO_SQL_URL'];

/** A link in a letter must not lead where the one who asked for the letter says: the host of a request can be forged. */
const LETTERS_NEED_ADDRESS: Text = {
  uk: `${SETTINGS.url.name}: потрібна, коли задано ${SETTINGS.smtpUrl.name}: у листах є посилання на сайт, а адресу з запиту можна підробити.`,
  en: `${SETTINGS.url.name}: needed where ${SETTINGS.smtpUrl.name} is set: letters hold links to the site, and the address in a request can be forged.`,
};

/**
 * Reads the settings from the environment. An empty value counts as none.
 * Throws ConfigError with every fault: wrong values, and VIDKRYTO_ names that do not exist.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const faults: Text[] = [];
  const config: Record<string, unknown> = {};
  const known = [...Object.values(SETTINGS).map(({ name }) => name), ...OF_COMMANDS];
  for (const name of Object.keys(environment)) {
    if (name.startsWith('VIDKRYTO_') && !known.includes(name)) faults.push(unknownName(name, known));
  }
  for (const [key, { name, schema, help }] of Object.entries(SETTINGS)) {
    const result = schema.safeParse(environment[name] || undefined);
    if (result.success) config[key] = result.data;
    else {
      const why = result.error.issues.map(({ message }) => message).join('; ');
      faults.push({
        uk: `${name}: значення не підходить (${why}). Це ${help.uk}.`,
        en: `${name}: the value does not fit (${why}). It is the ${help.en}.`,
      });
    }
  }
  if (config.smtpUrl && !config.url) faults.push(LETTERS_NEED_ADDRESS);
  if (faults.length > 0) throw new ConfigError(faults);
  return { ...(config as Config), data: resolve(String(config.data)) };
}

/** What `vidkryto config` prints: each setting, its value, whether it was set, and what it is for. */
export function describeConfig(config: Config, environment: NodeJS.ProcessEnv): string {
  return Object.entries(SETTINGS)
    .map(([key, { name, help, secret }]) => {
      const value = config[key as keyof Config];
      const shown =
        value === null ? '—' : secret ? '(задано / set)' : value === true ? 'on' : value === false ? 'off' : value;
      const mark = environment[name] ? '' : '  (типово / default)';
      return `${name} = ${shown}${mark}\n    ${help.uk}\n    ${help.en}`;
    })
    .join('\n');
}
