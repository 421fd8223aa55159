import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { faultInWords, type NotedHead, verifyHistory } from '../../capabilities/history/index.ts';
import type { Config } from '../../platform/config/settings.ts';
import { SILENT } from '../../platform/logging/pino-log.ts';
import { openSystem } from '../open-system.ts';

/** Where the last head that was found in order is noted: outside of the database, which somebody might rewrite whole. */
const NOTE = 'history-head.json';

const Head = z.object({ position: z.number().int().positive(), chain: z.string().regex(/^[0-9a-f]{64}$/) });

/** `--history-head 120:9f…` of the command line: a head noted elsewhere, e.g. in a protocol or by a SIEM. Throws on another form. */
export function headOfArgs(args: readonly string[]): NotedHead | null {
  const at = args.indexOf('--history-head');
  if (at < 0) return null;
  const [position = '', chain = ''] = (args[at + 1] ?? '').split(':');
  const head = Head.safeParse({ position: Number(position), chain });
  if (head.success) return head.data;
  throw new Error('--history-head: МІСЦЕ:ЛАНЦЮГ, як їх показав doctor / POSITION:CHAIN, as doctor printed them');
}

async function notedIn(folder: string): Promise<NotedHead | null> {
  const text = await readFile(join(folder, NOTE), 'utf8').catch(() => null);
  return text === null ? null : Head.parse(JSON.parse(text));
}

/**
 * What is wrong with the history, or null. When all is well the head is printed and noted in the data folder, and the next check has to find
 * it again.
 */
export async function historyIllness(
  config: Config,
  databaseUrl: string,
  args: readonly string[],
): Promise<string | null> {
  const heads = [headOfArgs(args), await notedIn(config.data)].filter((head) => head !== null);
  const stop = new AbortController();
  const system = await openSystem({ config, databaseUrl, log: SILENT, signal: stop.signal, connections: 2 });
  try {
    const { head, faults } = await verifyHistory(system.ctx, heads);
    const words = new Set(faults.map(faultInWords).map(({ uk, en }) => `${uk} / ${en}`));
    if (words.size > 0) return [...words].join('\n    ');
    if (head.position > 0) {
      await writeFile(join(config.data, NOTE), `${JSON.stringify(head)}\n`, { mode: 0o600 });
      process.stdout.write(`  ${head.position}:${head.chain}\n`);
    }
    return null;
  } finally {
    stop.abort();
    await system.close();
  }
}
