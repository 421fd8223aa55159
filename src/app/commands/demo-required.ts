import type { Unit } from '../../capabilities/accounts/index.ts';
import {
  addLocalItem,
  assignItems,
  type DecisionForm,
  decide,
  loadRequiredForStaff,
  planItem,
  REVIEW_DAYS,
  sayAnswers,
  suggestAnswers,
  suggestDuties,
} from '../../capabilities/mandates/index.ts';
import { addDays, dayOf } from '../../kernel/dates.ts';
import type { Context } from '../../platform/context.ts';

/** What this invented community has not, and why; the reason as people read it. */
const NO_DATA: readonly (readonly [line: string, unit: string, kind: DecisionForm['kind'], reason: string])[] = [
  ['local-52', 'transport', 'not-applicable', 'Платного паркування в громаді немає, штрафів не накладали.'],
  ['local-56', 'transport', 'not-applicable', 'Комунальних зарядних станцій у громаді немає.'],
  ['local-27', 'architecture', 'not-held', 'Містобудівний кадастр веде обласна адміністрація.'],
  ['local-8', 'architecture', 'not-applicable', 'Пайову участь скасовано з 2021 року.'],
];

/** Suggested answers left for the visitor of the demo to confirm. */
const LEFT_TO_CONFIRM = 4;

const PROMISED = ['local-20', 'local-24'] as const;

/**
 * Required datasets of the invented community, by the deeds a coordinator does: duties by the names of units, answers by titles, why some are
 * not there, two promises, the local list.
 * @param units by their key in examples/demo.json
 * @returns how many items people can have, of how many that apply
 */
export async function fillRequired(
  ctx: Context,
  units: ReadonlyMap<string, Unit>,
): Promise<{ readonly present: number; readonly applicable: number }> {
  const view = await loadRequiredForStaff(ctx);
  const sure = (await suggestAnswers(ctx, view)).filter(({ offered }) => offered !== null);
  const said = sure
    .slice(0, -LEFT_TO_CONFIRM)
    .flatMap(({ dataset, offered }) =>
      offered ? [{ line: offered.item.line, datasetId: dataset.id, answers: true }] : [],
    );
  await sayAnswers(ctx, said);
  const answered = await loadRequiredForStaff(ctx);
  const duties = suggestDuties(answered.items, answered.units).flatMap(({ one, units: [first] }) =>
    first ? [{ line: one.item.line, unitId: first.unit.id }] : [],
  );
  await assignItems(ctx, duties);
  await sayWhy(ctx, units);
  await promise(ctx, duties);
  await addLocalItem(ctx, {
    title: 'Пункти незламності',
    name: 'Адреси пунктів незламності, місткість, зв’язок, живлення, доступність',
    frequency: 'once a month',
    theme: 'derzhava',
    aim: 'Облік місць, де люди можуть перебути відключення.',
  });
  await addLocalItem(ctx, {
    title: 'Планові відключення води',
    name: 'Вулиці, дні й години планових відключень води',
    frequency: 'immediately after making changes',
    theme: 'rehionalnyi-rozvytok',
    aim: 'Повідомлення мешканців про роботи на мережах.',
  });
  return (await loadRequiredForStaff(ctx)).counts;
}

async function sayWhy(ctx: Context, units: ReadonlyMap<string, Unit>): Promise<void> {
  const confirmedOn = dayOf(ctx.clock.now());
  for (const [line, key, kind, reason] of NO_DATA) {
    const unitId = units.get(key)?.id;
    if (!unitId) throw new Error(`examples/demo.json names no unit ${key}`);
    await assignItems(ctx, [{ line, unitId }]);
    await decide(
      ctx,
      { line, unitId },
      {
        ...{ kind, reason, confirmedOn, confirmedBy: 'начальниця управління Ганна Мальва', orderLine: '' },
        nextReview: addDays(confirmedOn, REVIEW_DAYS),
      },
    );
  }
}

async function promise(ctx: Context, duties: readonly { line: string; unitId: string }[]): Promise<void> {
  const dueOn = addDays(dayOf(ctx.clock.now()), 60);
  for (const line of PROMISED) {
    const duty = duties.find((one) => one.line === line);
    if (duty) await planItem(ctx, duty, dueOn);
  }
}
