import type { Context } from '../../platform/context.ts';
import { type RecipeStep, stepKey } from '../../tabular/index.ts';
import type { CardResource } from '../catalog/index.ts';
import { type Reading, readingsById } from '../ingest/index.ts';
import {
  askComparison,
  type ComparedTable,
  type DifferenceQuery,
  differencePage,
  downloadSettings,
  openTables,
  openWholeTable,
  type RowDifferencePage,
} from '../tables/index.ts';
import { type Draft, type DraftResource, loadDraft } from './draft.ts';
import { type HeldBefore, repeatedResources, rowsOfDraft } from './draft-table.ts';
import { type PassportChange, passportChanges } from './passport-change-rules.ts';
import { manifestColumns } from './prepare-table.ts';
import { present } from './present.ts';
import {
  asksForNote,
  isBreaking,
  type ResourceChange,
  type RowsCompared,
  resourceChanges,
} from './resource-change-rules.ts';
import type { StoredResource, StoredVersion } from './version-store.ts';

/** A repair of the recipe that the file of one side was mended by. */
export interface RecipeChange extends RecipeStep {
  readonly change: 'added' | 'removed';
}

/** How a resource of the draft differs from the published one. */
export interface DraftResourceChange extends ResourceChange {
  /** Repairs the file was mended by before and is not now, and the other way round. */
  readonly recipe: readonly RecipeChange[];
  readonly rows: RowsCompared;
}

/** How the draft differs from what the public has. */
export interface DraftComparison {
  /** Number of the published version; null: nothing is published yet, and all is new. */
  readonly against: number | null;
  readonly passport: readonly PassportChange[];
  readonly resources: readonly DraftResourceChange[];
  /** Programs that work with the published version may stop. */
  readonly breaking: boolean;
  /** What users will be told (`changeNote`). */
  readonly note: string;
}

/** The page waits so long for rows to be compared, ms; a large table is ready at the next look. */
const PATIENCE = 400;

/** How the resources and fields of the draft differ from what the public has; the rows are not looked at. */
export interface DraftStructure extends Pick<DraftComparison, 'against' | 'breaking' | 'note'> {
  /** Users have to be told in words: `note` may not be empty. */
  readonly noteNeeded: boolean;
  readonly resources: readonly ResourceChange[];
}

/** Structure of the draft beside the published version's, and the note to users. Needs `dataset.view-drafts`. */
export async function compareDraftStructure(ctx: Context, datasetId: string): Promise<DraftStructure> {
  const draft = await loadDraft(ctx, datasetId, 'dataset.view-drafts');
  const { last } = await present(ctx, datasetId);
  const { note } = draft;
  if (!last) return { against: null, resources: [], breaking: false, noteNeeded: false, note };
  const resources = await draftChanges(ctx, draft, last);
  return { against: last.number, resources, breaking: isBreaking(resources), noteNeeded: asksForNote(resources), note };
}

/**
 * The draft beside the last published version: passport, structure, recipe and rows. Needs the right `dataset.view-drafts`; closed columns are
 * among what is told. Rows of large tables are compared in the background: `rows.comparison` is then under way, ask again.
 */
export async function compareDraft(ctx: Context, datasetId: string): Promise<DraftComparison> {
  const draft = await loadDraft(ctx, datasetId, 'dataset.view-drafts');
  const { last } = await present(ctx, datasetId);
  if (!last) return { against: null, passport: [], resources: [], breaking: false, note: draft.note };
  const held = await heldOf(ctx, draft);
  // tables and settings come together, once for all that is asked of them below
  await openTables(
    ctx,
    draft.resources.flatMap(({ resource }) => held(resource.id).was?.tableId ?? []),
  );
  const changes = await draftChanges(ctx, draft, last);
  const readings = await readingsById(
    ctx,
    changes.flatMap(({ resourceId }) => held(resourceId).was?.readingId ?? []),
  );
  const resources = changes.map(async (change): Promise<DraftResourceChange> => {
    const part = draft.resources.find(({ resource }) => resource.id === change.resourceId);
    const { was } = held(change.resourceId);
    const before = readings.find(({ id }) => id === was?.readingId) ?? null;
    return {
      ...change,
      recipe: recipeChanges(before, part?.reading ?? null),
      rows: part ? await rowsOf(ctx, part, held(change.resourceId)) : { kind: 'none' },
    };
  });
  return {
    against: last.number,
    passport: passportChanges(last.passport, draft.dataset.passport),
    resources: await Promise.all(resources),
    breaking: isBreaking(changes),
    note: draft.note,
  };
}

/**
 * A page of the rows of one table that differ from the published ones, cell by cell. Needs `dataset.view-drafts`. Null where there is nothing to
 * compare, or the comparison is not ready (`compareDraft` tells).
 */
export async function draftRowChanges(
  ctx: Context,
  datasetId: string,
  resourceId: string,
  query: DifferenceQuery,
): Promise<RowDifferencePage | null> {
  const draft = await loadDraft(ctx, datasetId, 'dataset.view-drafts');
  const part = draft.resources.find(({ resource }) => resource.id === resourceId);
  const held = await heldOf(ctx, draft);
  const sides = part ? await sidesOf(ctx, part, held(resourceId)) : null;
  return sides === null || sides === 'same' ? null : differencePage(ctx, sides.older, sides.newer, query);
}

/** Structure of the draft against a version's. */
export async function draftChanges(ctx: Context, draft: Draft, last: StoredVersion): Promise<ResourceChange[]> {
  const { decimalSign } = await downloadSettings(ctx);
  return resourceChanges(
    last.resources,
    draft.resources.map(({ resource }) => ({
      ...{ id: resource.id, kind: resource.kind, title: resource.title, url: resource.url },
      fields: resource.structure.fields,
      decimalSign: signOf(last.resources, resource.id, decimalSign),
    })),
  );
}

/** A table that is published anew is written with the sign set now. */
function signOf(
  last: readonly CardResource[],
  id: string,
  now: CardResource['decimalSign'],
): CardResource['decimalSign'] {
  return last.some((one) => one.id === id && one.kind === 'table') ? now : undefined;
}

async function rowsOf(ctx: Context, part: DraftResource, held: HeldBefore): Promise<RowsCompared> {
  const sides = await sidesOf(ctx, part, held);
  if (sides === null || sides === 'same') return { kind: sides ?? 'none' };
  return { kind: 'compared', comparison: await askComparison(ctx, sides.older, sides.newer, PATIENCE) };
}

/** Both tables to compare; `same` where the draft has the very table that is published, null where there is nothing to compare. */
async function sidesOf(
  ctx: Context,
  part: DraftResource,
  held: HeldBefore,
): Promise<{ older: ComparedTable; newer: ComparedTable } | 'same' | null> {
  const { resource, reading } = part;
  if (!held.was?.tableId || resource.kind !== 'table' || reading?.state !== 'ready') return null;
  const { ready, over } = await rowsOfDraft(ctx, part, held);
  if (ready?.id === held.was.tableId) return 'same';
  const { columns, manifest } = await openWholeTable(ctx, held.was.tableId);
  const newer = over ? { columns: over.columns, parts: over.manifest.parts } : typedTable(reading);
  if (!newer) return null;
  const there = new Set(newer.columns.map(({ parquetColumn }) => parquetColumn));
  const named = manifestColumns(resource.structure).filter(({ parquetColumn }) => there.has(parquetColumn));
  return { older: { columns, parts: manifest.parts }, newer: { columns: named, parts: newer.parts } };
}

function typedTable({ typed }: Reading) {
  if (!typed) return null;
  return { columns: typed.columns, parts: [{ kind: 'base' as const, key: typed.key, rows: typed.rows }] };
}

/** What versions hold of one resource. */
async function heldOf(ctx: Context, draft: Draft): Promise<(id: string) => HeldBefore> {
  const { stored } = await present(ctx, draft.dataset.id);
  const repeated = await repeatedResources(ctx, draft);
  const of = (resources: readonly StoredResource[], id: string) =>
    resources.find(({ resourceId }) => resourceId === id) ?? null;
  return (id) => ({ was: of(stored, id), repeated: of(repeated, id) });
}

function recipeChanges(before: Reading | null, now: Reading | null): RecipeChange[] {
  const [was, is] = [before?.recipe ?? [], now?.recipe ?? []];
  const lacks = (recipe: typeof was) => (step: (typeof was)[number]) =>
    !recipe.some((one) => stepKey(one) === stepKey(step));
  return [
    ...is.filter(lacks(was)).map((step) => ({ ...step, change: 'added' as const })),
    ...was.filter(lacks(is)).map((step) => ({ ...step, change: 'removed' as const })),
  ];
}
