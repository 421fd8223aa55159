import type { ColumnFacts } from '../checks/check.ts';
import type { DetectorCode, Whose } from './sign.ts';

/** Whose data a sign is of, by the column and what stands beside it. */
export function whoseOf(_code: DetectorCode, _column: ColumnFacts, _beside: readonly ColumnFacts[]): Whose {
  return 'unclear';
}
