import { personId } from '../../../kernel/actor.ts';
import { isId } from '../../../kernel/ids.ts';
import type { Context } from '../../../platform/context.ts';
import { permit, reachOf } from '../../accounts/index.ts';
import { bytesOf } from '../file-bytes.ts';
import { noDocument } from '../refusals.ts';
import type { DocumentFile, ListedDocument, MadeDocument } from './paper.ts';
import { selectDocument, selectDocuments, selectFiles } from './paper-store.ts';

/** A made document. Seen by those who see the unit's internal data, and by who made it. Throws `not-found`, `forbidden`. */
export async function findDocument(ctx: Context, id: string): Promise<MadeDocument> {
  const document = isId(id) ? await selectDocument(ctx.db, id) : null;
  if (!document) throw noDocument();
  const own = personId(ctx.actor);
  if (own === null || document.madeBy.id !== own) await permit(ctx, 'dataset.view-internal', document.unitId);
  return document;
}

/** Files of a document the caller has found, the newest first. */
export function filesOf(ctx: Context, document: MadeDocument): Promise<DocumentFile[]> {
  return selectFiles(ctx.db, document.id);
}

/** One file with its bytes; left out: the last made by the system. Throws `not-found`. */
export async function openFile(
  ctx: Context,
  document: MadeDocument,
  fileId?: string,
): Promise<{ readonly file: DocumentFile; readonly bytes: Uint8Array }> {
  const files = await selectFiles(ctx.db, document.id);
  const file = files.find(({ id, kind }) => (fileId === undefined ? kind === 'made' : id === fileId));
  if (!file) throw noDocument();
  return { file, bytes: await bytesOf(ctx, file.objectKey) };
}

const PAGE = 50;

/** Documents the actor may see, the newest changed first, 50 a page. `form`: of one kind. */
export async function listDocuments(
  ctx: Context,
  asked: { readonly form?: string; readonly page?: number } = {},
): Promise<{ readonly documents: readonly ListedDocument[]; readonly more: boolean }> {
  const reach = await reachOf(ctx, 'dataset.view-internal');
  const page = Math.max(1, Math.trunc(asked.page ?? 1));
  const rows = await selectDocuments(ctx.db, {
    reach,
    own: personId(ctx.actor),
    ...(asked.form === undefined ? {} : { form: asked.form }),
    skip: (page - 1) * PAGE,
    take: PAGE + 1,
  });
  return { documents: rows.slice(0, PAGE), more: rows.length > PAGE };
}
