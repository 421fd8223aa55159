import type { Context } from '../../platform/context.ts';
import { type DownloadFormat, type DownloadFormatFacts, downloadFormats } from './download-formats.ts';
import type { GeoColumn } from './place-columns.ts';
import { selectOffer } from './setting-store.ts';

/** What a table can be downloaded as right now. */
export interface DownloadOffer {
  readonly formats: readonly DownloadFormatFacts[];
  /** In bytes, of the files that are made already. */
  readonly sizes: ReadonlyMap<DownloadFormat, number>;
  /** True when every file that is made ahead is there: the offer changes no more by itself. */
  readonly complete: boolean;
}

/** Cells of a table whose files are all made ahead: some seconds of work and a few megabytes. */
const SMALL = 1_000_000;

/**
 * Formats made after a publication before anybody asks: of a small table all; of a large one the two for programs, the others when somebody
 * wants them, because they cost time and disk.
 */
export function formatsMadeAhead(
  columns: readonly GeoColumn[],
  rows: number,
  parquet: boolean,
): readonly DownloadFormat[] {
  const offered = downloadFormats(columns, { parquet, rows }).map(({ format }) => format);
  if (rows * columns.length <= SMALL) return offered;
  return offered.filter((format) => format === 'csv' || format === 'json');
}

/** The formats of a table with the sizes known. One statement. */
export async function downloadOffer(
  ctx: Context,
  table: { readonly id: string; readonly columns: readonly GeoColumn[]; readonly rows: number },
): Promise<DownloadOffer> {
  const { parquet, sizes } = await selectOffer(ctx.db, table.id);
  const formats = downloadFormats(table.columns, { parquet, rows: table.rows });
  const known = new Map(
    formats.flatMap(({ format }) => (sizes[format] === undefined ? [] : [[format, sizes[format]]])),
  );
  return {
    formats,
    sizes: known,
    complete: formatsMadeAhead(table.columns, table.rows, parquet).every((format) => known.has(format)),
  };
}
