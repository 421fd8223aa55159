import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Finding } from '../src/kernel/finding.ts';
import type { DuckDb } from '../src/platform/duckdb/duckdb.ts';
import { openLocalDuckDb } from '../src/platform/duckdb/local-duckdb.ts';
import {
  askedRepairs,
  type CarriedOut,
  carryOut,
  inspectTable,
  type Recipe,
  readTable,
  stepKey,
} from '../src/tabular/index.ts';
import type { BenchRow, Report } from './report.ts';

const FOLDER = join(process.cwd(), '../shared/data/real');
const HOLD = 0.95;
/** Only files of data: documents and programs beside them are no tables anybody would publish. */
const DATA = /\.(csv|tsv|txt|xlsx|xlsm|xls|ods|json|geojson|kml|kmz|gpx|zip|xml)$/i;
/** Refusals of files that hold no table at all. */
const NO_TABLE = new Set(['file-empty', 'file-no-table', 'json-no-list', 'json-topology', 'json-tree', 'file-xml']);

/**
 * Findings a table is not clean with, though nothing of them stands in the way of publication: rows that are no data, columns that are text only
 * because some values do not fit, names the file did not give.
 */
const NOT_CLEAN = new Set([
  'no-header',
  'section-row',
  'total-row',
  'empty-row',
  'empty-column',
  'repeated-header',
  'mixed-types',
  'mixed-headings',
  'impossible-date',
  'comma-unclear',
  'decimal-sign',
  'date-not-iso',
  'spaces-around',
  'look-alike-letters',
  'broken-text',
  'spreadsheet-error',
]);
/** One suggestion may bring another to light. */
const MOST_ROUNDS = 6;
/** A name longer than this is a sentence. */
const NAME_LENGTH = 250;

/** Buttons that blank out what does not fit its column: suggestions too, but something is lost by them. */
const LOSING = new Set(['mixed-types', 'spreadsheet-error', 'impossible-date']);

type Reached =
  | { readonly kind: 'clean' }
  | { readonly kind: 'left'; readonly why: string }
  | { readonly kind: 'no-table' };

const wordsOf = ({ code, columnName, count }: Finding): string =>
  `${code}${columnName === null ? '' : ` «${columnName.slice(0, 40)}»`}${count > 1 ? ` ×${count}` : ''}`;

function headerFault({ inspection, removedColumns }: CarriedOut): string | null {
  const kept = inspection.columns.filter(({ index }) => !removedColumns.includes(index));
  const nameless = kept.filter(({ title }) => /^Стовпець \d+$/.test(title)).length;
  if (nameless > 0) return `columns without a name ×${nameless}`;
  const long = kept.find(({ title }) => title.length > NAME_LENGTH);
  return long ? `a sentence for a name «${long.title.slice(0, 40)}…»` : null;
}

/** Why a table is not clean; null where it is. */
function faultOf(carried: CarriedOut): string | null {
  const { findings } = carried.inspection;
  const left = findings.filter(({ code, severity }) => severity === 'error' || NOT_CLEAN.has(code)).map(wordsOf);
  const header = headerFault(carried);
  const all = [...left, ...(header ? [header] : [])];
  return all.length === 0 ? null : all.join(', ');
}

/** Every suggestion there is, one click each: what «mend all» takes, then each change of shape that is offered for its own click. */
async function acceptAll(duckdb: DuckDb, path: string, workFolder: string, losing: boolean): Promise<Reached> {
  const outcome = await readTable(duckdb, { path, fileName: path, workFolder });
  if (outcome.kind === 'refused')
    return NO_TABLE.has(outcome.reason.code) ? { kind: 'no-table' } : { kind: 'left', why: outcome.reason.code };
  const inspection = await inspectTable(duckdb, outcome.table);
  let recipe: Recipe = [];
  for (let round = 0; ; round++) {
    const folder = join(workFolder, `round-${round}`);
    mkdirSync(folder);
    const carried = await carryOut(duckdb, outcome.table, { recipe, rest: true, inspection, folder });
    const { findings } = carried.inspection;
    const shapes = findings.flatMap(({ step }) => (step ? [step] : []));
    const marks = findings.filter(({ code }) => losing && LOSING.has(code) && askedRepairs(code).length === 1);
    const offered = [...shapes, ...marks.map(({ code, columnName }) => ({ code, columnTitle: columnName }))];
    const known = new Set(carried.recipe.map(stepKey));
    const fresh = offered.filter((step) => !known.has(stepKey(step)));
    if (fresh.length === 0 || round >= MOST_ROUNDS) {
      const why = faultOf(carried);
      return why === null ? { kind: 'clean' } : { kind: 'left', why };
    }
    recipe = [...carried.recipe, ...fresh];
  }
}

/** One reading of all files: with buttons that lose something, or without. */
async function countReached(duckdb: DuckDb, work: string, losing: boolean): Promise<Record<Reached['kind'], number>> {
  const paths = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && DATA.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  const reached = { clean: 0, left: 0, 'no-table': 0 };
  for (const path of paths) {
    const workFolder = join(work, 'file');
    rmSync(workFolder, { recursive: true, force: true });
    mkdirSync(workFolder);
    const one = await acceptAll(duckdb, path, workFolder, losing).catch(
      (error: unknown): Reached => ({ kind: 'left', why: `fault: ${String(error).split('\n')[0]}` }),
    );
    reached[one.kind] += 1;
    console.log(`${one.kind.padEnd(9)} ${relative(FOLDER, path)}${one.kind === 'left' ? `: ${one.why}` : ''}`);
  }
  return reached;
}

function shareRow(what: string, { clean, left, 'no-table': none }: Record<Reached['kind'], number>): BenchRow {
  const tables = clean + left;
  const share = clean / Math.max(1, tables);
  return {
    what,
    measured: `${(share * 100).toFixed(1)} %`,
    unit: `${clean} of ${tables} tables (${none} files hold none)`,
    hold: `≥ ${HOLD * 100} %`,
    held: tables === 0 ? null : share >= HOLD,
  };
}

/**
 * The share of real files that become clean typed tables by accepting suggestions only, file by file with the reason where not: all suggestions,
 * and for comparison only those that lose no value.
 */
export async function benchReal(report: Report): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'bench-real-'));
  const duckdb = openLocalDuckDb({ folder: work });
  try {
    const lossless = await countReached(duckdb, work, false);
    report({
      ...shareRow('real files → clean typed table, no value lost', lossless),
      hold: 'for comparison',
      held: null,
    });
    console.log('\n# with «mark unknown» accepted too');
    report(
      shareRow('real files → clean typed table by accepting suggestions only', await countReached(duckdb, work, true)),
    );
  } finally {
    await duckdb.close();
    rmSync(work, { recursive: true, force: true });
  }
}
