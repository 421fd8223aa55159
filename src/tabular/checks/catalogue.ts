import type { CheckEntry } from '../../kernel/check.ts';
import { shapeStep } from '../shaping/shape-list.ts';
import type { CellCheck, TableCheck } from './check.ts';
import { CELL_CHECKS, TABLE_CHECKS } from './check-list.ts';
import { policyOf } from './check-policy.ts';
import { FEED_CHECKS } from './file/feed-checks.ts';
import { READ_CHECKS } from './file/read-checks.ts';
import { REFUSAL_CHECKS } from './file/refusal-pages.ts';
import { WORKBOOK_CHECKS } from './file/workbook-checks.ts';
import { READ_GEOMETRY_CHECKS } from './geography/read-geometry-checks.ts';

type Described = Pick<CheckEntry, 'title' | 'why'> & Partial<Pick<CheckEntry, 'example'>>;

function entryOf(code: CellCheck['code'], described: Described, repair: CheckEntry['repair']): CheckEntry {
  const { title, why, example } = described;
  return { code, ...policyOf(code), title, why, ...(example ? { example } : {}), repair };
}

/** The buttons of a check of cells: its own, or those of its answers. */
function repairOfCells(check: CellCheck): CheckEntry['repair'] {
  const answers = CELL_CHECKS.flatMap((one) => (one.answers === check.code && one.asks ? [one.asks] : []));
  if (answers.length > 0) return answers;
  if (check.shapes !== undefined) return repairOfShape(check.shapes);
  if (check.repair === undefined) return null;
  return check.asks ? [check.asks] : 'safe';
}

/** A change of shape is offered by its button: whether it is taken without asking is seen in the table itself. */
function repairOfShape(code: string): CheckEntry['repair'] {
  const step = shapeStep(code);
  return step ? [step.deed] : null;
}

function repairOfTable({ mends, asks, shapes }: TableCheck): CheckEntry['repair'] {
  if (shapes !== undefined) return repairOfShape(shapes);
  if (mends) return 'safe';
  return asks ? [asks] : null;
}

/** All that can be found of a table, by reading and by checks, each as it is told in the guide. */
export const CHECK_CATALOGUE: readonly CheckEntry[] = [
  ...[...READ_CHECKS, ...READ_GEOMETRY_CHECKS, ...FEED_CHECKS, ...WORKBOOK_CHECKS].map((one) =>
    entryOf(one.code, one, null),
  ),
  ...TABLE_CHECKS.map((one) => entryOf(one.code, one, repairOfTable(one))),
  ...CELL_CHECKS.flatMap((one) => (one.answers === undefined ? [entryOf(one.code, one, repairOfCells(one))] : [])),
];

/** The check of a finding with the address of its page on the site; null for findings that no check makes. */
export function checkEntry(code: string): (CheckEntry & { readonly guide: string }) | null {
  const entry = [...CHECK_CATALOGUE, ...REFUSAL_CHECKS].find((one) => one.code === code);
  return entry ? { ...entry, guide: `/guide/checks/${code}` } : null;
}
