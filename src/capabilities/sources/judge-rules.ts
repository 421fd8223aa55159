import { type FileChange, isWeighty, tellChange } from '../../tabular/index.ts';
import { newFindings, type Reading } from '../ingest/index.ts';
import type { Trouble } from './source.ts';
import { newInFile, otherColumns, trouble } from './troubles.ts';

/**
 * Why a file that came by itself must wait for a person; null when it may go on. A finding stops it unless the file before it was published with
 * one of the same kind in the same column: that one a person has seen. Errors always stop it.
 * So does what is other in the file itself: a column renamed or gone, another type, an unlikely number of rows or total.
 * Of several reasons the weightiest is told: other columns explain most of what else was found, and without settling them nothing can be published.
 * @param before the file the resource was last published with
 * @param other what is other than in that file, and which columns do not fit the structure (null: all fit)
 * @param internal a dataset that is never published: its newest file is what its readers see
 */
export function whyWait(
  reading: Reading,
  before: Reading | null,
  internal: boolean,
  other: {
    readonly changes: readonly FileChange[];
    readonly columns: { readonly added: readonly string[]; readonly missing: readonly string[] } | null;
  },
): Trouble | null {
  if (reading.state === 'checked') return trouble('repairs-wanted');
  if (before === null && !internal) return trouble('first-file');
  const odd = other.changes.filter(isWeighty);
  if (other.columns) return otherColumns(other.columns, odd.filter(({ what }) => what === 'renamed').map(tellChange));
  const findings = newFindings(reading, before).filter(({ severity }) => severity === 'error' || !internal);
  // columns that came or went and still fit the structure (it was settled before the file came) are no news
  const news = odd.filter(({ what }) => what !== 'gone' && what !== 'new');
  const told = [...news.map(tellChange), ...findings.map(({ message }) => message)];
  return told.length > 0 ? newInFile(told) : null;
}
