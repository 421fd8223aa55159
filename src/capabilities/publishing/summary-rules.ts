import type { TableChanges } from '../tables/index.ts';
import type { ChangeSummary } from './version.ts';

/** The changes of all tables of a dataset as one summary. Rows count as changed only where every table can tell. */
export function summaryOf(differences: readonly TableChanges[]): ChangeSummary {
  const sum = (count: (one: TableChanges) => number) => differences.reduce((total, one) => total + count(one), 0);
  return {
    rowsAdded: sum((one) => one.rowsAdded),
    rowsRemoved: sum((one) => one.rowsRemoved),
    rowsChanged: differences.some((one) => one.rowsChanged === null) ? null : sum((one) => one.rowsChanged ?? 0),
    columnsAdded: differences.flatMap((one) => one.columnsAdded),
    columnsRemoved: differences.flatMap((one) => one.columnsRemoved),
  };
}
