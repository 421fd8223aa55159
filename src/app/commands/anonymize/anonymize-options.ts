import { basename, extname, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** Formats a protected table is written in, by the end of the name. */
export const OUT_FORMATS = {
  '.csv': 'csv',
  '.xlsx': 'xlsx',
  '.ods': 'ods',
  '.json': 'json',
  '.parquet': 'parquet',
} as const;
export type OutFormat = (typeof OUT_FORMATS)[keyof typeof OUT_FORMATS];

export interface AnonymizeOptions {
  readonly path: string;
  readonly fileName: string;
  readonly plan: string;
  /** Null: a plan is proposed, nothing else is written. */
  readonly out: { readonly path: string; readonly format: OutFormat } | null;
  readonly keyFile: string | null;
}

export const ANONYMIZE_USAGE =
  'FILE --plan PLAN.json --out OUT.csv|xlsx|ods|json|parquet [--key-file FILE] | FILE --propose --plan PLAN.json';

/** What was said on the command line cannot be understood or must not be done; the message is one line in two languages. */
export class AnonymizeUsageError extends Error {}

const usage = () => new AnonymizeUsageError(`Так: vidkryto anonymize ${ANONYMIZE_USAGE}`);

/**
 * Reads the words after `anonymize`.
 * @throws AnonymizeUsageError
 */
export function anonymizeOptions(args: readonly string[]): AnonymizeOptions {
  const options = {
    plan: { type: 'string' },
    out: { type: 'string' },
    propose: { type: 'boolean' },
    'key-file': { type: 'string' },
  } as const;
  const said = (() => {
    try {
      return parseArgs({ args: [...args], options, allowPositionals: true });
    } catch {
      throw usage();
    }
  })();
  const [file] = said.positionals;
  const { plan, out, propose = false, 'key-file': keyFile } = said.values;
  if (file === undefined || said.positionals.length > 1 || plan === undefined) throw usage();
  if (propose === (out !== undefined)) throw usage();
  return {
    path: resolve(file),
    fileName: basename(file),
    plan: resolve(plan),
    out: out === undefined ? null : { path: resolve(out), format: formatOf(out) },
    keyFile: keyFile === undefined ? null : resolve(keyFile),
  };
}

function formatOf(out: string): OutFormat {
  const end = extname(out).toLowerCase();
  const found = Object.entries(OUT_FORMATS).find(([known]) => known === end)?.[1];
  if (found) return found;
  const known = Object.keys(OUT_FORMATS).join(', ');
  throw new AnonymizeUsageError(
    `Назва для --out має закінчуватися на ${known}. / The name for --out has to end in ${known}.`,
  );
}
