import type { CardResource } from '../../../../capabilities/catalog/index.ts';
import {
  hasPlaces,
  openTable,
  parseRowQuery,
  profileColumn,
  queryPoints,
} from '../../../../capabilities/tables/index.ts';
import { isRequestError } from '../../../../kernel/errors.ts';
import type { Visit } from '../../../components/index.ts';
import type { TableFacts } from '../table-facts.ts';
import { type PictureData, tellingColumn } from './picture-data.ts';

const CELLS = 120;
const FEWEST_PLACES = 3;
const BARS = 6;

/**
 * What to draw of a table: its places, or the column that tells most. A question too large costs the chart, not the picture; a busy moment
 * is for the caller to tell.
 */
export async function loadPictureData(
  visit: Visit,
  facts: TableFacts,
  resource: CardResource | null,
): Promise<PictureData> {
  if (!resource?.tableId || !resource.rows) return { kind: 'none' };
  const { ctx } = visit;
  try {
    const table = await openTable(ctx, resource.tableId);
    const everything = parseRowQuery(table.manifest.columns, new URLSearchParams());
    if (hasPlaces(table.columns)) {
      const places = await queryPoints(ctx, table, everything, { cells: CELLS });
      if (places && places.points.length + places.shapes.length >= FEWEST_PLACES) return { kind: 'map', places };
    }
    const held = (await facts.of(visit, resource.tableId, table.mark)) ?? new Map();
    const told = tellingColumn(resource.fields, held, resource.rows);
    if (!told) return { kind: 'none' };
    const { column, frequent, spread } = await profileColumn(ctx, table, everything, told.name);
    if (told.kind === 'bars') return { kind: 'bars', column: column.title, values: frequent.slice(0, BARS) };
    return spread.length < 2 ? { kind: 'none' } : { kind: told.kind, column: column.title, bins: spread };
  } catch (error) {
    if (!isRequestError(error) || error.kind !== 'too-large') throw error;
    ctx.log.warn({ tableId: resource.tableId, error: String(error) }, 'a picture was made without its chart');
    return { kind: 'none' };
  }
}
