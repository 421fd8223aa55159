import type { Finding } from '../../kernel/finding.ts';
import type { Reading } from './reading.ts';

/** What the checks still say of a file: after the repairs, where there were any. */
export function remainingFindings(reading: Reading): readonly Finding[] {
  return (reading.mended?.inspection ?? reading.inspection)?.findings ?? [];
}
