import type { DuckDb } from '../../platform/duckdb/duckdb.ts';
import { type ColumnKind, type ColumnType, NOT_ADDED } from '../column.ts';
import type { Inspection } from '../inspection.ts';
import { inGroups } from '../scan/plan.ts';
import { sqlText } from '../scan/predicate.ts';
import type { TextTable } from '../text-table.ts';
import { withWorkSession } from '../work-session.ts';

/** What is remembered of one column, so that the next file can be compared with it when this one is gone. */
export interface ColumnFact {
  readonly title: string;
  readonly type: ColumnType;
  readonly kind: ColumnKind | null;
  readonly blanks: number;
  readonly distinct: number;
  /** Of all values; null where the column is not of numbers that are added up. */
  readonly sum: number | null;
  /** The smallest hashes of its values, up to 128: two columns with the same values share them. No value can be told from them. */
  readonly hashes: readonly number[];
}

/** A table in short: its columns in their order, left out ones not counted. */
export interface FileFacts {
  readonly rows: number;
  readonly columns: readonly ColumnFact[];
}

const KEPT_HASHES = 128;
/** Of a column with fewer different values all are hashed; of others the smallest hashes of all cells serve as well. */
const FEW_VALUES = 2_000;
const MOST_HASHED = 200;
const COLUMNS_A_STATEMENT = 50;

/** The facts of a table that need no look at its rows: neither sums nor hashes. */
export function factsOfInspection(inspection: Inspection, without: readonly number[] = []): FileFacts {
  const kept = inspection.columns.filter(({ index }) => !without.includes(index));
  return {
    rows: inspection.rows,
    columns: kept.map(({ title, type, kind, blanks, distinct }) => ({
      ...{ title, type, kind, blanks, distinct },
      sum: null,
      hashes: [],
    })),
  };
}

/** The facts of a mended table, with sums and hashes of its columns. Aborts with the signal's reason. */
export async function gatherFacts(
  duckdb: DuckDb,
  table: TextTable,
  inspection: Inspection,
  options: { readonly without?: readonly number[]; readonly signal?: AbortSignal } = {},
): Promise<FileFacts> {
  const { without = [], signal } = options;
  const bare = factsOfInspection(inspection, without);
  const kept = inspection.columns.filter(({ index }) => !without.includes(index));
  const told = new Map<number, Pick<ColumnFact, 'sum' | 'hashes'>>();
  await withWorkSession(duckdb, { signal, columns: table.headers.length, file: table.parquetPath }, async (session) => {
    for (const group of inGroups(kept.slice(0, MOST_HASHED), COLUMNS_A_STATEMENT)) {
      const asked = group.flatMap(({ index, distinct }) => [
        `sum(try_cast(c${index} AS DOUBLE)) AS s${index}`,
        `array_to_string(${hashesSql(`c${index}`, distinct)}, ' ') AS h${index}`,
      ]);
      const [row = {}] = await session.rows(
        `SELECT ${asked.join(', ')} FROM read_parquet(${sqlText(table.parquetPath)})`,
      );
      for (const { index, type, kind } of group) {
        const [sum, hashes] = [row[`s${index}`], String(row[`h${index}`] ?? '')];
        const isAdded = (type === 'integer' || type === 'decimal') && !NOT_ADDED.has(kind);
        told.set(index, {
          sum: isAdded && typeof sum === 'number' && Number.isFinite(sum) ? sum : null,
          hashes: hashes === '' ? [] : hashes.split(' ').map(Number),
        });
      }
    }
  });
  return {
    rows: table.rows,
    columns: bare.columns.map((column, at) => ({ ...column, ...told.get(kept[at]?.index ?? -1) })),
  };
}

function hashesSql(cell: string, distinct: number): string {
  const hash = `(hash(${cell}) % 4294967296)::BIGINT`;
  if (distinct <= FEW_VALUES) {
    const all = `list(DISTINCT CASE WHEN ${cell} IS NOT NULL THEN ${hash} END)`;
    return `list_sort(list_filter(${all}, lambda h: h IS NOT NULL))[:${KEPT_HASHES}]`;
  }
  return `list_sort(list_distinct(min(CASE WHEN ${cell} IS NOT NULL THEN ${hash} END, ${KEPT_HASHES * 2})))[:${KEPT_HASHES}]`;
}
