import type { Finding } from '../kernel/finding.ts';
import type { DuckDb, DuckSession } from '../platform/duckdb/duckdb.ts';
import type { CellFault, ColumnFacts, RelationOf, TableFacts, Told } from './checks/check.ts';
import { CELL_CHECKS, SCANNED, TABLE_CHECKS } from './checks/check-list.ts';
import { CHECK_CODES, type ChosenSeverities, severityOf } from './checks/check-policy.ts';
import { isEmptyColumn } from './checks/shape/empty-column.ts';
import { sureTotals } from './checks/shape/sure-totals.ts';
import { tellHeadings } from './checks/types/mixed-headings.ts';
import type { ColumnProfile } from './column.ts';
import { describeColumns, type SaidKind, saidKinds } from './describe-columns.ts';
import { findSigns } from './detectors/find-signs.ts';
import type { PersonalSign } from './detectors/sign.ts';
import type { CodifierOf, ExpectedValues } from './expected/expected-values.ts';
import type { MeantValues } from './expected/nearest-value.ts';
import { outsideValues } from './expected/outside-values.ts';
import type { Inspection } from './inspection.ts';
import { type ColumnRepairs, columnRepairs, mendedRelation } from './repairs/compose-repairs.ts';
import { type FoundFault, findPlaces } from './scan/find-places.ts';
import { mainAlphabets } from './scan/main-alphabet.ts';
import { sqlText } from './scan/predicate.ts';
import { type ColumnScan, scanColumns } from './scan/scan-columns.ts';
import type { Progress, TextTable } from './text-table.ts';
import { findIdentifier } from './types/find-identifier.ts';
import { tidyText } from './types/tidy-text.ts';
import { withWorkSession } from './work-session.ts';

export interface InspectOptions {
  readonly signal?: AbortSignal;
  readonly progress?: (progress: Progress) => void;
  /** Columns that were left out by repairs: nothing is found about them. */
  readonly without?: readonly number[];
  /** Titles of columns a structure asks for: they may be empty. */
  readonly meant?: readonly string[];
  /** What columns are known to hold: values outside are findings. */
  readonly expected?: readonly ExpectedValues[];
  /** Kinds that people chose for columns; they stand against what the file looks like. */
  readonly kinds?: readonly SaidKind[];
  /** What the community has made of some checks. */
  readonly severities?: ChosenSeverities;
  /** Codes of columns by their kind, where `expected` says nothing of them. */
  readonly codifier?: CodifierOf;
  /** Rows told of each sign of personal data; absent: the first twenty. */
  readonly signRows?: number;
  /** Told how long each part took, in milliseconds; for the bench. */
  readonly lap?: (part: string, milliseconds: number) => void;
}

/**
 * Looks at every cell of a text table, exactly: types, kinds and findings of all columns, worst first, with the first twenty places of each.
 * Aborts with the signal's reason.
 */
export async function inspectTable(
  duckdb: DuckDb,
  table: TextTable,
  options: InspectOptions = {},
): Promise<Inspection> {
  const work = { signal: options.signal, columns: table.headers.length, file: table.parquetPath };
  return withWorkSession(duckdb, work, (session) => inspect(session, table, options));
}

/**
 * Only the signs of personal data in a table of text: the same scan of every cell by the same detectors, without the checks. Aborts with the
 * signal's reason.
 */
export async function signsOfTable(
  duckdb: DuckDb,
  table: Pick<TextTable, 'parquetPath' | 'rows' | 'headers'>,
  signal?: AbortSignal,
): Promise<PersonalSign[]> {
  return withWorkSession(
    duckdb,
    { signal, columns: table.headers.length, file: table.parquetPath },
    async (session) => {
      const headers = table.headers.map(tidyText);
      const kinds = new Map();
      const asked = { session, path: table.parquetPath, rows: table.rows, headers, set: SCANNED, kinds, signal };
      const scans = await scanColumns(asked);
      return findSigns(
        session,
        table.parquetPath,
        describeColumns(table, { headers, scans, letters: new Map(), kinds }),
      );
    },
  );
}

async function inspect(session: DuckSession, table: TextTable, options: InspectOptions): Promise<Inspection> {
  const lap = laps(options);
  const headers = table.headers.map(tidyText);
  const total = table.headers.length;
  const kinds = saidKinds(headers, options.kinds ?? []);
  const scans = await scanColumns({
    session,
    path: table.parquetPath,
    rows: table.rows,
    headers,
    set: SCANNED,
    kinds,
    signal: options.signal,
    lap: (part) => lap(`scan: ${part}`),
    progress: (done) => options.progress?.({ stage: 'check', done, total }),
  });
  const letters = await mainAlphabets(session, table.parquetPath, withUndecidedLetters(scans));
  const all = describeColumns(table, { headers, scans, letters, kinds });
  const left = new Set(options.without ?? []);
  const columns = all.filter(({ profile }) => !left.has(profile.index));
  const identifier = await findIdentifier(session, table.parquetPath, columns);
  lap('identifier');
  const faults = columns.filter((column) => !isEmptyColumn(column)).flatMap(faultsOf);
  const repairs = safeRepairs(columns, faults);
  const mended: RelationOf = (some, rows) => mendedRelation(table.parquetPath, repairs, some, rows);
  const tableFindings = await checkTable(
    {
      session,
      table,
      path: sqlText(table.parquetPath),
      rows: table.rows,
      headers: table.headers,
      columns,
      identifier,
      meant: new Set(options.meant ?? []),
      mended,
      repaired: new Set(repairs.map(({ index }) => index)),
    },
    lap,
  );
  const outside = await outsideValues(session, mended, columns, options);
  lap('known values');
  const summed = await sureTotals({ session, path: table.parquetPath, width: total, mended, columns }, faults);
  const named = await tellHeadings(session, table.parquetPath, summed);
  const cellFindings = await findPlaces(session, table.parquetPath, named, options.signal);
  lap('places');
  const signs = await findSigns(session, table.parquetPath, columns, options.signRows);
  lap('personal data');
  options.progress?.({ stage: 'check', done: total, total });
  const told = [...tableFindings, ...outside.findings, ...cellFindings];
  return {
    rows: table.rows,
    columns: all.map(({ profile }) => withMeant(profile, outside.meant)),
    findings: inOrder(table.findings, told, options.severities),
    identifier,
    signs,
  };
}

/** Columns with words that either alphabet may have meant. */
function withUndecidedLetters(scans: readonly ColumnScan[]): number[] {
  return scans.filter(({ counts }) => (counts.get('look-alike-undecided') ?? 0) > 0).map(({ index }) => index);
}

function withMeant(profile: ColumnProfile, meant: ReadonlyMap<number, MeantValues>): ColumnProfile {
  const { spelled = {}, near = {} } = meant.get(profile.index) ?? {};
  return {
    ...profile,
    ...(Object.keys(spelled).length > 0 ? { spelled } : {}),
    ...(Object.keys(near).length > 0 ? { near } : {}),
  };
}

function laps({ lap }: InspectOptions): (part: string) => void {
  let at = performance.now();
  return (part) => {
    lap?.(part, performance.now() - at);
    at = performance.now();
  };
}

/** Checks of words and numbers say nothing of a geometry: its text is written by a program. */
const checksOf = ({ profile }: ColumnFacts) =>
  profile.kind === 'geometry' ? CELL_CHECKS.filter(({ kinds }) => kinds?.includes('geometry')) : CELL_CHECKS;

function faultsOf(column: ColumnFacts): FoundFault[] {
  return checksOf(column).flatMap((check) => {
    if (check.answers !== undefined) return [];
    const fault: CellFault | null = check.find(column);
    return fault === null ? [] : [{ check, fault, column }];
  });
}

/** What «mend all» would do to the cells: rows are compared as they will be after it. */
function safeRepairs(columns: readonly ColumnFacts[], faults: readonly FoundFault[]): ColumnRepairs[] {
  return columns.flatMap(({ profile }) => {
    const mine = faults.filter(({ column }) => column.profile.index === profile.index);
    const accepted = mine.filter(({ fault }) => fault.repairable).map(({ check }) => check);
    const found = new Set(mine.map(({ check }) => check.code));
    return accepted.length === 0 ? [] : [columnRepairs(profile.index, profile, found, accepted)];
  });
}

async function checkTable(table: TableFacts, lap: (part: string) => void): Promise<Told[]> {
  await table.session.run('CREATE OR REPLACE TEMP TABLE empty_rows (r BIGINT)');
  await table.session.run('CREATE OR REPLACE TEMP TABLE section_rows (r BIGINT)');
  const findings: Told[] = [];
  for (const check of TABLE_CHECKS) {
    findings.push(...(await check.find(table)));
    lap(check.code);
  }
  return findings;
}

/** What reading found and what checks told, weighed as the community chose, the worst first. */
function inOrder(read: readonly Finding[], told: readonly Told[], chosen?: ChosenSeverities): Finding[] {
  return [...read.map((one) => reweighed(one, chosen)), ...told.map((one) => weighed(one, chosen))].sort(worstFirst);
}

function weighed({ mild, ...finding }: Told, chosen?: ChosenSeverities): Finding {
  return { ...finding, severity: severityOf(finding.code, chosen, mild) };
}

/** A finding of reading weighs what the community chose, where its code may. */
function reweighed(finding: Finding, chosen: ChosenSeverities = {}): Finding {
  const code = CHECK_CODES.get(finding.code);
  return code === undefined || chosen[code] === undefined
    ? finding
    : { ...finding, severity: severityOf(code, chosen) };
}

const RANK = { error: 0, warning: 1, advice: 2 };

function worstFirst(a: Finding, b: Finding): number {
  return RANK[a.severity] - RANK[b.severity] || b.count - a.count || (a.column ?? -1) - (b.column ?? -1);
}
