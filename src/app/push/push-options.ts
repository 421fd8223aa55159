import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { serverFault } from '../../platform/http/call-server.ts';

export const PUSH_USAGE =
  'FILE | --sql FILE [--name NAME.csv] --to https://… --dataset ID [--resource ID] [--wait SECONDS] [--draft] [--accept-repairs] [--json] [--dry-run]';

/** What is to be sent where. */
export interface PushOptions {
  /** A file as it is, or a query whose rows are written to one. */
  readonly file: { readonly path: string; readonly sql: boolean };
  /** Name the portal gets. */
  readonly name: string;
  readonly to: URL;
  readonly dataset: string;
  readonly resource: string | null;
  /** ms to wait for reading and publication. */
  readonly patience: number;
  /** Leave it as a draft. */
  readonly draft: boolean;
  readonly acceptRepairs: boolean;
  readonly json: boolean;
  readonly dryRun: boolean;
  readonly token: string;
  /** Where the query is put to; null without `--sql`. */
  readonly database: string | null;
}

/** What was said on the command line cannot be carried out; the message is one line in two languages. */
export class PushUsageError extends Error {}

const fail = (uk: string, en: string): never => {
  throw new PushUsageError(`${uk} / ${en}`);
};

const WORDS = {
  sql: { type: 'string' },
  name: { type: 'string' },
  to: { type: 'string' },
  dataset: { type: 'string' },
  resource: { type: 'string' },
  wait: { type: 'string' },
  draft: { type: 'boolean' },
  'accept-repairs': { type: 'boolean' },
  json: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  'token-file': { type: 'string' },
  'database-file': { type: 'string' },
} as const;

/**
 * Reads the words after `push` and the secrets: token from `VIDKRYTO_TOKEN` or `--token-file`, address of the database from `VIDKRYTO_SQL_URL` or
 * `--database-file`; none of them may stand on the command line, where every user of the machine sees it. Throws PushUsageError.
 */
export async function pushOptions(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<PushOptions> {
  const { values, positionals } = parse(args);
  const sql = values.sql !== undefined;
  const path = values.sql ?? positionals[0];
  if (path === undefined || positionals.length > (sql ? 0 : 1))
    return fail(`Так: vidkryto push ${PUSH_USAGE}`, 'like this');
  const wait = Number(values.wait ?? 600);
  if (!Number.isFinite(wait) || wait < 0 || wait > 86_400) {
    return fail('--wait — це секунди, від 0 до 86400.', '--wait takes seconds, 0 to 86400.');
  }
  const name = values.name ?? (sql ? `${basename(path).replace(/\.sql$/i, '')}.csv` : basename(path));
  if (sql && !/\.csv$/i.test(name))
    return fail('Рядки запиту пишемо як CSV: --name …csv', 'Rows of a query are CSV: --name …csv');
  return {
    file: { path: resolve(path), sql },
    name,
    to: addressOf(values.to),
    dataset:
      values.dataset ??
      fail('Вкажіть набір: --dataset ID (він є в адресі кабінету).', 'Give the dataset: --dataset ID.'),
    resource: values.resource ?? null,
    patience: wait * 1000,
    draft: values.draft ?? false,
    acceptRepairs: values['accept-repairs'] ?? false,
    json: values.json ?? false,
    dryRun: values['dry-run'] ?? false,
    token: await secret(environment.VIDKRYTO_TOKEN, values['token-file'], 'VIDKRYTO_TOKEN', '--token-file'),
    database: sql
      ? await secret(environment.VIDKRYTO_SQL_URL, values['database-file'], 'VIDKRYTO_SQL_URL', '--database-file')
      : null,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: WORDS, allowPositionals: true });
  } catch {
    return fail(`Так: vidkryto push ${PUSH_USAGE}`, 'like this');
  }
}

function addressOf(typed: string | undefined): URL {
  if (typed === undefined || !URL.canParse(typed)) {
    return fail(
      'Вкажіть адресу порталу: --to https://data.hromada.gov.ua',
      'Give the portal’s address: --to https://…',
    );
  }
  const url = new URL(typed);
  const fault = serverFault(url);
  if (fault === 'plain') {
    return fail(
      'Токен надсилаємо лише через https:// (http:// — лише на цю ж машину).',
      'A token is sent by https:// only.',
    );
  }
  if (fault !== null)
    return fail('Адреса порталу має бути https://… без імені й пароля.', 'The address must be https://… alone.');
  return url;
}

async function secret(
  given: string | undefined,
  file: string | undefined,
  name: string,
  option: string,
): Promise<string> {
  const text = file === undefined ? given : await readFile(resolve(file), 'utf8').catch(() => '');
  if (text?.trim()) return text.trim();
  return fail(`Задайте ${name} або ${option} ФАЙЛ.`, `Set ${name} or ${option} FILE.`);
}
