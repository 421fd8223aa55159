import { z } from 'zod';
import { RESTRICTIONS } from '../../../capabilities/catalog/index.ts';
import { DecisionWish, type Hiding, INTERESTS, type StatementWish, WAYS } from '../../../capabilities/privacy/index.ts';
import type { RequestError } from '../../../kernel/errors.ts';
import { inLanguage, type Language } from '../../../kernel/text.ts';
import type { FormValues } from '../walk/form-values.ts';

/** A form that was refused, with what was typed in it. */
export interface Refused {
  readonly error: RequestError;
  readonly form: FormValues;
}

/** What one of the forms of a page shows after it was refused: as typed, with what is missing beside the field. */
export interface SentForm {
  /** As typed; what usually stands there where this form was not the one. */
  value(name: string, usual?: string): string;
  /** What is missing; null where nothing is. */
  fault(name: string, language: Language): string | null;
  /** It was the one that was refused. */
  readonly refused: boolean;
}

/** @param isThis whether these values are of the form that is drawn */
export function sentForm(refused: Refused | null, isThis: (form: FormValues) => boolean): SentForm {
  const sent = refused && isThis(refused.form) ? refused : null;
  return {
    refused: sent !== null,
    value: (name, usual = '') => (sent?.form.has(name) ? sent.form.text(name) : usual),
    fault: (name, language) => {
      const text = sent?.error.fields.find(({ field }) => field === name)?.text;
      return text ? inLanguage(text, language) : null;
    },
  };
}

function oneOf<T extends string>(values: readonly T[], text: string): T | null {
  return values.find((value) => value === text) ?? null;
}

const Hidden = z.object({ way: z.enum(WAYS), step: DecisionWish.shape.step });

/** A way to hide a column as the value of a choice. */
export function hidingValue({ way, step }: Hiding): string {
  return JSON.stringify({ way, step });
}

/** What a choice of `hidingValue` says; removal where it says nothing. */
function hidingOf(text: string): Pick<DecisionWish, 'way' | 'step'> {
  try {
    return Hidden.parse(JSON.parse(text));
  } catch {
    return { way: 'remove', step: null };
  }
}

function actOf(form: FormValues): DecisionWish['act'] {
  const title = form.text('actTitle');
  return title === '' ? null : { title, number: form.text('actNumber'), date: form.text('actDate') };
}

/** What was said of a file as its form was sent. */
export function statementOf(form: FormValues): StatementWish {
  return {
    says: form.text('says') === 'kept' ? 'kept' : 'none',
    sha256: form.text('sha256'),
    groundCode: form.text('groundCode') || null,
    act: actOf(form),
    reason: form.text('reason'),
  };
}

/** A decision as its form was sent. */
export function wishOf(form: FormValues): DecisionWish {
  const interest = oneOf(INTERESTS, form.text('interest'));
  const [harm, balance] = [form.text('harm'), form.text('balance')];
  return {
    columnTitle: form.raw('column'),
    ...(form.text('way') === 'keep' ? { way: 'keep' as const } : hidingOf(form.raw('hiding'))),
    groundCode: form.text('groundCode') || null,
    act: actOf(form),
    reason: form.text('reason'),
    restriction: oneOf(RESTRICTIONS, form.text('restriction')),
    threePart: interest !== null && harm !== '' && balance !== '' ? { interest, harm, balance } : null,
    reviewOn: form.text('reviewOn') || null,
    withdrawnToo: form.has('withdrawnToo'),
  };
}
