import { nameOfActor, personId } from '../../../kernel/actor.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Language } from '../../../kernel/text.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { DOCX_TYPE, type DocumentData, fillTemplate } from '../../../platform/documents/index.ts';
import { listAllUnits, permit } from '../../accounts/index.ts';
import { record } from '../../history/index.ts';
import { privateIn } from '../audience-rules.ts';
import { keepFile, tidyFileName } from '../file-bytes.ts';
import type { Composed, DocumentForm, Recipe } from '../forms/form.ts';
import { templateOf } from '../forms/templates.ts';
import { notForPublic } from '../refusals.ts';
import type { DocumentFile, MadeDocument } from './paper.ts';
import { insertDocument, insertFile } from './paper-store.ts';

/**
 * Makes a document from the facts as they are now and keeps it: data frozen, file beside. Throws `forbidden`, `invalid` (what it is asked of), and
 * `conflict` for a document of everybody with personal data in it.
 */
export function makeDocument(ctx: Context, recipe: Recipe, params: unknown): Promise<MadeDocument> {
  return transaction(ctx, async (inner) => {
    const asked = recipe.read(params);
    await permit(inner, recipe.deed, asked.unitId);
    const { title, data } = await composed(inner, recipe, await asked.compose(inner));
    const now = inner.clock.now();
    const document: MadeDocument = {
      id: newId(now.getTime()),
      form: recipe.code,
      title,
      audience: recipe.audience,
      deed: recipe.deed,
      unitId: asked.unitId,
      params: asked.params,
      data,
      dataAsOf: now,
      state: 'made',
      signed: null,
      madeBy: { id: personId(inner.actor), name: nameOfActor(inner.actor) },
      madeAt: now,
      changedAt: now,
    };
    await insertDocument(inner.db, document);
    await addMadeFile(inner, recipe, document);
    await record(inner, { deed: 'document.made', subject: subjectOf(document), after: { form: recipe.code } });
    return document;
  });
}

/** What a recipe has gathered, asked once more whether its audience may see it. */
export async function composed(ctx: Context, form: DocumentForm, made: Composed): Promise<Composed> {
  if (form.audience === 'internal') return made;
  const units = await listAllUnits(ctx);
  const found = privateIn(
    made.data,
    units.flatMap(({ email, phone }) => [email, phone]),
  );
  if (found.length > 0) throw notForPublic(found.slice(0, 5));
  return made;
}

/** Writes the file of a document's present data and keeps it beside the earlier ones. */
export async function addMadeFile(ctx: Context, form: DocumentForm, document: MadeDocument): Promise<DocumentFile> {
  const bytes = fillTemplate(await templateOf(ctx, form), form.fields, document.data);
  const now = ctx.clock.now();
  const file: DocumentFile = {
    id: newId(now.getTime()),
    documentId: document.id,
    kind: 'made',
    objectKey: await keepFile(ctx, document.id, bytes),
    fileName: tidyFileName(`${document.title}.docx`),
    mediaType: DOCX_TYPE,
    size: bytes.length,
    dataAsOf: document.dataAsOf,
    addedBy: nameOfActor(ctx.actor),
    addedAt: now,
  };
  await insertFile(ctx.db, file);
  return file;
}

/** A document written at once and not kept, by the form's present template: what it says has been decided by the caller, who has asked the rights. */
export async function fillForm(
  ctx: Context,
  form: DocumentForm,
  data: DocumentData,
  language: Language = 'uk',
): Promise<Uint8Array<ArrayBuffer>> {
  return fillTemplate(await templateOf(ctx, form), form.fields, data, language);
}

/** What the history calls a document. */
export function subjectOf({ id, title, unitId }: Pick<MadeDocument, 'id' | 'title' | 'unitId'>) {
  return { kind: 'document', id, name: title, unitId };
}
