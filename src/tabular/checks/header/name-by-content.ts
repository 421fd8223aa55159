import type { ColumnKind, ColumnProfile } from '../../column.ts';
import { kindOf } from '../../kinds/kind-of.ts';

/** Kinds whose words would say no more than «Стовпець 3». */
const SAYS_NOTHING: ReadonlySet<ColumnKind> = new Set<ColumnKind>(['text', 'code', 'identifier', 'name', 'category']);
/** Values this long are remarks, not categories. */
const REMARK = 40;

function countsRows({ type, blanks, distinct, examples }: ColumnProfile, rows: number): boolean {
  if (type !== 'integer' || blanks > 0 || distinct < rows) return false;
  const numbers = examples.map(Number);
  return numbers[0] !== undefined && numbers[0] <= 1 && numbers.every((one, at) => one === (numbers[0] ?? 0) + at);
}

/**
 * A name for a column that has none, by what it holds: «Номер» where rows are counted, the words of its kind, «Примітка» for remarks, «Значення» for
 * numbers. Null where nothing better than its place can be said.
 */
export function nameByContent(profile: ColumnProfile, rows: number): string | null {
  const { kind, type, blanks, examples } = profile;
  if (countsRows(profile, rows)) return 'Номер';
  if (kind !== null && !SAYS_NOTHING.has(kind)) return kindOf(kind).title.uk;
  if (type === 'integer' || type === 'decimal') return 'Значення';
  if (type === 'date' || type === 'datetime') return 'Дата';
  const length = examples.reduce((sum, value) => sum + value.length, 0) / Math.max(1, examples.length);
  return kind === 'text' || length > REMARK || blanks > rows / 2 ? 'Примітка' : null;
}
