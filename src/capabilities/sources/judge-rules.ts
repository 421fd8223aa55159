import type { Finding } from '../../kernel/finding.ts';
import type { Reading } from '../ingest/index.ts';
import type { Trouble } from './source.ts';
import { newFindings, trouble } from './troubles.ts';

/** What a person would have to look at. Advice never stops anything. */
function weighty(reading: Reading): readonly Finding[] {
  const inspection = reading.mended?.inspection ?? reading.inspection;
  return (inspection?.findings ?? []).filter(({ severity }) => severity !== 'advice');
}

const keyOf = ({ code, columnName }: Finding) => `${code}\n${columnName ?? ''}`;

/**
 * Why a file that came by itself must wait for a person; null when it may go on. A finding stops it unless the file before it was published with
 * one of the same kind in the same column: that one a person has seen. Errors always stop it.
 * @param before the file the resource was last published with
 * @param internal a dataset that is never published: its newest file is what its readers see
 */
export function whyWait(reading: Reading, before: Reading | null, internal = false): Trouble | null {
  if (reading.state === 'checked') return trouble('repairs-wanted');
  if (before === null && !internal) return trouble('first-file');
  const seen = new Set(before ? weighty(before).map(keyOf) : []);
  const isNew = (finding: Finding) => finding.severity === 'error' || !(internal || seen.has(keyOf(finding)));
  const fresh = weighty(reading).filter(isNew);
  return fresh.length > 0 ? newFindings(fresh.map(({ message }) => message)) : null;
}
