import type { Context } from '../../platform/context.ts';
import { selectPublication } from './pointer-store.ts';
import type { Publication } from './publication.ts';
import { type StoredVersion, selectVersion } from './version-store.ts';

/** What the public has now: the pointer and the version it points to. */
export async function present(
  ctx: Context,
  datasetId: string,
): Promise<{ last: StoredVersion | null; publication: Publication | null }> {
  const publication = await selectPublication(ctx.db, datasetId);
  return { publication, last: publication ? await selectVersion(ctx.db, publication.versionId) : null };
}
