import type { Context } from '../../platform/context.ts';
import { type OpenTable, openWholeTable } from '../tables/index.ts';
import type { Draft, DraftResource } from './draft.ts';
import { protectionMark, tableSource } from './draft-rules.ts';
import { type StoredResource, selectResources, selectTableOfReading, selectVersionByNumber } from './version-store.ts';

/** What versions hold of a resource that stands in a draft. */
export interface HeldBefore {
  /** In the published version. */
  readonly was: StoredResource | null;
  /** In the version the draft was brought back to. */
  readonly repeated: StoredResource | null;
}

/** Where the rows of a draft's table come from. */
export interface RowsOfDraft {
  /** The table that is published as it is: same rows, same structure. */
  readonly ready: OpenTable | null;
  /** The table whose rows are taken; null: those of the file's own typed table. */
  readonly over: OpenTable | null;
  /**
   * Why neither can be taken: rows were written by a program before the present decisions on personal data, or the file is no more and its table was
   * made before them. Absent: one can.
   */
  readonly stale?: 'rows' | 'file';
}

/**
 * Decides whose rows the draft's table has. A draft that was brought back to a version has that version's, whatever was written by rows before or
 * since; a file that was published and written by rows since keeps what was written; another file has its own. A file whose own table was
 * cleaned away has the rows of the version that was made of it. Rows of a table are taken only where the same was taken out of it as is decided now:
 * neither a version that is brought back nor rows written before a decision carry past it what it takes out.
 */
export async function rowsOfDraft(
  ctx: Context,
  part: DraftResource,
  { was, repeated }: HeldBefore,
): Promise<RowsOfDraft> {
  const { resource, reading } = part;
  const source = tableSource(part);
  const mark = protectionMark(part);
  const fits = ({ manifest }: OpenTable) => manifest.protection === mark;
  const readyOf = (stored: StoredResource, table: OpenTable): RowsOfDraft => ({
    ready: stored.tableSource === source ? table : null,
    over: table,
  });
  if (repeated?.tableId && repeated.readingId === reading?.id) {
    const table = await openWholeTable(ctx, repeated.tableId);
    if (fits(table)) return readyOf(repeated, table);
  }
  if (was?.tableId && was.readingId === reading?.id) {
    const previous = await openWholeTable(ctx, was.tableId);
    const kept = was.tableSource === source || previous.manifest.byRows === true;
    if (kept && fits(previous)) return readyOf(was, previous);
    if (previous.manifest.byRows && repeated === null) return { ready: null, over: null, stale: 'rows' };
  }
  if (reading?.typed && (await ctx.objects.stat(reading.typed.key))) return { ready: null, over: null };
  const tableId = reading ? await selectTableOfReading(ctx.db, resource.id, reading.id) : null;
  const older = tableId === null ? null : await openWholeTable(ctx, tableId);
  return older !== null && !fits(older) ? { ready: null, over: null, stale: 'file' } : { ready: null, over: older };
}

/** What the version has that the draft brings back; nothing where it brings none back, or that one was withdrawn meanwhile. */
export async function repeatedResources(ctx: Context, { dataset, repeats }: Draft): Promise<StoredResource[]> {
  const version = repeats === null ? null : await selectVersionByNumber(ctx.db, dataset.id, repeats);
  return version && !version.closure ? selectResources(ctx.db, version.id) : [];
}
