import { rename, rm } from 'node:fs/promises';
import type { DuckDb, DuckSession } from '../../platform/duckdb/duckdb.ts';
import type { RelationOf } from '../checks/check.ts';
import { mendHeaders, repeatedHeaders } from '../checks/header/headers.ts';
import { collectRepeatedRows } from '../checks/shape/duplicate-row.ts';
import { collectEmptyRows } from '../checks/shape/empty-row.ts';
import type { Inspection, MendOutcome, Recipe, RecipeStep } from '../inspection.ts';
import { type ColumnRepairs, columnRepairs, mendedRelation } from '../repairs/compose-repairs.ts';
import { sqlText } from '../scan/predicate.ts';
import type { Progress, TextTable } from '../text-table.ts';
import { tidyText } from '../types/tidy-text.ts';
import { withWorkSession } from '../work-session.ts';
import { parquetOptions } from '../writers/parquet-options.ts';
import { cellSteps, inOrder, type PlacedRecipe, placeRecipe } from './recipe-rules.ts';

export interface MendOptions {
  /** Where the mended text table is written. */
  readonly outPath: string;
  readonly signal?: AbortSignal;
  readonly progress?: (progress: Progress) => void;
}

/**
 * Carries out a recipe on a text table and writes the mended one, with the same columns in the order of the source. A step without a finding
 * in this table changes nothing and counts 0; a step whose column is not there is told in `missed`. Shape steps are passed by: they were
 * carried out before (`shapeTable`).
 * @param inspection of this very table
 */
export async function mendTable(
  duckdb: DuckDb,
  table: TextTable,
  recipe: Recipe,
  inspection: Inspection,
  options: MendOptions,
): Promise<MendOutcome> {
  const total = table.rows;
  options.progress?.({ stage: 'mend', done: 0, total });
  const work = { signal: options.signal, columns: table.headers.length, file: table.parquetPath, writes: true };
  const outcome = await withWorkSession(duckdb, work, (session) =>
    mend(session, table, recipe, inspection, options.outPath),
  );
  options.progress?.({ stage: 'mend', done: total, total });
  return outcome;
}

async function mend(
  session: DuckSession,
  table: TextTable,
  recipe: Recipe,
  inspection: Inspection,
  outPath: string,
): Promise<MendOutcome> {
  const titles = mendHeaders(table.headers);
  const placed = placeRecipe(recipe, inspection.columns, titles);
  const { repairs, counts } = repairsOf(placed, inspection);
  const relation = (columns: readonly number[]) => mendedRelation(table.parquetPath, repairs, columns);
  const removedColumns = placed.emptyColumns.filter((index) => findingCount(inspection, 'empty-column', index) > 0);
  const rows = await writeRows(session, relation, { table, placed, removedColumns, outPath });
  counts.set('empty-row ', rows.empty);
  counts.set('duplicate-row ', rows.repeated);
  for (const index of removedColumns) counts.set(`empty-column ${index}`, 1);
  const headers = newHeaders(table.headers, placed);
  if (placed.unnamed) counts.set('empty-header ', table.headers.filter((header) => tidyText(header) === '').length);
  for (const index of placed.headers)
    if (headers[index] !== tidyText(table.headers[index] ?? '')) counts.set(`header ${index}`, 1);
  return {
    parquetPath: outPath,
    rows: rows.left,
    steps: cellSteps(inOrder(recipe))
      .filter((step) => !placed.missed.includes(step))
      .map((step) => ({ step, count: countOf(step, counts, placed) })),
    missed: placed.missed,
    removedColumns,
    headers,
  };
}

function findingCount({ findings }: Inspection, code: string, index: number): number {
  return findings.find((finding) => finding.code === code && finding.column === index)?.count ?? 0;
}

/** Repairs with something to mend; how many cells each changes stands in the finding, counted over the whole table. */
function repairsOf(
  placed: PlacedRecipe,
  inspection: Inspection,
): { repairs: ColumnRepairs[]; counts: Map<string, number> } {
  const counts = new Map<string, number>();
  const repairs: ColumnRepairs[] = [];
  for (const [index, checks] of placed.cells) {
    const profile = inspection.columns[index];
    if (profile === undefined) continue;
    const mine = inspection.findings.filter(({ column }) => column === index);
    const found = new Set(mine.map(({ code }) => code));
    // accepted for another file, a repair may be in doubt in this one: then only an answer of a person is carried out
    const accepted = checks.filter(({ code, asks, answers = code }) =>
      mine.some((finding) => finding.code === answers && (finding.repairable || asks !== undefined)),
    );
    for (const { code, answers = code } of accepted)
      counts.set(`${code} ${index}`, findingCount(inspection, answers, index));
    if (accepted.length > 0) repairs.push(columnRepairs(index, profile, found, accepted));
  }
  return { repairs, counts };
}

function countOf(step: RecipeStep, counts: ReadonlyMap<string, number>, { indexesOf }: PlacedRecipe): number {
  if (step.columnTitle === null) return counts.get(`${step.code} `) ?? 0;
  const code = step.code.endsWith('-header') ? 'header' : step.code;
  return indexesOf(step.columnTitle).reduce((sum, index) => sum + (counts.get(`${code} ${index}`) ?? 0), 0);
}

/** Headers after the accepted renames; the others are only tidied. */
function newHeaders(headers: readonly string[], { headers: accepted, unnamed }: PlacedRecipe): string[] {
  const names = mendHeaders(headers);
  const repeated = new Set(repeatedHeaders(headers));
  return headers.map((header, index) => {
    const tidy = tidyText(header);
    const faulty = tidy === '' || repeated.has(index);
    const isAccepted = accepted.has(index) || (unnamed && tidy === '');
    return faulty && isAccepted ? (names[index] ?? tidy) : tidy;
  });
}

interface WrittenRows {
  readonly left: number;
  readonly empty: number;
  readonly repeated: number;
}

interface RowsToWrite {
  readonly table: TextTable;
  readonly placed: PlacedRecipe;
  readonly removedColumns: readonly number[];
  readonly outPath: string;
}

/** Writes the mended rows without empty and repeated ones. Repeats are looked for among the rows as mended, in a second pass. */
async function writeRows(
  session: DuckSession,
  relation: RelationOf,
  { table, placed, removedColumns, outPath }: RowsToWrite,
): Promise<WrittenRows> {
  const all = table.headers.map((_, index) => index);
  const names = all.map((index) => `c${index}`);
  // what stands in a column that is left out makes no row filled or different
  const left = all.filter((index) => !removedColumns.includes(index));
  const empty = placed.emptyRows && left.length > 0 ? await collectEmptyRows(session, relation, left) : 0;
  const filled = empty > 0 ? 'WHERE file_row_number NOT IN (SELECT r FROM empty_rows)' : '';
  const first = placed.duplicateRows ? `${outPath}.all` : outPath;
  const copy = (from: string, where: string, path: string) =>
    session.run(
      `COPY (SELECT ${names.join(', ')} FROM ${from} ${where}) TO ${sqlText(path)} (${parquetOptions(names.length)})`,
    );
  await copy(relation(all), filled, first);
  let repeated = 0;
  if (placed.duplicateRows) {
    const written = `read_parquet(${sqlText(first)}, file_row_number = true)`;
    repeated = await collectRepeatedRows(session, () => written, left.length > 0 ? left : all);
    if (repeated === 0) await rename(first, outPath);
    else {
      await copy(written, 'WHERE file_row_number NOT IN (SELECT r FROM repeated_rows)', outPath);
      await rm(first, { force: true });
    }
  }
  return { left: table.rows - empty - repeated, empty, repeated };
}
