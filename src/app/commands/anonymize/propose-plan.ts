import { writeFile } from 'node:fs/promises';
import { findGround, needsDecision, proposalOfColumn } from '../../../capabilities/privacy/index.ts';
import type { PersonalSign } from '../../../tabular/index.ts';
import { AnonymizeUsageError } from './anonymize-options.ts';
import { type ColumnPlan, KEEP, type Plan, type TablePlan } from './plan.ts';
import { signTitle } from './plan-report.ts';
import { type AnonymizeWork, doTable, readOne, sheetsOf, type TableDone } from './run-plan.ts';

/** A plan as the detectors propose it, with what they found. */
export interface ProposedPlan {
  readonly plan: Plan;
  readonly tables: readonly { readonly sheet: string | null; readonly done: TableDone; readonly plan: TablePlan }[];
}

/** Looks at every table of the file and proposes what to do with each column that has personal data. Writes nothing. */
export async function proposePlan(work: AnonymizeWork): Promise<ProposedPlan> {
  const first = await readOne(work, null);
  const tables: { sheet: string | null; done: TableDone; plan: TablePlan }[] = [];
  for (const [at, sheet] of sheetsOf(first).entries()) {
    const table = at === 0 ? first : await readOne(work, sheet);
    const done = await doTable(work, table, { mend: true, recipe: [], protection: { steps: [], key: null } });
    const columns = proposedColumns(done.carried.inspection.signs ?? []);
    tables.push({ sheet, done, plan: { sheet, mend: true, recipe: [], columns, groups: [] } });
  }
  return { plan: { version: 1, tables: tables.map(({ plan }) => plan) }, tables };
}

function proposedColumns(signs: readonly PersonalSign[]): Record<string, ColumnPlan> {
  const titles = [...new Set(signs.map(({ columnTitle }) => columnTitle))];
  return Object.fromEntries(
    titles.map((title) => {
      const mine = signs.filter(({ columnTitle }) => columnTitle === title);
      const asked = mine.filter(needsDecision);
      const found = mine.map((sign) => `${signTitle(sign.code)}: ${sign.count}`);
      const { step, groundCode } = proposalOfColumn(asked.length > 0 ? asked : mine);
      if (step !== null) return [title, { step: step.code, parameters: { ...step.parameters }, found }];
      const reason = groundCode === null ? undefined : findGround(groundCode)?.title.uk;
      return [title, { step: KEEP, ...(reason === undefined ? {} : { reason }), found }];
    }),
  );
}

/** Writes a plan where none lies: one that somebody has worked on must not be lost. Throws AnonymizeUsageError. */
export async function writePlan(plan: Plan, path: string): Promise<void> {
  try {
    await writeFile(path, `${JSON.stringify(plan, null, 2)}\n`, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new AnonymizeUsageError(
      'Такий файл плану вже є. Оберіть іншу назву. / There is such a plan already. Choose another name.',
    );
  }
}
