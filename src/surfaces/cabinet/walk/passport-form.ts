import { FREQUENCIES, PASSPORT_LIMITS, Passport, passportFaults, THEMES } from '../../../capabilities/catalog/index.ts';
import { TIME_ZONE } from '../../../kernel/dates.ts';
import type { FieldFault } from '../../../kernel/errors.ts';
import type { FormValues } from './form-values.ts';

/** What a person writes in the passport, in the order of the screen. */
export const PASSPORT_FIELDS = [
  'title',
  'description',
  'purpose',
  'frequency',
  'keywords',
  'themes',
  'ground',
  'responsibleName',
  'responsibleEmail',
  'dataAsOf',
  'language',
] as const;
export type PassportField = (typeof PASSPORT_FIELDS)[number];

/** Elements the law asks for; themes are the national portal's. */
export const ASKED_BY_LAW: readonly PassportField[] = PASSPORT_FIELDS.filter((field) => field !== 'themes');

/** How many of the elements the law asks are there. */
export function filledCount(passport: Passport): { done: number; all: number } {
  const missing = new Set(passportFaults(passport).map(({ field }) => field));
  const done = ASKED_BY_LAW.filter((field) => !missing.has(field)).length;
  return { done, all: ASKED_BY_LAW.length };
}

/** The answers of a form over the passport that was; only the fields the form showed are read. */
export function passportOfForm(form: FormValues, before: Passport): { passport: Passport; faults: FieldFault[] } {
  const shown = new Set(form.all('shown'));
  const typed: Record<string, unknown> = { ...before };
  for (const field of PASSPORT_FIELDS) if (shown.has(field)) typed[field] = answerOf(field, form);
  const parsed = Passport.safeParse(typed);
  if (parsed.success) return { passport: parsed.data, faults: [] };
  const faults = parsed.error.issues.map(({ path }) => faultOf(String(path[0] ?? 'title')));
  // too long to be kept, but shown again as it was typed
  return { passport: { ...before, ...typed } as Passport, faults };
}

function answerOf(field: PassportField, form: FormValues): unknown {
  switch (field) {
    case 'frequency':
      return FREQUENCIES.find((one) => one === form.text('frequency')) ?? null;
    case 'keywords':
      return [
        ...new Set(
          form
            .text('keywords')
            .split(/[,;\n]/)
            .map((word) => word.trim())
            .filter(Boolean),
        ),
      ];
    case 'themes':
      return form.all('themes').filter((code) => code in THEMES);
    case 'ground':
      return groundOf(form);
    case 'dataAsOf':
      return instantOfLocal(form.text('dataAsOf'));
    default:
      return form.text(field);
  }
}

function groundOf(form: FormValues): Passport['ground'] {
  const kind = form.text('ground');
  const number = Number(form.text('groundNumber'));
  if (kind === 'local-list') return { kind, item: form.text('groundItem') || ' ' };
  if (kind === 'resolution-835' && Number.isInteger(number))
    return { kind, section: form.text('groundSection'), number };
  return { kind: 'own-initiative' };
}

function faultOf(field: string): FieldFault {
  const limit = PASSPORT_LIMITS[field as keyof typeof PASSPORT_LIMITS];
  if (limit)
    return {
      field,
      text: { uk: `Тут вміщується ${limit} знаків. Скоротіть.`, en: `${limit} characters fit here. Shorten it.` },
    };
  if (field === 'keywords')
    return {
      field,
      text: { uk: 'Не більше 30 слів, кожне до 100 знаків.', en: 'At most 30 words, each up to 100 characters.' },
    };
  if (field === 'themes')
    return { field, text: { uk: 'Оберіть не більше трьох тем.', en: 'Choose three themes at most.' } };
  if (field === 'dataAsOf')
    return {
      field,
      text: {
        uk: 'Це не дата. Напишіть день і час, наприклад 2026-11-20T18:00.',
        en: 'This is no date. Write a day and a time, for example 2026-11-20T18:00.',
      },
    };
  return { field, text: { uk: 'Перевірте це поле.', en: 'Check this field.' } };
}

const localFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE, dateStyle: 'short', timeStyle: 'short' });

/** An instant as `datetime-local` in Ukraine: `2026-11-20T18:00`; '' for null. */
export function localOfInstant(instant: string | null): string {
  return instant === null ? '' : localFormat.format(new Date(instant)).replace(' ', 'T');
}

/** The other way round; null for ''. What is no date is given back as it is, to be told. */
export function instantOfLocal(local: string): string | null {
  if (local === '') return null;
  const day = /^\d{4}-\d\d-\d\d$/.test(local) ? `${local}T00:00` : local;
  // Ukraine is two or three hours ahead: the offset that gives the same clock back is the right one
  const candidates = ['+02:00', '+03:00'].map((offset) => `${day}:00${offset}`);
  const right = candidates.find((one) => !Number.isNaN(Date.parse(one)) && localOfInstant(one) === day);
  return right ?? local;
}
