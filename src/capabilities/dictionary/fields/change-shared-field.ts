import type { z } from 'zod';
import { RequestError } from '../../../kernel/errors.ts';
import { isId, newId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { permit } from '../../accounts/index.ts';
import { changeStructure, columnsBound, findResource } from '../../catalog/index.ts';
import { changeDraftStructure } from '../../drafts/index.ts';
import { record } from '../../history/index.ts';
import { latestReading } from '../../ingest/index.ts';
import { notify } from '../../notices/index.ts';
import { type FieldUse, type SharedField, SharedFieldInput } from './shared-field.ts';
import { boundColumn, sharedFieldFaults } from './shared-field-rules.ts';
import { deleteSharedField, putSharedField, selectSharedField, selectSharedFields } from './shared-field-store.ts';

const subjectOf = ({ id, title }: SharedField) => ({ kind: 'shared-field', id, name: title });

export function noSharedField(): RequestError {
  return new RequestError('not-found', 'shared-field-not-found', {
    uk: 'Такого спільного поля немає. Відкрийте словник полів.',
    en: 'There is no such shared field. Open the dictionary of fields.',
  });
}

function refused(faults: RequestError['fields']): RequestError {
  const text = { uk: 'Поле не збережено: є що виправити.', en: 'The field was not saved: something needs mending.' };
  return new RequestError('invalid', 'shared-field-faulty', text, faults);
}

function faultsOf(error: z.ZodError): RequestError['fields'] {
  const texts: Readonly<Record<string, { uk: string; en: string }>> = {
    name: {
      uk: 'Назва для програм: латинські літери, цифри й _, перша — літера, до 63 знаків.',
      en: 'Name for programs: Latin letters, digits and _, a letter first, up to 63 characters.',
    },
    title: { uk: 'Напишіть назву поля, до 254 знаків.', en: 'Write the title of the field, up to 254 characters.' },
  };
  const other = { uk: 'Скоротіть або оберіть із переліку.', en: 'Shorten it or choose from the list.' };
  return [...new Set(error.issues.map(({ path }) => String(path[0])))].map((field) => ({
    field,
    text: texts[field] ?? other,
  }));
}

async function parsed(ctx: Context, input: SharedFieldInput, own: string | null): Promise<SharedFieldInput> {
  const read = SharedFieldInput.safeParse(input);
  if (!read.success) throw refused(faultsOf(read.error));
  const others = (await selectSharedFields(ctx.db)).filter(({ id }) => id !== own);
  const faults = sharedFieldFaults(read.data, others);
  if (faults.length > 0) throw refused(faults);
  return read.data;
}

/** Makes a shared field. Throws `forbidden`, `invalid`. */
export function createSharedField(ctx: Context, input: SharedFieldInput): Promise<SharedField> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'dataset.coordinate', null);
    const read = await parsed(inner, input, null);
    const now = inner.clock.now();
    const field = { ...read, id: newId(now.getTime()) };
    await putSharedField(inner.db, field, now);
    await record(inner, { deed: 'shared-field.created', subject: subjectOf(field), after: read });
    return field;
  });
}

/**
 * Changes a shared field and every column bound to it, in the working copies: the public sees it with the next version of each. The people who
 * answer for those datasets are told. What it touches is `usesOf`, shown before. Throws `forbidden`, `invalid`, `not-found`.
 */
export function changeSharedField(ctx: Context, id: string, input: SharedFieldInput): Promise<SharedField> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'dataset.coordinate', null);
    const before = isId(id) ? await selectSharedField(inner.db, id, true) : null;
    if (!before) throw noSharedField();
    const after = { ...(await parsed(inner, input, id)), id };
    await putSharedField(inner.db, after, inner.clock.now());
    const { id: _id, ...was } = before;
    await record(inner, { deed: 'shared-field.changed', subject: subjectOf(after), before: was, after: input });
    await follow(inner, after);
    return after;
  });
}

async function follow(ctx: Context, field: SharedField): Promise<void> {
  const uses = await columnsBound(ctx, field.id);
  for (const resourceId of new Set(uses.map((use) => use.resourceId))) {
    const resource = await findResource(ctx, resourceId);
    const fields = resource?.structure.fields ?? [];
    const changed = fields.map((one) => (one.sharedField === field.id ? boundColumn(one, field) : one));
    if (JSON.stringify(changed) === JSON.stringify(fields)) continue;
    await changeDraftStructure(ctx, resourceId, { fields: changed }, await latestReading(ctx, resourceId));
  }
  for (const use of new Map(uses.map((one) => [one.datasetId, one])).values()) await tell(ctx, use);
}

function tell(ctx: Context, { datasetId, unitId, title }: FieldUse): Promise<number> {
  return notify(ctx, {
    to: { deed: 'dataset.edit', place: { id: datasetId, unitId } },
    kind: 'dictionary.field-changed',
    subject: { kind: 'dataset', id: datasetId, name: title },
    link: `/cabinet/datasets/${datasetId}/keys`,
  });
}

/** Removes a shared field; its columns stay as they are and are bound to nothing. Throws `forbidden`, `not-found`. */
export function removeSharedField(ctx: Context, id: string): Promise<void> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'dataset.coordinate', null);
    const before = isId(id) ? await selectSharedField(inner.db, id, true) : null;
    if (!before) throw noSharedField();
    for (const { resourceId } of await columnsBound(inner, id)) {
      const fields = (await findResource(inner, resourceId))?.structure.fields ?? [];
      const loose = fields.map(({ sharedField, ...one }) => (sharedField === id ? one : { ...one, sharedField }));
      await changeStructure(inner, resourceId, { fields: loose });
    }
    await deleteSharedField(inner.db, id);
    await record(inner, { deed: 'shared-field.removed', subject: subjectOf(before), before });
  });
}
