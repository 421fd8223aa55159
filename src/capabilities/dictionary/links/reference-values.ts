import type { Context } from '../../../platform/context.ts';
import { TOGETHER } from '../../../tabular/index.ts';
import { findCardOfResource, findResource } from '../../catalog/index.ts';
import { latestReading, typedTexts } from '../../ingest/index.ts';
import { columnTexts } from '../../tables/index.ts';

/** A reference to a table with more different values is not checked: it costs a second for each file. */
const MOST_VALUES = 1_000_000;

/** Values of a key of a table, and what the table is called. */
export interface KeyValues {
  readonly title: string;
  readonly values: readonly string[];
}

/**
 * Values of fields of a resource: of its newest file where it is of the same dataset (both change together), otherwise as the public has them. Null
 * where there are none to compare with.
 */
export async function keyValues(
  ctx: Context,
  resourceId: string,
  names: readonly string[],
  datasetId: string,
): Promise<KeyValues | null> {
  const limits = { most: MOST_VALUES, sign: TOGETHER };
  const resource = await findResource(ctx, resourceId);
  if (resource?.datasetId === datasetId) {
    const own = await latestReading(ctx, resourceId);
    const indexes = names.map((name) => resource.structure.fields.find((field) => field.name === name)?.sourceColumn);
    const known = indexes.flatMap((index) => index ?? []);
    const values = own && known.length === names.length ? await typedTexts(ctx, own, known, limits) : null;
    if (values) return { title: resource.title, values };
  }
  const card = await findCardOfResource(ctx, resourceId);
  const published = card?.resources.find(({ id }) => id === resourceId);
  const there = new Set(published?.fields.map(({ name }) => name));
  if (card?.state !== 'published' || !published?.tableId || names.some((name) => !there.has(name))) return null;
  const values = await columnTexts(ctx, published.tableId, names, limits);
  return (
    values && {
      title: card.resources.length > 1 ? `${card.passport.title}: ${published.title}` : card.passport.title,
      values,
    }
  );
}
