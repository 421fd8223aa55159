import type { Finding } from '../../kernel/finding.ts';
import type { Reading } from './reading.ts';

const keyOf = ({ code, columnName }: Finding) => `${code}\n${columnName ?? ''}`;

/** What the checks still say of a file: after the repairs, where there were any. */
export function remainingFindings(reading: Reading): readonly Finding[] {
  return (reading.mended?.inspection ?? reading.inspection)?.findings ?? [];
}

/** The same without advice, which never stops anything. */
function weighty(reading: Reading): readonly Finding[] {
  return remainingFindings(reading).filter(({ severity }) => severity !== 'advice');
}

/**
 * What a person has not seen yet: findings that the file published before had not, of the same kind in the same column. Errors are always new.
 * @param before null: nothing of the kind was published, so all is new
 */
export function newFindings(reading: Reading, before: Reading | null): readonly Finding[] {
  const seen = new Set(before ? weighty(before).map(keyOf) : []);
  return weighty(reading).filter((finding) => finding.severity === 'error' || !seen.has(keyOf(finding)));
}
