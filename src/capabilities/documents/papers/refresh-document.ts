import { type Context, transaction } from '../../../platform/context.ts';
import { permit } from '../../accounts/index.ts';
import { record } from '../../history/index.ts';
import type { Recipe } from '../forms/form.ts';
import { alreadySigned, noDocument } from '../refusals.ts';
import { changesOf, type DocumentChange } from './compare-data.ts';
import { addMadeFile, composed, subjectOf } from './make-document.ts';
import type { MadeDocument } from './paper.ts';
import { selectDocument, updateData } from './paper-store.ts';

/** What a document would say now that it does not say yet; nothing is changed. The caller has found the document. */
export async function changesSince(
  ctx: Context,
  recipe: Recipe,
  document: MadeDocument,
): Promise<readonly DocumentChange[]> {
  const { data } = await composed(ctx, recipe, await recipe.read(document.params).compose(ctx));
  return changesOf(recipe.fields, document.data, data);
}

/** Puts today's facts into a document that is not signed; its earlier file stays beside. Throws `not-found`, `forbidden`, `conflict`. */
export function refreshDocument(ctx: Context, recipe: Recipe, id: string): Promise<MadeDocument> {
  return transaction(ctx, async (inner) => {
    const document = await selectDocument(inner.db, id, true);
    if (!document || document.form !== recipe.code) throw noDocument();
    await permit(inner, document.deed, document.unitId);
    if (document.state === 'signed') throw alreadySigned();
    const { title, data } = await composed(inner, recipe, await recipe.read(document.params).compose(inner));
    const fresh: MadeDocument = { ...document, title, data, dataAsOf: inner.clock.now() };
    await updateData(inner.db, id, fresh);
    await addMadeFile(inner, recipe, fresh);
    const changed = changesOf(recipe.fields, document.data, data).length;
    await record(inner, { deed: 'document.refreshed', subject: subjectOf(fresh), after: { changed } });
    return fresh;
  });
}
