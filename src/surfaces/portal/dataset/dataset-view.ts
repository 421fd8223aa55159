import type { Card, CardResource, CodeListHead, ReferredTable } from '../../../capabilities/catalog/index.ts';
import type { PublicMessage } from '../../../capabilities/community/index.ts';
import type { Version } from '../../../capabilities/publishing/index.ts';
import type { ColumnFacts, DownloadOffer, ManifestColumn } from '../../../capabilities/tables/index.ts';
import type { Paged } from '../../../kernel/paging.ts';
import { href, type Visit } from '../../components/index.ts';
import type { TableState } from '../explorer/explorer-view.ts';

/** Rows on a page of the table; the row API gives more at once. */
export const TABLE_PAGE_SIZE = 50;

/** Parts of a dataset with an address of their own below the dataset's. */
export const DATASET_PARTS = ['passport', 'structure', 'versions', 'api', 'feedback'] as const;
export type DatasetPart = (typeof DATASET_PARTS)[number];

/** Everything a dataset page shows. */
export interface DatasetView {
  readonly card: Card;
  /** The version shown when it is not the published one. */
  readonly old: Version | null;
  readonly resources: readonly CardResource[];
  /** The resource on the page; null only for a dataset without any. */
  readonly resource: CardResource | null;
  /** Null where the resource is no table, or the data are suspended. */
  readonly table: TableState | null;
  /** Newest first. */
  readonly versions: readonly Version[];
  /** What the table can be downloaded as; null where there is none to download. */
  readonly offer: DownloadOffer | null;
  /** What the open columns hold, by name; null while it is being counted. Empty where the resource is no table. */
  readonly facts: ReadonlyMap<string, ColumnFacts> | null;
  /** The code lists its columns point to. */
  readonly codeLists: ReadonlyMap<string, CodeListHead>;
  /** Published tables its columns refer to, by the resource's id. */
  readonly referred: ReadonlyMap<string, ReferredTable>;
  /** Datasets near to this one, the nearest first. */
  readonly related: readonly Card[];
  /** The newest questions with their answers, and how many there are. */
  readonly messages: Paged<PublicMessage>;
}

/** Address of the page itself, without the state of its table. */
export function datasetPath(view: Pick<DatasetView, 'card' | 'old'>): string {
  const path = `/datasets/${view.card.slug}`;
  return view.old ? `${path}/versions/${view.old.number}` : path;
}

/** Address of one resource of the page; the first has none of its own. */
export function resourceHref(visit: Visit, view: DatasetView, resource: CardResource, part?: DatasetPart): string {
  const path = href(visit, part ? `${datasetPath(view)}/${part}` : datasetPath(view));
  return view.resources[0]?.id === resource.id ? path : `${path}?r=${resource.id}`;
}

/**
 * What `parseRowQuery` needs of a published table's columns. The card knows them all but the place in the file, which a question does not
 * touch: this spares the page one statement.
 */
export function questionColumns(resource: CardResource): ManifestColumn[] {
  return resource.fields.map(({ name, title, type, sensitivity, geometry, identifier }) => ({
    parquetColumn: '',
    name,
    title,
    type,
    sensitivity,
    geometry,
    identifier,
  }));
}

/** Address of one part of the dataset as it is now; null for an earlier version, whose parts are on its page only. */
export function partHref(visit: Visit, view: DatasetView, part: DatasetPart): string | null {
  if (view.old) return null;
  const first = view.resources[0]?.id === view.resource?.id || part === 'passport' || part === 'feedback';
  const path = href(visit, `/datasets/${view.card.slug}/${part}`);
  return first || !view.resource ? path : `${path}?r=${view.resource.id}`;
}
