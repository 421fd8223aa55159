import { writeFile } from 'node:fs/promises';
import { findGround, proposalOfColumn } from '../../../capabilities/privacy/index.ts';
import type { Inspection } from '../../../tabular/index.ts';
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
    tables.push({ sheet, done, plan: { sheet, mend: true, recipe: [], ...proposed(done.carried.inspection) } });
  }
  return { plan: { version: 1, tables: tables.map(({ plan }) => plan) }, tables };
}

/** What is proposed for each column with signs; what is of the whole table stands apart. */
function proposed({ signs = [], columns: beside }: Inspection): Pick<TablePlan, 'columns' | 'groups'> {
  const columns: Record<string, ColumnPlan> = {};
  const groups: TablePlan['groups'] = [];
  for (const title of new Set(signs.map(({ columnTitle }) => columnTitle))) {
    const mine = signs.filter(({ columnTitle }) => columnTitle === title);
    const found = mine.map((sign) => `${signTitle(sign.code)}: ${sign.count}`);
    const { step, groundCode } = proposalOfColumn(mine, beside);
    const reason = groundCode === null ? undefined : findGround(groundCode)?.title.uk;
    if (step === null) columns[title] = { step: KEEP, ...(reason === undefined ? {} : { reason }), found };
    else if (step.columnTitle === null) groups.push({ ...step.parameters });
    else columns[step.columnTitle] = { step: step.code, parameters: { ...step.parameters }, found };
  }
  return { columns, groups };
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
