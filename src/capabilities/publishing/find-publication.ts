import type { Context } from '../../platform/context.ts';
import type { Publication, PublicFile, PublicTable } from './publication.ts';

/** What the public has of the dataset, or null when it was never published. */
export async function findPublication(_ctx: Context, _datasetId: string): Promise<Publication | null> {
  throw new Error('not built yet');
}

/** A published table by its own id (any version) or by a resource's id (the published version). */
export async function findPublicTable(_ctx: Context, _tableOrResourceId: string): Promise<PublicTable | null> {
  throw new Error('not built yet');
}

/** The stored file of a resource in the published version, or in version `number`. */
export async function findPublicFile(_ctx: Context, _resourceId: string, _number?: number): Promise<PublicFile | null> {
  throw new Error('not built yet');
}
