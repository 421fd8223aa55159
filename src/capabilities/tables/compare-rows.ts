import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../platform/context.ts';
import type { DuckSession } from '../../platform/duckdb/duckdb.ts';
import { literal } from '../../platform/duckdb/duckdb.ts';
import type { ObjectKey } from '../../platform/objects/object-store.ts';
import { comparedColumns, sharedColumns, sharedIdentifier } from './compare-rules.ts';
import { matchStatement, sideStatement, soundStatement } from './compare-statement.ts';
import type { ComparedTable, ComparisonResult, ComparisonStage, NoIdentifier } from './comparison.ts';
import { pathsOf } from './table-source.ts';

/** What is compared and where its result is kept. */
export interface ComparisonWork {
  /** `comparisonId` of the two. */
  readonly id: string;
  readonly older: ComparedTable;
  readonly newer: ComparedTable;
}

export type CompareProgress = (stage: ComparisonStage) => Promise<void>;

/** The limit the public's own questions have; what does not fit is put on the disk. */
const MEMORY = '300MB';

/**
 * Finds every row in which the newer table differs from the older one. Rows are matched by the identifier when both have the same one and it is
 * unique and full, otherwise as a multiset of whole rows. Only columns both have are compared. The places of the rows are kept as a Parquet file:
 * no value of a row is in it, so it gives nothing away.
 */
export async function compareRows(
  ctx: Context,
  { id, older, newer }: ComparisonWork,
  progress?: CompareProgress,
): Promise<{ result: ComparisonResult; key: ObjectKey }> {
  const folder = await ctx.objects.workFolder();
  const session = await ctx.duckdb.session({ memory: MEMORY, spillFolder: join(folder, 'spill') });
  const stop = () => session.interrupt();
  ctx.signal.addEventListener('abort', stop, { once: true });
  try {
    ctx.signal.throwIfAborted();
    const path = join(folder, 'differences.parquet');
    const noIdentifier = await match(ctx, session, { older, newer }, path, progress);
    const result = await resultOf(session, path, { older, newer }, noIdentifier);
    const { key } = await ctx.objects.takeFile('restricted', id, path);
    return { result, key };
  } finally {
    ctx.signal.removeEventListener('abort', stop);
    session.close();
    await rm(folder, { recursive: true, force: true });
  }
}

type Both = Pick<ComparisonWork, 'older' | 'newer'>;

/** Writes the lines of the differences; gives why no identifier was used. */
async function match(
  ctx: Context,
  session: DuckSession,
  both: Both,
  path: string,
  progress?: CompareProgress,
): Promise<NoIdentifier | null> {
  const shared = sharedColumns(both.older, both.newer);
  const { pairs: key, missing } = sharedIdentifier(both.older, both.newer);
  const paths = { older: await pathsOf(ctx, both.older.parts), newer: await pathsOf(ctx, both.newer.parts) };
  let unsound: NoIdentifier | null = missing;
  for (const side of ['older', 'newer'] as const) {
    await progress?.(side);
    await session.run(sideStatement(side, paths[side], key, shared));
    if (key.length > 0) unsound ??= await whyUnsound(session, side);
    if (unsound !== null && key.length > 0) break;
  }
  if (unsound !== null && key.length > 0) {
    for (const side of ['older', 'newer'] as const) {
      await progress?.(side);
      await session.run(`DROP TABLE IF EXISTS ${side}_side`);
      await session.run(sideStatement(side, paths[side], [], shared));
    }
  }
  await progress?.('matching');
  await session.run(matchStatement(path));
  return unsound;
}

async function whyUnsound(session: DuckSession, side: keyof Both): Promise<NoIdentifier | null> {
  const [found] = await session.rows(soundStatement(side));
  if (found?.blank === true) return 'blank';
  return found?.repeats === true ? 'repeats' : null;
}

async function resultOf(
  session: DuckSession,
  path: string,
  both: Both,
  noIdentifier: NoIdentifier | null,
): Promise<ComparisonResult> {
  const lines = await session.rows(`SELECT kind, count(*) AS n FROM read_parquet(${literal(path)}) GROUP BY kind`);
  const count = (kind: number) => Number(lines.find((line) => Number(line.kind) === kind)?.n ?? 0);
  const columns = comparedColumns(both.older, both.newer);
  return {
    rowsAdded: count(0),
    rowsRemoved: count(1),
    rowsChanged: noIdentifier === null ? count(2) : null,
    columnsAdded: columns.filter(({ older }) => older === null).map(({ title }) => title),
    columnsRemoved: columns.filter(({ newer }) => newer === null).map(({ title }) => title),
    noIdentifier,
  };
}
