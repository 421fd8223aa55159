import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NoPortal, openPortal, PortalRefusal } from '../push/portal.ts';
import { type PushOutcome, pushFile } from '../push/push-file.ts';
import { type PushOptions, PushUsageError, pushOptions } from '../push/push-options.ts';
import { PUSH_EXIT, pushReport } from '../push/push-report.ts';
import { dumpQuery, QueryError } from '../push/sql/dump-query.ts';
import type { Command } from './command.ts';

/**
 * `vidkryto push FILE` and `vidkryto push --sql FILE`: sends the next file of a dataset to a portal by a token and says what came of it. Opens no
 * database of ours and needs no data folder: it runs beside the city's own systems.
 * @returns 0 published, unchanged or kept as a draft as asked; 1 refused; 2 the words are wrong; 3 waits for a person; 4 not finished in time;
 * 5 the portal or the database cannot be reached; 130 stopped
 */
export async function runPush(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  const folder = await mkdtemp(join(tmpdir(), 'vidkryto-push-'));
  try {
    const options = await pushOptions(args, environment);
    const outcome = await send(options, folder, stop.signal);
    process.stdout.write(options.json ? `${JSON.stringify(outcome, null, 2)}\n` : pushReport(outcome));
    return PUSH_EXIT[outcome.result];
  } catch (error) {
    if (stop.signal.aborted) return say('Зупинено. / Stopped.', PUSH_EXIT.stopped);
    if (error instanceof PushUsageError) return say(error.message, PUSH_EXIT.usage);
    if (error instanceof QueryError) return say(`База: ${error.message}`, PUSH_EXIT.unreachable);
    if (error instanceof PortalRefusal) return say(`${error.uk} [${error.code}]`, PUSH_EXIT.refused);
    if (error instanceof NoPortal) {
      return say(`Портал не відповідає / The portal does not answer: ${error.message}`, PUSH_EXIT.unreachable);
    }
    throw error;
  } finally {
    process.removeListener('SIGINT', onSignal);
    process.removeListener('SIGTERM', onSignal);
    await rm(folder, { recursive: true, force: true });
  }
}

async function send(options: PushOptions, folder: string, signal: AbortSignal): Promise<PushOutcome> {
  const portal = openPortal(options.to, options.token, signal);
  const { path, sql } = options.file;
  if (!sql) {
    const found = await stat(path).catch(() => null);
    if (!found?.isFile()) throw new PushUsageError(`Файл «${path}» не знайдено. / The file cannot be found.`);
    return pushFile(portal, path, options, signal);
  }
  const to = join(folder, 'rows.csv');
  const { rows } = await dumpQuery(options.database ?? '', path, to, signal);
  const outcome = await pushFile(portal, to, options, signal);
  return { ...outcome, rows: outcome.rows ?? rows };
}

function say(words: string, code: number): number {
  process.stderr.write(`${words}\n`);
  return code;
}

/** The command as the command line calls it. */
export const push: Command = ({ args }) => runPush(args, process.env);
