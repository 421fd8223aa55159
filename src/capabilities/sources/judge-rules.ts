import { type FileChange, isWeighty, tellChange } from '../../tabular/index.ts';
import { newFindings, type Reading } from '../ingest/index.ts';
import type { Trouble } from './source.ts';
import { newInFile, trouble } from './troubles.ts';

/**
 * Why a file that came by itself must wait for a person; null when it may go on. A finding stops it unless the file before it was published with
 * one of the same kind in the same column: that one a person has seen. Errors always stop it.
 * So does what is other in the file itself: a column renamed or gone, another type, an unlikely number of rows or total.
 * @param before the file the resource was last published with
 * @param changes what is other than in that file
 * @param internal a dataset that is never published: its newest file is what its readers see
 */
export function whyWait(
  reading: Reading,
  before: Reading | null,
  internal: boolean,
  changes: readonly FileChange[],
): Trouble | null {
  if (reading.state === 'checked') return trouble('repairs-wanted');
  if (before === null && !internal) return trouble('first-file');
  const findings = newFindings(reading, before).filter(({ severity }) => severity === 'error' || !internal);
  // columns that came or went are told by what the structure says of them
  const odd = changes.filter((change) => isWeighty(change) && change.what !== 'gone' && change.what !== 'new');
  const told = [...odd.map(tellChange), ...findings.map(({ message }) => message)];
  return told.length > 0 ? newInFile(told) : null;
}
