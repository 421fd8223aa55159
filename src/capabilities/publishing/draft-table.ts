import type { Context } from '../../platform/context.ts';
import { type OpenTable, openWholeTable } from '../tables/index.ts';
import type { Draft, DraftResource } from './draft.ts';
import { tableSource } from './draft-rules.ts';
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
}

/**
 * Decides whose rows the draft's table has. A draft that was brought back to a version has that version's, whatever was written by rows before or
 * since; a file that was published and written by rows since keeps what was written; another file has its own. A file whose own table was
 * cleaned away has the rows of the version that was made of it.
 */
export async function rowsOfDraft(
  ctx: Context,
  part: DraftResource,
  { was, repeated }: HeldBefore,
): Promise<RowsOfDraft> {
  const { resource, reading } = part;
  const source = tableSource(part);
  const readyOf = (stored: StoredResource, table: OpenTable): RowsOfDraft => ({
    ready: stored.tableSource === source ? table : null,
    over: table,
  });
  if (repeated?.tableId && repeated.readingId === reading?.id) {
    return readyOf(repeated, await openWholeTable(ctx, repeated.tableId));
  }
  if (was?.tableId && was.readingId === reading?.id) {
    const previous = await openWholeTable(ctx, was.tableId);
    if (was.tableSource === source || previous.manifest.byRows) return readyOf(was, previous);
  }
  if (reading?.typed && (await ctx.objects.stat(reading.typed.key))) return { ready: null, over: null };
  const tableId = reading ? await selectTableOfReading(ctx.db, resource.id, reading.id) : null;
  return { ready: null, over: tableId === null ? null : await openWholeTable(ctx, tableId) };
}

/** What the version has that the draft brings back; nothing where it brings none back, or that one was withdrawn meanwhile. */
export async function repeatedResources(ctx: Context, { dataset, repeats }: Draft): Promise<StoredResource[]> {
  const version = repeats === null ? null : await selectVersionByNumber(ctx.db, dataset.id, repeats);
  return version && !version.closure ? selectResources(ctx.db, version.id) : [];
}
