import type { Card, CardResource } from '../../../capabilities/catalog/index.ts';
import { DOWNLOAD_FORMATS, downloadOffer, downloadPath, formatFacts } from '../../../capabilities/tables/index.ts';
import type { Context } from '../../../platform/context.ts';

/** A file of a dataset for programs to fetch. */
export interface ListedDownload {
  /** Id of the resource. */
  readonly resource: string;
  /** Upper case, as the passport names it. */
  readonly format: string;
  readonly mediaType: string | null;
  readonly url: string;
  /** In bytes; null while the file is not made yet. */
  readonly size: number | null;
}

/** The files of a resource in the formats its passport names; sizes of tables are not told here. */
export function listedDownloads(resource: CardResource, origin: string): ListedDownload[] {
  const { id, tableId, file, url, kind } = resource;
  const about = { resource: id, size: null, mediaType: null };
  if (kind === 'link') return [{ ...about, format: 'API', url: url ?? '' }];
  const tables = DOWNLOAD_FORMATS.map(formatFacts).flatMap(({ format, name, mediaType, listed }) =>
    tableId !== null && listed && resource.formats.includes(name)
      ? [{ ...about, format: name, mediaType, url: `${origin}${downloadPath(tableId, format)}` }]
      : [],
  );
  if (file === null) return tables;
  const own = (file.name.split('.').at(-1) ?? '').toUpperCase();
  return [...tables, { ...about, format: own, url: `${origin}/file/${id}`, size: file.size }];
}

/** The files of all resources with the sizes known. One statement a table. Empty where the data are closed. */
export async function cardDownloads(ctx: Context, card: Card, origin: string): Promise<ListedDownload[]> {
  if (card.state !== 'published') return [];
  const lists = card.resources.map(async (resource) => {
    const listed = listedDownloads(resource, origin);
    if (resource.tableId === null) return listed;
    const table = { id: resource.tableId, columns: resource.fields, rows: resource.rows ?? 0 };
    const { formats, sizes } = await downloadOffer(ctx, table);
    const bytes = new Map(
      formats.filter(({ listed: told }) => told).map(({ name, format }) => [name, sizes.get(format)]),
    );
    return listed.map((one) => ({ ...one, size: one.size ?? bytes.get(one.format) ?? null }));
  });
  return (await Promise.all(lists)).flat();
}
