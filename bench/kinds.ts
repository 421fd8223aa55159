import { rm } from 'node:fs/promises';
import { LABELLED_COLUMNS } from '../src/tabular/kinds/testing/labelled-columns.ts';
import { measureColumns, scoreKinds } from '../src/tabular/kinds/testing/measure-kinds.ts';
import { testDuckDb } from '../src/tabular/testing/text-table-of.ts';
import type { Report } from './report.ts';

const LEAST = 0.95;

const percent = (share: number | null) => (share === null ? '—' : `${Math.round(share * 100)} %`);
const mean = (shares: readonly number[]) => shares.reduce((sum, share) => sum + share, 0) / shares.length;

/** Precision and recall of every kind on the invented labelled columns; what was taken for something else is printed by name. */
export async function benchKinds(report: Report): Promise<void> {
  const tools = await testDuckDb();
  try {
    const measured = await measureColumns(tools, LABELLED_COLUMNS);
    const scores = scoreKinds(measured);
    for (const { kind, labelled, precision, recall } of scores)
      console.log(
        `  ${kind.padEnd(18)} ${labelled} columns, precision ${percent(precision)}, recall ${percent(recall)}`,
      );
    for (const { kind, header, found } of measured)
      if (kind !== found.kind)
        console.log(`  ${header}: ${kind ?? 'just values'}, taken for ${found.kind ?? 'just values'}`);
    const recall = mean(scores.map((score) => score.recall));
    const precision = mean(scores.flatMap((score) => score.precision ?? []));
    report({
      what: `kinds of ${LABELLED_COLUMNS.length} labelled columns: precision, recall`,
      measured: `${percent(precision)}, ${percent(recall)}`,
      hold: `≥ ${percent(LEAST)}`,
      held: precision >= LEAST && recall >= LEAST,
    });
  } finally {
    await rm(tools.folder, { recursive: true, force: true });
  }
}
