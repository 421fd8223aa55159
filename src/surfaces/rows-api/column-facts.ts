import {
  distinctValues,
  EVERY_ROW,
  type ManifestColumn,
  OPERATORS,
  type OpenTable,
  type Operator,
  queryOpenTable,
  type Row,
} from '../../capabilities/tables/index.ts';
import type { Context } from '../../platform/context.ts';

/** What a description tells of a column beside its name and type. */
export interface ColumnFacts {
  readonly column: ManifestColumn;
  readonly operators: readonly Operator[];
  /** A value of the table; null where the first rows have none. */
  readonly example: Row[string];
  /** All values, where they are few and cheap to find; null otherwise. */
  readonly values: readonly string[] | null;
}

/** Rows among which an example is looked for. */
const SAMPLE = 20;
/** Different values that are still listed. */
const FEW = 20;
/** All values are looked for only in tables up to so many rows and columns of text: a description must come at once. */
const CHEAP = { rows: 200_000, columns: 40 };
/** A longer value is no choice from a list. */
const LONGEST = 60;

/** The operators that mean something for a column. */
export function operatorsOf({ type, geometry }: Pick<ManifestColumn, 'type' | 'geometry'>): Operator[] {
  const dates = type === 'date' || type === 'datetime';
  return OPERATORS.filter((operator) => {
    if (operator === 'bbox') return geometry === 'shape';
    if (operator === 'year' || operator === 'month') return dates;
    if (type === 'boolean') return ['exact', 'ne', 'isnull'].includes(operator);
    if (type === 'integer' || type === 'decimal') return operator !== 'contains' && operator !== 'startswith';
    return true;
  });
}

/** The open columns with what can be told of them. */
export async function columnFacts(ctx: Context, table: OpenTable): Promise<ColumnFacts[]> {
  const sample = await queryOpenTable(ctx, table, { ...EVERY_ROW, size: SAMPLE });
  const texts = table.columns.filter(({ type }) => type === 'text');
  const cheap = table.manifest.rows <= CHEAP.rows && texts.length <= CHEAP.columns;
  const facts: ColumnFacts[] = [];
  for (const column of table.columns) {
    const example = sample.rows.map((row) => row[column.name] ?? null).find((value) => value !== null) ?? null;
    const values = cheap && column.type === 'text' ? await fewValues(ctx, table, column) : null;
    facts.push({ column, operators: operatorsOf(column), example, values });
  }
  return facts;
}

async function fewValues(ctx: Context, table: OpenTable, column: ManifestColumn): Promise<string[] | null> {
  const found = await distinctValues(ctx, table, EVERY_ROW, column.name, { limit: FEW + 1 });
  const values = found.map(({ value }) => String(value));
  // As many values as rows is no list to choose from, it is the table.
  const repeated = found.some(({ count }) => count > 1);
  const fits = values.length > 0 && values.length <= FEW && values.every((value) => value.length <= LONGEST);
  return fits && repeated ? values.toSorted((a, b) => a.localeCompare(b, 'uk', { numeric: true })) : null;
}
