import type { Context } from '../../platform/context.ts';
import { selectPublishedSizes } from './size-store.ts';

/** Bytes of the files the published version of each of these datasets was made of; one without a file is not there. One statement. */
export function publishedSizes(ctx: Context, datasetIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  return selectPublishedSizes(ctx.db, datasetIds);
}
