import { offeredRepairs, type Reading, repairableCount } from '../../../capabilities/ingest/index.ts';
import type { Finding } from '../../../kernel/finding.ts';
import type { Text } from '../../../kernel/text.ts';
import { askedRepairs, type RecipeStep, shapeDeed, stepKey } from '../../../tabular/index.ts';

/** At most so many questions on a screen. */
export const QUESTIONS_SHOWN = 3;

/** Findings as the screen shows them. */
export interface RepairsView {
  /** The system mends them without asking; none after an answer. */
  readonly mendable: readonly Finding[];
  /** Places of `mendable`. */
  readonly mendableCount: number;
  /** Columns where values would be lost now, but not once `mendable` is mended: nothing to ask there. */
  readonly cleared: readonly string[];
  /** Need a person, worst first. */
  readonly questions: readonly Finding[];
  readonly advice: readonly Finding[];
  /** Places of all but advice. */
  readonly count: number;
  /** Places that were mended; null before an answer. */
  readonly done: number | null;
}

/** Cuts a reading's findings into what is mended, asked and advised. After an answer only what is left is shown. */
export function repairsView(reading: Reading): RepairsView {
  const answered = reading.recipeAccepted && reading.mended !== null;
  const findings = (answered ? reading.mended?.inspection : reading.inspection)?.findings ?? [];
  const inspection = answered ? reading.mended?.inspection : reading.inspection;
  const mendable = findings.filter(({ repairable }) => repairable);
  const asking = findings.filter(({ repairable, severity }) => !repairable && severity !== 'advice');
  const waiting = asking.filter((finding) => isCleared(finding, mendable));
  const questions = asking.filter((finding) => !waiting.includes(finding));
  const advice = findings.filter(({ repairable, severity }) => !repairable && severity === 'advice');
  const mendableCount = inspection ? repairableCount(inspection) : 0;
  const done = answered ? (reading.mended?.counts ?? []).reduce((sum, { count }) => sum + count, 0) : null;
  return {
    mendable,
    mendableCount,
    cleared: waiting.flatMap(({ columnName }) => columnName ?? []),
    questions,
    advice,
    count: mendableCount + questions.reduce((sum, { count }) => sum + count, 0),
    done,
  };
}

/**
 * Values that do not fit the type of their column, in a column whose pending repair changes at least as many: written as the type wants them
 * they fit. What does not fit even then is asked about after the repair.
 */
function isCleared({ code, column, count }: Finding, mendable: readonly Finding[]): boolean {
  if (code !== 'values-lost' || column === null) return false;
  return mendable.filter((one) => one.column === column).reduce((sum, one) => sum + one.count, 0) >= count;
}

/** The step that mends a finding: a change of shape, or the repair of its own code. */
export function stepOf({ code, columnName, step }: Finding): RecipeStep {
  return step ?? { code, columnTitle: columnName };
}

/** What a person may choose for a finding that is not mended without asking, with the words of the buttons. */
export function askedSteps(finding: Finding): { readonly step: RecipeStep; readonly label: Text }[] {
  const deed = finding.step ? shapeDeed(finding.step.code) : null;
  const shape = finding.step && deed ? [{ step: finding.step, label: deed }] : [];
  const cells = askedRepairs(finding.code).map(({ code, label }) => ({
    step: { code, columnTitle: finding.columnName },
    label,
  }));
  return [...shape, ...cells];
}

/** The repair a person asked for, beside what was accepted before. Nothing but what the checks offer for asking is taken. */
export function recipeWithAsked(reading: Reading, key: string): RecipeStep[] {
  const before = reading.recipeAccepted ? reading.recipe : [];
  const findings = (reading.recipeAccepted ? reading.mended?.inspection : reading.inspection)?.findings ?? [];
  const step = findings
    .flatMap((finding) => askedSteps(finding).map(({ step }) => step))
    .find((one) => stepKey(one) === key);
  return step ? [...before, step] : [...before];
}

/** The recipe of an answer: what was ticked of all on offer; repairs accepted before stay. `ticked`: keys of steps. */
export function recipeOf(reading: Reading, ticked: readonly string[]): RecipeStep[] {
  const before = reading.recipeAccepted ? reading.recipe : [];
  const inspection = (reading.recipeAccepted ? reading.mended?.inspection : null) ?? reading.inspection;
  const offered = inspection ? offeredRepairs(inspection) : [];
  const wanted = offered.filter((step) => ticked.includes(stepKey(step)));
  const known = new Set(before.map(stepKey));
  return [...before, ...wanted.filter((step) => !known.has(stepKey(step)))];
}
