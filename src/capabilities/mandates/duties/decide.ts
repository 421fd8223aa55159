import { z } from 'zod';
import { addDays, dayOf } from '../../../kernel/dates.ts';
import type { FieldFault } from '../../../kernel/errors.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { permit } from '../../accounts/index.ts';
import { invalidForm, noMandate } from '../refusals.ts';
import type { Duty } from './assign-units.ts';
import type { MandateDeed } from './deed.ts';
import { doDeed } from './do-deed.ts';
import { DECISION_KINDS, type Decision } from './mandate.ts';
import { lockMandate } from './mandate-store.ts';

/** Longest a decision may stand without being looked at again, days. */
const LONGEST_DAYS = 3 * 366;

/** Days a review is suggested in: once a year. */
export const REVIEW_DAYS = 365;

/** The form «не володіємо / не застосовується». */
const DecisionForm = z.object({
  kind: z.enum(DECISION_KINDS),
  reason: z.string().trim().min(3).max(1000),
  confirmedBy: z.string().trim().min(3).max(300),
  confirmedOn: z.iso.date(),
  nextReview: z.iso.date(),
  orderLine: z.string().trim().max(500),
});
export type DecisionForm = z.input<typeof DecisionForm>;

const FAULTS: Readonly<Record<string, FieldFault['text']>> = {
  kind: {
    uk: 'Виберіть: «не володіємо» чи «не застосовується».',
    en: 'Choose “we do not hold it” or “does not apply”.',
  },
  reason: { uk: 'Напишіть причину одним реченням.', en: 'Write the reason in one sentence.' },
  confirmedBy: {
    uk: 'Напишіть посаду та прізвище того, хто це підтвердив.',
    en: 'Write the post and name of who confirmed it.',
  },
  confirmedOn: {
    uk: 'Вкажіть день підтвердження, не пізніший за сьогодні.',
    en: 'Give the day of the confirmation, not later than today.',
  },
  nextReview: {
    uk: 'Вкажіть день наступного перегляду: від завтра й не далі ніж за три роки.',
    en: 'Give the day of the next review: from tomorrow, at most three years ahead.',
  },
  orderLine: { uk: 'Реквізити документа: до 500 знаків.', en: 'The document’s details: up to 500 characters.' },
};

function faultsOf(fields: readonly string[]): FieldFault[] {
  return [...new Set(fields)].map((field) => ({ field, text: FAULTS[field] ?? { uk: field, en: field } }));
}

function parse(ctx: Context, form: DecisionForm): Decision {
  const parsed = DecisionForm.safeParse(form);
  if (!parsed.success) throw invalidForm(faultsOf(parsed.error.issues.map(({ path }) => String(path[0]))));
  const today = dayOf(ctx.clock.now());
  const { confirmedOn, nextReview } = parsed.data;
  const wrong = [
    ...(confirmedOn > today ? ['confirmedOn'] : []),
    ...(nextReview <= today || nextReview > addDays(today, LONGEST_DAYS) ? ['nextReview'] : []),
  ];
  if (wrong.length > 0) throw invalidForm(faultsOf(wrong));
  return parsed.data;
}

/**
 * A unit that must publish an item says why there is nothing to publish. Needs `mandate.answer` there. Throws `invalid` (fields),
 * `conflict` (the item is not assigned to the unit), `forbidden`.
 */
export function decide(ctx: Context, duty: Duty, form: DecisionForm): Promise<MandateDeed | null> {
  return transaction(ctx, async (tx) => {
    await permit(tx, 'mandate.answer', duty.unitId);
    const decision = parse(tx, form);
    const before = await lockMandate(tx.db, duty.line, duty.unitId);
    if (!before) throw noMandate();
    return doDeed(tx, 'decided', [{ what: 'mandate', before, after: { ...before, decision } }], duty.line);
  });
}

/** The decision holds no more: the item is asked again. Needs `mandate.answer` there. Throws `conflict` (not assigned), `forbidden`. */
export function dropDecision(ctx: Context, duty: Duty): Promise<MandateDeed | null> {
  return transaction(ctx, async (tx) => {
    await permit(tx, 'mandate.answer', duty.unitId);
    const before = await lockMandate(tx.db, duty.line, duty.unitId);
    if (!before) throw noMandate();
    return doDeed(tx, 'decided', [{ what: 'mandate', before, after: { ...before, decision: null } }], duty.line);
  });
}
