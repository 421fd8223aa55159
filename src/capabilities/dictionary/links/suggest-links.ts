import { foldName } from '../../../language/folding.ts';
import type { Context } from '../../../platform/context.ts';
import type { ColumnProfile } from '../../../tabular/column.ts';
import { TOGETHER } from '../../../tabular/index.ts';
import {
  type ComposedKey,
  codeListsHolding,
  codeListsOfUnit,
  composedKeys,
  type Dataset,
  type KeyColumn,
  keyColumns,
  type Resource,
  type StructureField,
} from '../../catalog/index.ts';
import { latestReading, type Reading, typedTexts } from '../../ingest/index.ts';
import type { SharedField } from '../fields/shared-field.ts';
import { likelyField } from '../fields/shared-field-rules.ts';
import { selectSharedFields } from '../fields/shared-field-store.ts';
import { keyValues } from './reference-values.ts';

/** Different values compared; a column of more is compared by the first of them. */
const MOST_COMPARED = 1000;
/** Share of values that have to be there, and how many at least: two or three agree by chance. */
const ENOUGH = 0.8;
const LEAST = 3;
/** Columns and tables looked at: each table is read once. */
const MOST_COLUMNS = 60;
const MOST_TABLES = 12;

/** What a column could be bound to. `share`: part of its different values that are there, 0–1. */
export type LinkSuggestion =
  | { readonly what: 'field'; readonly column: string; readonly field: SharedField }
  | {
      readonly what: 'list';
      readonly column: string;
      readonly listId: string;
      readonly listName: string;
      readonly share: number;
    }
  | { readonly what: 'table'; readonly column: string; readonly target: KeyColumn; readonly share: number }
  | {
      readonly what: 'key';
      readonly columns: readonly string[];
      readonly to: readonly string[];
      readonly target: ComposedKey;
      readonly share: number;
    };

/** Names of keys that say nothing of what they are of. */
const ANY_KEY = /^(id|uid|uuid|guid|identifier|number|nomer|num|no|code|kod|nomerzp|rownumber|recordnumber)$/;

/** Amounts, moments and places refer to nothing. */
const mayRefer = ({ type, geometry, sensitivity }: StructureField): boolean =>
  (type === 'text' || type === 'integer') && geometry === null && sensitivity === 'open';

/**
 * What the columns of a table could be bound to and are not: shared fields by name and kind, code lists and keys of other tables by their values,
 * compared exactly. Best first. The caller has asked whether the person may see the dataset.
 */
export async function suggestLinks(ctx: Context, dataset: Dataset, resource: Resource): Promise<LinkSuggestion[]> {
  const reading = await latestReading(ctx, resource.id);
  const kinds = kindsOf(reading);
  const shared = await selectSharedFields(ctx.db);
  const { fields } = resource.structure;
  const found: LinkSuggestion[] = [];
  for (const field of fields) {
    const likely = field.sharedField ? null : likelyField(field, kinds.get(field.sourceColumn ?? -1) ?? null, shared);
    if (likely) found.push({ what: 'field', column: field.name, field: likely });
  }
  const loose = fields.filter((field) => mayRefer(field) && !field.codeList && !field.reference).slice(0, MOST_COLUMNS);
  const values = await valuesOf(ctx, reading, loose);
  return [
    ...found,
    ...(await listsFor(ctx, dataset, values)),
    ...(await tablesFor(ctx, dataset, resource, values)),
    ...(await keysFor(ctx, dataset, resource, reading)),
  ];
}

function kindsOf(reading: Reading | null): ReadonlyMap<number, ColumnProfile['kind']> {
  const columns = (reading?.mended?.inspection ?? reading?.inspection)?.columns ?? [];
  return new Map(columns.map(({ index, kind }) => [index, kind]));
}

type Values = ReadonlyMap<StructureField, readonly string[]>;

async function valuesOf(ctx: Context, reading: Reading | null, fields: readonly StructureField[]): Promise<Values> {
  const found = new Map<StructureField, readonly string[]>();
  if (!reading?.typed) return found;
  for (const field of fields) {
    if (field.sourceColumn === null) continue;
    const all = await typedTexts(ctx, reading, [field.sourceColumn], { most: 100_000, sign: '' });
    if (all && all.length >= LEAST) found.set(field, all.slice(0, MOST_COMPARED));
  }
  return found;
}

const isEnough = (held: number, of: number): boolean => held >= LEAST && held >= of * ENOUGH;

async function listsFor(ctx: Context, { unitId }: Dataset, values: Values): Promise<LinkSuggestion[]> {
  const mine = new Map((await codeListsOfUnit(ctx, unitId)).map((list) => [list.id, list]));
  const found: LinkSuggestion[] = [];
  for (const [field, some] of values) {
    const best = (await codeListsHolding(ctx, some)).find(
      ({ id, held }) => mine.has(id) && isEnough(held, some.length),
    );
    const list = best && mine.get(best.id);
    if (best && list)
      found.push({
        what: 'list',
        column: field.name,
        listId: list.id,
        listName: list.name,
        share: best.held / some.length,
      });
  }
  return found;
}

async function tablesFor(ctx: Context, dataset: Dataset, own: Resource, values: Values): Promise<LinkSuggestion[]> {
  const targets = (await keyColumns(ctx, dataset.id)).filter(
    (one) => one.resourceId !== own.id && !ANY_KEY.test(foldName(one.name)),
  );
  const found: LinkSuggestion[] = [];
  const known = new Map<string, ReadonlySet<string>>();
  for (const [field, some] of values) {
    if (field.identifier) continue; // numbers of rows agree with any other numbers of rows
    const name = foldName(field.name);
    // a key is referred to by its own name: `streetCode`, or by one that ends so: `homeStreetCode`
    const near = targets.filter(
      (one) => name.endsWith(foldName(one.name)) || foldName(field.title) === foldName(one.title),
    );
    for (const target of near) {
      const key = `${target.resourceId} ${target.name}`;
      if (!known.has(key) && known.size >= MOST_TABLES) break;
      const there =
        known.get(key) ?? new Set((await keyValues(ctx, target.resourceId, [target.name], dataset.id))?.values);
      known.set(key, there);
      const held = some.filter((value) => there.has(value)).length;
      if (!isEnough(held, some.length)) continue;
      found.push({ what: 'table', column: field.name, target, share: held / some.length });
      break;
    }
  }
  return found;
}

/** Keys of several columns whose names this table has too. */
async function keysFor(
  ctx: Context,
  dataset: Dataset,
  own: Resource,
  reading: Reading | null,
): Promise<LinkSuggestion[]> {
  const found: LinkSuggestion[] = [];
  for (const target of await composedKeys(ctx, dataset.id)) {
    if (target.resourceId === own.id || found.length + 1 > MOST_TABLES) continue;
    const mine = target.names.flatMap(
      (name) => own.structure.fields.find((field) => mayRefer(field) && foldName(field.name) === foldName(name)) ?? [],
    );
    const places = mine.flatMap(({ sourceColumn, reference }) => (reference ? [] : (sourceColumn ?? [])));
    if (!reading?.typed || places.length < target.names.length) continue;
    const some = await typedTexts(ctx, reading, places, { most: 100_000, sign: TOGETHER });
    const there = new Set((await keyValues(ctx, target.resourceId, target.names, dataset.id))?.values);
    const held = (some ?? []).filter((value) => there.has(value)).length;
    if (!some || !isEnough(held, some.length)) continue;
    const columns = mine.map(({ name }) => name);
    found.push({ what: 'key', columns, to: target.names, target, share: held / some.length });
  }
  return found;
}
