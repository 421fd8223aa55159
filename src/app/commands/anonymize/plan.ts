import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { faultOfProtection, type RecipeStep } from '../../../tabular/index.ts';

/** What is said of a column and must not leave: a step of protection, or `keep` with a reason. `found` is told by `--propose` and read by nobody. */
const ColumnPlan = z.strictObject({
  step: z.string().min(1).max(100),
  parameters: z.record(z.string(), z.unknown()).optional(),
  reason: z.string().max(2000).optional(),
  found: z.array(z.string()).optional(),
});

const Step = z.strictObject({
  code: z.string().min(1).max(100),
  columnTitle: z.string().max(10_000).nullable(),
  parameters: z.record(z.string(), z.unknown()).optional(),
});

const TablePlan = z.strictObject({
  /** Sheet or part of the file; absent or null: its only or likeliest table. */
  sheet: z.string().nullable().default(null),
  /** Mend what is mended without asking, as «mend all» of the site does; true where absent. */
  mend: z.boolean().default(true),
  /** Repairs and changes of shape besides, as the site keeps them. */
  recipe: z.array(Step).default([]),
  /** Title of a column → what is done to it. Columns that are not named stay as they are. */
  columns: z.record(z.string(), ColumnPlan),
  /** Small groups of rows or counts, after everything else: parameters of `protect-small-groups`. */
  groups: z.array(z.record(z.string(), z.unknown())).default([]),
});

const Plan = z.strictObject({ version: z.literal(1), tables: z.array(TablePlan).min(1) });

export type ColumnPlan = z.infer<typeof ColumnPlan>;
export type TablePlan = z.infer<typeof TablePlan>;
export type Plan = z.infer<typeof Plan>;

/** The word of a plan for a column that is left as it is. */
export const KEEP = 'keep';

/** The plan cannot be carried out as it is written; one line says where. */
export class PlanError extends Error {}

/** Steps of protection of one table. */
export function protectionOf({ columns, groups }: TablePlan): RecipeStep[] {
  return [
    ...Object.entries(columns).flatMap(([columnTitle, { step, parameters = {} }]) =>
      step === KEEP ? [] : [{ code: step, columnTitle, parameters }],
    ),
    ...groups.map((parameters) => ({ code: 'protect-small-groups', columnTitle: null, parameters })),
  ];
}

/**
 * Reads a plan and looks whether every step of it can be carried out.
 * @throws PlanError
 */
export async function readPlan(path: string): Promise<Plan> {
  const plan = Plan.safeParse(await readJson(path));
  if (!plan.success) {
    const [issue] = plan.error.issues;
    throw new PlanError(
      `План: ${issue?.path.join(' → ') ?? ''}: ${issue?.message ?? ''} / The plan cannot be read there.`,
    );
  }
  for (const step of plan.data.tables.flatMap(protectionOf)) {
    const fault = faultOfProtection(step);
    const where = step.columnTitle === null ? 'groups' : `«${step.columnTitle}»`;
    if (fault !== null) throw new PlanError(`План, ${where}: ${fault.replace(/\s+/g, ' ')}`);
  }
  return plan.data;
}

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new PlanError('План не знайдено або його не можна відкрити. / The plan cannot be found or opened.');
  });
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new PlanError('План — не JSON. / The plan is not JSON.');
  }
}
