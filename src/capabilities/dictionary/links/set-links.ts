import { RequestError } from '../../../kernel/errors.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { codeListsOfUnit, findResource, keyColumns, loadDataset, type StructureField } from '../../catalog/index.ts';
import { changeDraftStructure } from '../../drafts/index.ts';
import { latestReading } from '../../ingest/index.ts';
import { boundColumn } from '../fields/shared-field-rules.ts';
import { selectSharedField } from '../fields/shared-field-store.ts';

/** One thing a column is bound to, or loosed from. */
export type LinkChange =
  | { readonly what: 'field'; readonly column: string; readonly id: string | null }
  | { readonly what: 'list'; readonly column: string; readonly id: string | null }
  | {
      readonly what: 'table';
      readonly column: string;
      readonly to: { readonly resource: string; readonly field: string } | null;
    }
  /** Several columns refer to one row of a table together. */
  | {
      readonly what: 'key';
      readonly columns: readonly string[];
      readonly resource: string;
      readonly to: readonly string[];
    }
  /** These columns together tell rows apart; the others do not. */
  | { readonly what: 'identifier'; readonly columns: readonly string[] };

function unknown(): RequestError {
  return new RequestError('invalid', 'link-unknown', {
    uk: 'Такого поля, довідника чи таблиці вже немає. Оновіть сторінку й оберіть ще раз.',
    en: 'There is no such field, code list or table any more. Reload the page and choose again.',
  });
}

/**
 * Binds columns of a table in the working copy. The public sees it with the next version. Throws `forbidden`, `not-found`, `invalid`, `conflict`.
 */
export function setLinks(ctx: Context, resourceId: string, changes: readonly LinkChange[]): Promise<void> {
  return transaction(ctx, async (inner) => {
    const resource = await findResource(inner, resourceId);
    if (!resource) throw unknown();
    let { fields } = resource.structure;
    for (const change of changes) fields = await changed(inner, resource.datasetId, fields, change);
    await changeDraftStructure(inner, resourceId, { fields }, await latestReading(inner, resourceId));
  });
}

async function changed(
  ctx: Context,
  datasetId: string,
  fields: StructureField[],
  change: LinkChange,
): Promise<StructureField[]> {
  if (change.what === 'identifier')
    return fields.map((field) => ({ ...field, identifier: change.columns.includes(field.name) }));
  if (change.what === 'key') return withKey(ctx, fields, change);
  const at = fields.findIndex(({ name }) => name === change.column);
  const column = fields[at];
  if (!column) throw unknown();
  return fields.with(at, await boundTo(ctx, datasetId, column, change));
}

async function boundTo(
  ctx: Context,
  datasetId: string,
  column: StructureField,
  change: Exclude<LinkChange, { what: 'identifier' | 'key' }>,
): Promise<StructureField> {
  if (change.what === 'field') {
    const { sharedField: _loose, ...rest } = column;
    if (change.id === null) return rest;
    const field = await selectSharedField(ctx.db, change.id);
    if (!field) throw unknown();
    return boundColumn(column, field);
  }
  if (change.what === 'list') {
    const { codeList: _loose, ...rest } = column;
    if (change.id === null) return rest;
    const { unitId } = await loadDataset(ctx, datasetId);
    if (!(await codeListsOfUnit(ctx, unitId)).some(({ id }) => id === change.id)) throw unknown();
    return { ...rest, codeList: change.id };
  }
  const { reference: _loose, ...rest } = column;
  if (change.to === null) return rest;
  await refuseUnknownKeys(ctx, datasetId, change.to.resource, [change.to.field]);
  return { ...rest, reference: change.to };
}

async function withKey(
  ctx: Context,
  fields: StructureField[],
  { columns, resource, to }: Extract<LinkChange, { what: 'key' }>,
): Promise<StructureField[]> {
  const known = new Set(fields.map(({ name }) => name));
  if (columns.length !== to.length || columns.length < 2 || columns.some((name) => !known.has(name))) throw unknown();
  const target = await findResource(ctx, resource);
  const there = new Set(target?.structure.fields.map(({ name }) => name));
  if (to.some((name) => !there.has(name))) throw unknown();
  const key = columns[0] ?? '';
  return fields.map((field) => {
    const at = columns.indexOf(field.name);
    return at < 0 ? field : { ...field, reference: { resource, field: to[at] ?? '', key } };
  });
}

async function refuseUnknownKeys(
  ctx: Context,
  datasetId: string,
  resource: string,
  to: readonly string[],
): Promise<void> {
  const keys = await keyColumns(ctx, datasetId);
  if (!to.every((name) => keys.some((one) => one.resourceId === resource && one.name === name))) throw unknown();
}
