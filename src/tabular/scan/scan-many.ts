import type { CountsByColumn } from './counts.ts';
import { type AskedColumn, asksColumn } from './guards.ts';
import { countOpen, openByShape } from './open-predicates.ts';
import type { ScanInput } from './scan-columns.ts';

/** Different values of a column are many when asking its shapes first costs less than asking each of them. It changes the time only. */
export const MANY_VALUES = 5_000;
/** More shapes than this are asked like all other values. */
const MOST_SHAPES = 300;

/** Shapes of columns whose values were collected in `many`. */
async function shapesOf({ session }: ScanInput): Promise<Map<number, string[]>> {
  const rows = await session.rows(
    `SELECT col, v FROM (SELECT col, v, count(*) OVER (PARTITION BY col) AS n FROM shaped WHERE col IN (SELECT DISTINCT col FROM many)) WHERE n <= ${MOST_SHAPES}`,
  );
  const shapes = new Map<number, string[]>();
  for (const { col, v } of rows) shapes.set(Number(col), [...(shapes.get(Number(col)) ?? []), String(v)]);
  return shapes;
}

/**
 * Columns of many different values and few shapes, as numbers and codes are: their shapes have answered what is blind to digits, and say which of the
 * other predicates are asked of the values at all. The values of other columns go on to `seen`.
 * @returns the counts of these predicates
 */
export async function scanMany(
  input: ScanInput,
  columns: readonly (AskedColumn & { readonly index: number })[],
): Promise<CountsByColumn> {
  const { session } = input;
  const counts: CountsByColumn = new Map();
  const shapes = await shapesOf(input);
  const left = [...shapes.keys()].join(', ');
  await session.run(`INSERT INTO seen SELECT col, v, n FROM many ${left === '' ? '' : `WHERE col NOT IN (${left})`}`);
  const open = await openByShape(input, [...new Set([...shapes.values()].flat())]);
  for (const [index, mine] of shapes) {
    input.signal?.throwIfAborted();
    const column = columns.find((one) => one.index === index);
    const found = mine.map((shape) => open.get(shape));
    const untidy = found.some((one) => one === undefined || one.untidy);
    const asked = [...new Set(found.flatMap((one) => one?.open ?? []))].filter(
      (one) => column !== undefined && asksColumn(one, column),
    );
    counts.set(index, await countOpen(input, { table: 'many', column: index, untidy }, asked));
  }
  return counts;
}
