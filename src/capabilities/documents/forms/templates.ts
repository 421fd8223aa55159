import { nameOfActor } from '../../../kernel/actor.ts';
import { newId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import {
  badTemplate,
  fillTemplate,
  sampleData,
  templateFaults,
  writeTemplate,
} from '../../../platform/documents/index.ts';
import { permit } from '../../accounts/index.ts';
import { record } from '../../history/index.ts';
import { bytesOf, keepFile, tidyFileName } from '../file-bytes.ts';
import { noForm } from '../refusals.ts';
import type { DocumentForm } from './form.ts';
import { insertTemplate, selectLastTemplates, selectTemplates, type TemplateVersion } from './template-store.ts';

/** The form of a code. Throws `not-found`. */
export function formOf<F extends DocumentForm>(forms: readonly F[], code: string): F {
  const form = forms.find((one) => one.code === code);
  if (!form) throw noForm();
  return form;
}

/** Versions of a form's template the city has taken, the newest first. Needs the right to manage the city's papers. */
export async function listTemplateVersions(ctx: Context, form: DocumentForm): Promise<TemplateVersion[]> {
  await permit(ctx, 'city.manage', null);
  return selectTemplates(ctx.db, form.code);
}

/** Which forms have a template of the city's own now, with its version. */
export async function changedTemplates(ctx: Context): Promise<ReadonlyMap<string, TemplateVersion>> {
  await permit(ctx, 'city.manage', null);
  const last = await selectLastTemplates(ctx.db);
  return new Map(last.filter(({ objectKey }) => objectKey !== null).map((version) => [version.form, version]));
}

/** The template a form has now, as DOCX: the city's own or the default. */
export async function templateOf(ctx: Context, form: DocumentForm): Promise<Uint8Array> {
  const [last] = await selectTemplates(ctx.db, form.code);
  return last?.objectKey ? bytesOf(ctx, last.objectKey) : writeTemplate(form.sketch);
}

/** A template to save and edit; `number`: one of its earlier versions, 0 the default. Needs the right to manage the city's papers. */
export async function openTemplateFile(ctx: Context, form: DocumentForm, number?: number): Promise<Uint8Array> {
  await permit(ctx, 'city.manage', null);
  if (number === undefined) return templateOf(ctx, form);
  const version = (await selectTemplates(ctx.db, form.code)).find((one) => one.number === number);
  if (number !== 0 && !version) throw noForm();
  return version?.objectKey ? bytesOf(ctx, version.objectKey) : writeTemplate(form.sketch);
}

/** The document a template makes of invented data, to be looked at. Needs the right to manage the city's papers. */
export async function previewTemplate(ctx: Context, form: DocumentForm, number?: number): Promise<Uint8Array> {
  const template = await openTemplateFile(ctx, form, number);
  return fillTemplate(template, form.fields, sampleData(form.fields));
}

/**
 * Takes a template edited in Word as the next version. Throws `invalid` with each fault told (`template-faults`), or for a file that is refused.
 */
export async function saveTemplate(
  ctx: Context,
  form: DocumentForm,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<TemplateVersion> {
  await permit(ctx, 'city.manage', null);
  const faults = templateFaults(file.bytes, form.fields);
  if (faults.length > 0) throw badTemplate(faults);
  fillTemplate(file.bytes, form.fields, sampleData(form.fields)); // it makes a document, not only opens
  const id = newId(ctx.clock.now().getTime());
  const objectKey = await keepFile(ctx, id, file.bytes);
  return addVersion(ctx, form, { id, objectKey, fileName: tidyFileName(file.name), size: file.bytes.length });
}

/** Takes the default template back; the city's own versions stay to be taken again. */
export async function restoreDefault(ctx: Context, form: DocumentForm): Promise<void> {
  await permit(ctx, 'city.manage', null);
  const [last] = await selectTemplates(ctx.db, form.code);
  if (!last?.objectKey) return;
  const id = newId(ctx.clock.now().getTime());
  await addVersion(ctx, form, { id, objectKey: null, fileName: '', size: 0 });
}

/** Takes one of the earlier versions as the newest. */
export async function takeVersion(ctx: Context, form: DocumentForm, number: number): Promise<void> {
  await permit(ctx, 'city.manage', null);
  const version = (await selectTemplates(ctx.db, form.code)).find((one) => one.number === number);
  if (!version?.objectKey) throw noForm();
  const { objectKey, fileName, size } = version;
  await addVersion(ctx, form, { id: newId(ctx.clock.now().getTime()), objectKey, fileName, size });
}

type NewVersion = Pick<TemplateVersion, 'id' | 'objectKey' | 'fileName' | 'size'>;

function addVersion(ctx: Context, form: DocumentForm, wish: NewVersion): Promise<TemplateVersion> {
  return transaction(ctx, async (inner) => {
    const [last] = await selectTemplates(inner.db, form.code);
    const version: TemplateVersion = {
      ...wish,
      form: form.code,
      number: (last?.number ?? 0) + 1,
      madeBy: nameOfActor(inner.actor),
      madeAt: inner.clock.now(),
    };
    await insertTemplate(inner.db, version);
    await record(inner, {
      deed: version.objectKey ? 'document.template-changed' : 'document.template-restored',
      subject: { kind: 'template', id: version.id, name: form.title.uk },
      after: { form: form.code, number: version.number, file: version.fileName },
    });
    return version;
  });
}
