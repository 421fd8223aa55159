import type { Context } from '../../../platform/context.ts';
import type { DetectorCode } from '../../../tabular/index.ts';
import { isWithinReach, reachOf } from '../../accounts/index.ts';
import { tablesOfPublic } from '../../publishing/index.ts';
import { selectSigns } from './scan-store.ts';
import { undecidedOf } from './undecided.ts';

/** A public column in which something was seen that nobody has decided on. */
export interface SeenColumn {
  readonly datasetId: string;
  /** Title of the dataset. */
  readonly title: string;
  readonly resourceId: string;
  readonly columnName: string;
  readonly columnTitle: string;
  readonly codes: readonly DetectorCode[];
  /** Cells of the version with the most of them. */
  readonly count: number;
  /** Open versions it stands in, newest first. */
  readonly versions: readonly number[];
  readonly since: Date;
}

/** What is public and perhaps should not be, of the datasets the actor answers for; the latest seen first. Three statements, and those of decisions. */
export async function listSeen(ctx: Context): Promise<SeenColumn[]> {
  const reach = await reachOf(ctx, 'message.answer');
  const signs = await selectSigns(ctx.db);
  const ids = [...new Set(signs.map(({ tableId }) => tableId))];
  const tables = new Map((ids.length === 0 ? [] : await tablesOfPublic(ctx, ids)).map((one) => [one.tableId, one]));
  const mine = signs.filter(({ tableId }) => {
    const table = tables.get(tableId);
    return table !== undefined && isWithinReach(reach, { id: table.datasetId, unitId: table.unitId });
  });
  const columns = new Map<string, SeenColumn>();
  for (const sign of await undecidedOf(ctx, mine)) {
    const table = tables.get(sign.tableId);
    if (!table) continue;
    const key = `${sign.resourceId} ${sign.columnName}`;
    const before = columns.get(key);
    columns.set(key, {
      ...{ datasetId: sign.datasetId, title: table.title, resourceId: sign.resourceId },
      ...{ columnName: sign.columnName, columnTitle: before?.columnTitle ?? sign.columnTitle },
      codes: [...new Set([...(before?.codes ?? []), sign.code])],
      count: Math.max(before?.count ?? 0, sign.count),
      versions: [...new Set([...(before?.versions ?? []), table.version])].sort((a, b) => b - a),
      since: before && before.since < sign.since ? before.since : sign.since,
    });
  }
  return [...columns.values()];
}
