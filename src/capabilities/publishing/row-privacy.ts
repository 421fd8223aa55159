import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../platform/context.ts';
import type { PersonalSign } from '../../tabular/detectors/sign.ts';
import { DETECTORS, lookForSigns, type Protection, protectRows, titlesOfProtection } from '../../tabular/index.ts';
import type { RecipeStep } from '../../tabular/inspection.ts';
import type { CardResource } from '../catalog/index.ts';
import {
  answerTo,
  type Decision,
  decisionsOf,
  needsDecision,
  protectionFor,
  undecidedSigns,
} from '../privacy/index.ts';
import {
  type CleanRow,
  type ManifestColumn,
  MOST_FAULTS,
  type OpenTable,
  type RowFault,
  writeNewestTexts,
} from '../tables/index.ts';
import { badRows, personalRows, protectedTable } from './row-refusals.ts';
import { titlesInFile } from './titles-in-file.ts';
import type { StoredResource } from './version-store.ts';

/** Rows in plain forms on their way to a published table. */
export interface RowsToPass {
  readonly table: OpenTable;
  readonly card: CardResource;
  readonly stored: StoredResource;
  readonly rows: readonly CleanRow[];
}

/** Rows of the table that new ones are judged with, those of the day first: so many cost a fifth of a look at one row, a thousand twice as much. */
const JUDGED_WITH = 500;

/**
 * The gate of rows that come without a file: every batch is seen by the detectors together with the newest rows of its table, and what the decisions of the table take out is taken out of it
 * too. Throws `invalid` (`personal-data-in-rows`: nobody has decided on what is in a column; rows and columns are named, values never),
 * `conflict` (`rows-of-protected-table`: the decisions need the whole table).
 */
export async function passPersonalData(
  ctx: Context,
  datasetId: string,
  { table, card, stored, rows }: RowsToPass,
): Promise<readonly CleanRow[]> {
  const columns = table.columns;
  const headers = await titlesInFile(ctx, stored, columns);
  const decisions = (await decisionsOf(ctx, datasetId)).filter(({ resourceId }) => resourceId === card.id);
  const kinds = card.fields.flatMap((field) => {
    const at = columns.findIndex(({ name }) => name === field.name);
    const column = headers[at];
    if (column === undefined || field.kind === undefined) return [];
    return [{ column, kind: field.kind === 'none' ? null : field.kind }];
  });
  const folder = await ctx.objects.workFolder();
  const asked = { headers, folder, kinds, most: MOST_FAULTS };
  try {
    const standing = await standingRows(ctx, table, { headers, decisions, folder });
    const signs = await lookForSigns(ctx.duckdb, { ...asked, standing, rows: rows.map(({ values }) => values) });
    const undecided = undecidedSigns(signs, decisions);
    if (undecided.length > 0) throw badRows(faultsOf(undecided, headers, columns), personalRows);
    const protection = await protectionFor(ctx, card.id);
    if (protection === null) return rows;
    const kept = await protect(ctx, rows, { headers, columns, protection });
    const after = await lookForSigns(ctx.duckdb, { ...asked, rows: kept.map(({ values }) => values) });
    const left = after.filter((sign) => isHidden(sign, decisions));
    if (left.length > 0) throw badRows(faultsOf(left, headers, columns), personalRows);
    return kept;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Standing {
  readonly headers: readonly string[];
  readonly decisions: readonly Decision[];
  readonly folder: string;
}

/** The newest rows as text. Columns that a decision changes are left out: what came is judged before it is protected, what stands is protected already. */
async function standingRows(ctx: Context, table: OpenTable, { headers, decisions, folder }: Standing) {
  const changed = new Set(decisions.flatMap(({ way, columnTitle }) => (way === 'keep' ? [] : [columnTitle])));
  const without = new Set(table.columns.flatMap(({ name }, at) => (changed.has(headers[at] ?? '') ? [name] : [])));
  const parquetPath = join(folder, 'standing.parquet');
  const rows = await writeNewestTexts(ctx, table, parquetPath, { most: JUDGED_WITH, without });
  return rows === 0 ? undefined : { parquetPath, rows };
}

interface Protecting {
  readonly headers: readonly string[];
  readonly columns: readonly ManifestColumn[];
  readonly protection: Protection;
}

/** Steps over the whole table, and those that make one of two keys, are done to a file only. */
async function protect(
  ctx: Context,
  rows: readonly CleanRow[],
  { headers, columns, protection }: Protecting,
): Promise<readonly CleanRow[]> {
  const present = new Set(headers);
  // a removed column is not in the table: nothing of it can be sent
  const steps = protection.steps.filter((step) => titlesOfProtection(step).some((title) => present.has(title)));
  const keys = headers.filter((_, at) => columns[at]?.identifier === true);
  const mixesKeys = ({ code }: RecipeStep, titles: readonly string[]) =>
    code !== 'protect-pseudonym' && titles.some((title) => keys.includes(title));
  if (steps.some((step) => mixesKeys(step, titlesOfProtection(step)))) throw protectedTable();
  const given = { headers, rows: rows.map(({ values }) => values) };
  const { rows: after, undone, removedColumns } = await protectRows(ctx.duckdb, given, { ...protection, steps });
  if (undone.length > 0 || removedColumns.length > 0) throw protectedTable();
  return after.flatMap(({ at, values }) => {
    const row = rows[at];
    return row ? [{ ...row, values }] : [];
  });
}

function isHidden(sign: PersonalSign, decisions: readonly Decision[]): boolean {
  const answer = answerTo(sign, decisions);
  return needsDecision(sign) && answer !== null && answer.way !== 'keep';
}

function faultsOf(
  signs: readonly PersonalSign[],
  headers: readonly string[],
  columns: readonly ManifestColumn[],
): RowFault[] {
  const faults = signs.flatMap(({ code, column, rows, why }) => {
    const { name = '', title = headers[column] ?? '' } = columns[column] ?? {};
    const sign = DETECTORS.find((one) => one.code === code)?.title ?? { uk: '', en: '' };
    return rows.map((row): RowFault => {
      const message = {
        uk: `У «${title}» схоже на персональні дані (${sign.uk}), про які ще не вирішено. ${why.uk}`,
        en: `“${title}” seems to hold personal data (${sign.en}) nobody has decided on. ${why.en}`,
      };
      return { row, column: name, message };
    });
  });
  return faults.sort((one, other) => one.row - other.row).slice(0, MOST_FAULTS);
}
