import { isRequestError, type RequestError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { permit } from '../accounts/index.ts';
import { type Dataset, loadDataset } from '../catalog/index.ts';
import { securityOf } from '../privacy/index.ts';
import { present } from './present.ts';
import type { Publication } from './publication.ts';
import { isUnderWay } from './publication-request.ts';
import { archivedDataset, closedDataset } from './refusals.ts';
import { noIdentifier, noTable, publicationUnderWay, rowsNeedSecurity } from './row-refusals.ts';
import { isReviewed, refuseUnreviewed } from './row-rules.ts';
import { type RowRule, selectRowRule } from './row-version-store.ts';
import { securityFaultsOf } from './security-fault-rules.ts';
import type { StoredResource, StoredVersion } from './version-store.ts';

/**
 * What the public has, for rows to be written upon. Throws `not-found` where nothing is published, `conflict` (closed, archived,
 * `rows-need-review`, `rows-need-security-decision`), `busy` (`publication-under-way`).
 */
export async function openForRows(
  ctx: Context,
  dataset: Dataset,
): Promise<{ last: StoredVersion; publication: Publication; stored: readonly StoredResource[] }> {
  const now = await present(ctx, dataset.id);
  const { last, publication, request, stored } = now;
  if (!last || !publication) throw noTable();
  if (publication.state !== 'published') throw closedDataset(publication.state);
  if (publication.archive) throw archivedDataset();
  if (request && isUnderWay(request)) throw publicationUnderWay();
  await refuseUnreviewed(ctx, dataset);
  // rows are public at once: what stops a publication for reasons of security stops them too
  const { faults } = await securityOf(ctx, dataset, now);
  if (faults.length > 0) throw rowsNeedSecurity(securityFaultsOf(faults));
  return { last, publication, stored };
}

/** A public table and the titles of the columns that tell its rows apart; none: rows cannot be written by key. */
interface WritableTable {
  readonly resourceId: string;
  readonly title: string;
  readonly keys: readonly string[];
}

/** Whether programs may write rows of a dataset now, and what was decided about review of them. */
export interface RowWriting {
  readonly dataset: Dataset;
  /** True where somebody else has to approve changes of the dataset. */
  readonly reviewed: boolean;
  readonly rule: RowRule | null;
  readonly tables: readonly WritableTable[];
  /** Why no rows are taken now; null: they are. */
  readonly refusal: RequestError | null;
}

/** Tells it. Needs `dataset.view-drafts`. Throws `not-found`, `forbidden`. */
export async function rowWriting(ctx: Context, datasetId: string): Promise<RowWriting> {
  const dataset = await loadDataset(ctx, datasetId);
  await permit(ctx, 'dataset.view-drafts', dataset);
  const { last } = await present(ctx, dataset.id);
  const tables = (last?.resources ?? []).flatMap(({ id, title, tableId, fields }) =>
    tableId
      ? [{ resourceId: id, title, keys: fields.flatMap((field) => (field.identifier ? [field.title] : [])) }]
      : [],
  );
  const [reviewed, rule] = [await isReviewed(ctx, dataset), await selectRowRule(ctx.db, dataset.id)];
  return { dataset, reviewed, rule, tables, refusal: await refusalOf(ctx, dataset, tables) };
}

async function refusalOf(
  ctx: Context,
  dataset: Dataset,
  tables: readonly WritableTable[],
): Promise<RequestError | null> {
  try {
    await openForRows(ctx, dataset);
    if (tables.length === 0) return noTable();
    return tables.every(({ keys }) => keys.length === 0) ? noIdentifier() : null;
  } catch (error) {
    if (isRequestError(error)) return error;
    throw error;
  }
}
