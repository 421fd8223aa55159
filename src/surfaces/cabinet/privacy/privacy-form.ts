import { type DecisionWish, INTERESTS, RESTRICTIONS, WAYS } from '../../../capabilities/privacy/index.ts';
import type { FormValues } from '../walk/form-values.ts';

function oneOf<T extends string>(values: readonly T[], text: string): T | null {
  return values.find((value) => value === text) ?? null;
}

/** A decision as its form was sent; a way there is not removes the column. */
export function wishOf(form: FormValues): DecisionWish {
  const interest = oneOf(INTERESTS, form.text('interest'));
  const [harm, balance] = [form.text('harm'), form.text('balance')];
  const title = form.text('actTitle');
  return {
    columnTitle: form.raw('column'),
    way: oneOf(WAYS, form.text('way')) ?? 'remove',
    groundCode: form.text('groundCode') || null,
    act: title === '' ? null : { title, number: form.text('actNumber'), date: form.text('actDate') },
    reason: form.text('reason'),
    restriction: oneOf(RESTRICTIONS, form.text('restriction')),
    threePart: interest !== null && harm !== '' && balance !== '' ? { interest, harm, balance } : null,
    reviewOn: form.text('reviewOn') || null,
  };
}
