import { type Context, once } from '../../platform/context.ts';
import { selectPublication } from './pointer-store.ts';
import type { Publication } from './publication.ts';
import { type StoredVersion, selectVersion } from './version-store.ts';

/** What the public has now: the pointer and the version it points to. */
export function present(ctx: Context, datasetId: string): Promise<Present> {
  return once(ctx, `publishing.present ${datasetId}`, () => selectPresent(ctx, datasetId));
}

/** The pointer alone. */
export function publicationOf(ctx: Context, datasetId: string): Promise<Publication | null> {
  return once(ctx, `publishing.pointer ${datasetId}`, () => selectPublication(ctx.db, datasetId));
}

interface Present {
  readonly last: StoredVersion | null;
  readonly publication: Publication | null;
}

async function selectPresent(ctx: Context, datasetId: string): Promise<Present> {
  const publication = await publicationOf(ctx, datasetId);
  return { publication, last: publication ? await selectVersion(ctx.db, publication.versionId) : null };
}
