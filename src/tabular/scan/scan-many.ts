import type { CountsByColumn } from './counts.ts';
import { type AskedColumn, asksColumn } from './guards.ts';
import { countOpen, type OpenShape } from './open-predicates.ts';
import type { ScanInput } from './scan-columns.ts';
import { asText, textOf } from './whole-text.ts';

/** Different values of a column are many when asking its shapes first costs less than asking each of them. It changes the time only. */
export const MANY_VALUES = 5_000;
/** More shapes than this are asked like all other values. */
const MOST_SHAPES = 300;

/** Shapes of columns whose values were collected in `many`, where they are few. */
export async function shapesOfMany({ session }: ScanInput): Promise<Map<number, string[]>> {
  const rows = await session.rows(
    `SELECT col, ${asText('v')} FROM (SELECT col, v, count(*) OVER (PARTITION BY col) AS n FROM shaped WHERE col IN (SELECT DISTINCT col FROM many)) WHERE n <= ${MOST_SHAPES}`,
  );
  const shapes = new Map<number, string[]>();
  for (const { col, v } of rows) {
    const mine = shapes.get(Number(col)) ?? [];
    shapes.set(Number(col), mine);
    mine.push(textOf(v) ?? '');
  }
  return shapes;
}

/**
 * Columns of many different values and few shapes, as numbers and codes are: their shapes have answered what is blind to digits, and say
 * which of the other predicates are asked of the values at all. The values of other columns go on to `seen`.
 * @param left what each shape leaves open
 * @returns the counts of these predicates
 */
export async function scanMany(
  input: ScanInput,
  columns: readonly AskedColumn[],
  {
    shapes,
    left,
  }: { readonly shapes: ReadonlyMap<number, readonly string[]>; readonly left: ReadonlyMap<string, OpenShape> },
): Promise<CountsByColumn> {
  const { session } = input;
  const counts: CountsByColumn = new Map();
  const done = [...shapes.keys()].join(', ');
  await session.run(`INSERT INTO seen SELECT col, v, n FROM many ${done === '' ? '' : `WHERE col NOT IN (${done})`}`);
  for (const [index, mine] of shapes) {
    input.signal?.throwIfAborted();
    const column = columns[index];
    if (column === undefined) continue;
    const found = mine.map((shape) => left.get(shape));
    const untidy = found.some((one) => one === undefined || one.untidy);
    const open = new Set(found.flatMap((one) => one?.open ?? []));
    const asked = [...open].filter((one) => asksColumn(one, column));
    counts.set(index, await countOpen(input, { table: 'many', column: index, untidy }, asked));
  }
  return counts;
}
