import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Encoding, ReadingChoices } from '../../../tabular/index.ts';

export interface CheckOptions {
  readonly path: string;
  readonly fileName: string;
  readonly json: boolean;
  /** The mended table is written beside the file. */
  readonly fix: boolean;
  /** Of a folder: the whole report of each file instead of a line. */
  readonly details: boolean;
  readonly out: string | null;
  readonly choices: ReadingChoices;
}

export const CHECK_USAGE =
  'FILE|FOLDER [--json] [--fix] [--details] [--sheet NAME] [--encoding E] [--delimiter D] [--out FOLDER]';

const ENCODINGS: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'koi8-u', 'cp866'];
const DELIMITERS: Readonly<Record<string, string>> = { tab: '\t', '\\t': '\t', comma: ',', semicolon: ';', pipe: '|' };

/** What was said on the command line cannot be understood; the message is one line in two languages. */
export class CheckUsageError extends Error {}

function encodingOf(said: string): Encoding {
  const found = ENCODINGS.find((encoding) => encoding === said.toLowerCase());
  if (found) return found;
  const list = ENCODINGS.join(', ');
  throw new CheckUsageError(`Кодування «${said}» не знаємо, є такі: ${list}. / Unknown encoding; known are: ${list}.`);
}

function delimiterOf(said: string): string {
  const delimiter = DELIMITERS[said.toLowerCase()] ?? said;
  if (delimiter.length === 1) return delimiter;
  throw new CheckUsageError('Роздільник — один знак або слово tab. / A delimiter is one character or the word tab.');
}

/**
 * Reads the words after `check`.
 * @throws CheckUsageError
 */
export function checkOptions(args: readonly string[]): CheckOptions {
  const options = {
    json: { type: 'boolean' },
    fix: { type: 'boolean' },
    details: { type: 'boolean' },
    sheet: { type: 'string' },
    encoding: { type: 'string' },
    delimiter: { type: 'string' },
    out: { type: 'string' },
  } as const;
  const said = (() => {
    try {
      return parseArgs({ args: [...args], options, allowPositionals: true });
    } catch {
      throw new CheckUsageError(`Так: vidkryto check ${CHECK_USAGE}`);
    }
  })();
  const [file] = said.positionals;
  if (file === undefined || said.positionals.length > 1)
    throw new CheckUsageError(`Так: vidkryto check ${CHECK_USAGE}`);
  const { sheet, encoding, delimiter, out, json, fix, details } = said.values;
  return {
    path: resolve(file),
    fileName: basename(file),
    json: json ?? false,
    fix: fix ?? false,
    details: details ?? false,
    out: out === undefined ? null : resolve(out),
    choices: {
      ...(sheet === undefined ? {} : { sheet }),
      ...(encoding === undefined ? {} : { encoding: encodingOf(encoding) }),
      ...(delimiter === undefined ? {} : { delimiter: delimiterOf(delimiter) }),
    },
  };
}
