import type { FindingPlace, OfferedStep } from '../../kernel/finding.ts';
import type { Text } from '../../kernel/text.ts';
import type { ColumnProfile } from '../column.ts';
import type { Told } from './check.ts';
import type { CheckCode } from './check-policy.ts';

interface More {
  readonly count?: number;
  readonly places?: readonly FindingPlace[];
  readonly mild?: boolean;
  /** The shape step that mends it; taken without asking where `repairable`. */
  readonly step?: OfferedStep;
  readonly repairable?: boolean;
}

/** A finding about rows or the whole table. */
export function ofTable(
  code: CheckCode,
  message: Text,
  { count = 1, places = [], repairable = false, ...more }: More = {},
): Told {
  return { code, column: null, columnName: null, count, places, message, repairable, ...more };
}

/** A finding about one column. */
export function ofColumn(
  code: CheckCode,
  { index, title }: Pick<ColumnProfile, 'index' | 'title'>,
  message: Text,
  { count = 1, places = [], repairable = false, ...more }: More = {},
): Told {
  return { code, column: index, columnName: title, count, places, message, repairable, ...more };
}
