import { needsDecision } from '../../../capabilities/privacy/index.ts';
import { plural } from '../../../language/plural.ts';
import {
  DETECTORS,
  type DetectorCode,
  describeProtection,
  describeStep,
  type PersonalSign,
  tellRisk,
} from '../../../tabular/index.ts';
import { KEEP, type TablePlan } from './plan.ts';
import type { TableDone } from './run-plan.ts';

/** «Номер телефону»: what a detector looks for, in people's words. */
export const signTitle = (code: DetectorCode): string => DETECTORS.find((one) => one.code === code)?.title.uk ?? code;

const rows = (n: number) => `${n} ${plural(n, 'рядок', 'рядки', 'рядків')}`;
const named = (sheet: string | null) => (sheet === null ? '' : `Аркуш «${sheet}»: `);

/** Personal data of the result that nobody said to keep. */
export function signsLeft({ carried }: TableDone, { columns }: TablePlan): PersonalSign[] {
  const kept = (title: string) => columns[title]?.step === KEEP;
  return (carried.inspection.signs ?? []).filter((sign) => needsDecision(sign) && !kept(sign.columnTitle));
}

const signLine = ({ columnTitle, code, count }: PersonalSign) =>
  `    «${columnTitle}»: ${signTitle(code).toLowerCase()} (${count})`;

function riskLines({ risk }: TableDone): string[] {
  if (risk === null) return [];
  const words = tellRisk(risk);
  const lines = [words.verdict, words.basis, ...words.causes].map(({ uk }) => `    ${uk}`);
  const help = words.proposals.map(({ uk }) => `    ${uk}`);
  return ['  Чи впізнають людину без імені', ...lines, ...section('Що допоможе', help)];
}

/** What was done to a table and what is still to be seen in it: titles and counts, no value. */
export function reportOf(done: TableDone, plan: TablePlan): string {
  const { carried, read } = done;
  const mended = carried.steps
    .filter(({ count }) => count > 0)
    .map(({ step, count }) => {
      const words = describeStep(step).uk;
      const title = step.columnTitle;
      return `    ${words}${title === null || words.includes(title) ? '' : `, стовпець «${title}»`}: ${count}`;
    });
  const protectedBy = (carried.protection?.steps ?? []).map((step) => {
    const where = step.columnTitle === null ? '' : `«${step.columnTitle}»: `;
    return `    ${where}${describeProtection(step).uk} (${step.count})`;
  });
  const kept = Object.entries(plan.columns).flatMap(([title, { step, reason }]) =>
    step === KEEP ? [`    «${title}»: залишено${reason ? `: ${reason}` : ''}`] : [],
  );
  const missed = (carried.protection?.missed ?? []).map(
    ({ columnTitle, code }) => `    «${columnTitle ?? ''}»: ${describeProtection({ code }).uk}`,
  );
  const left = signsLeft(done, plan);
  return [
    `${named(read.sheet)}${rows(read.rows)} → ${rows(carried.table.rows)}`,
    ...section('Виправлено', mended),
    ...section('Захищено', [...protectedBy, ...kept]),
    ...section('Стовпців плану у файлі немає', missed),
    ...(left.length > 0
      ? section('Ще видно', left.map(signLine))
      : ['  Повторна перевірка: персональних даних, яких не залишено планом, не знайдено.']),
    ...riskLines(done),
    '',
  ].join('\n');
}

const section = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : [`  ${title}`, ...lines]);

/** What was found and is proposed for one table. */
export function proposalReport(done: TableDone, { columns }: TablePlan): string {
  const lines = Object.entries(columns).flatMap(([title, { step, parameters, reason, found = [] }]) => {
    const words =
      step === KEEP ? `залишити${reason ? `: ${reason}` : ''}` : describeProtection({ code: step, parameters }).uk;
    return [`    «${title}»: ${found.join(', ')}`, `        ${words}`];
  });
  const none = ['  Персональних даних не знайдено.'];
  return [
    `${named(done.read.sheet)}${rows(done.read.rows)}`,
    ...(lines.length === 0 ? none : ['  Знайдено й пропонується', ...lines]),
    ...riskLines(done),
    '',
  ].join('\n');
}
