import { euThemesOf, PASSPORT_LIMITS, Passport } from '../../../capabilities/catalog/index.ts';
import type { FieldFault } from '../../../kernel/errors.ts';
import type { FormValues } from './form-values.ts';
import { answerOf } from './passport-answers.ts';
import { PASSPORT_FIELDS, type PassportField } from './passport-fields.ts';

/** The answers of a form over the passport that was; only the fields the form showed are read. */
export function passportOfForm(form: FormValues, before: Passport): { passport: Passport; faults: FieldFault[] } {
  const typed: Record<string, unknown> = { ...before };
  for (const field of shownFields(form)) typed[field] = answerOf(field, form);
  // the form shows the themes that follow from the national ones; left as they were, they go on following
  if (before.euThemes === undefined && String(typed.euThemes) === String(euThemesOf(before))) delete typed.euThemes;
  const parsed = Passport.safeParse(typed);
  if (parsed.success) return { passport: parsed.data, faults: [] };
  const fields = [...new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? 'title')))];
  // too long to be kept, but shown again as it was typed
  return { passport: { ...before, ...typed } as Passport, faults: fields.map(faultOf) };
}

/** The fields a form had on it. */
export function shownFields(form: FormValues): PassportField[] {
  const shown = new Set(form.all('shown'));
  return PASSPORT_FIELDS.filter((field) => shown.has(field));
}

const FAULTS: Readonly<Partial<Record<PassportField, FieldFault['text']>>> = {
  keywords: { uk: 'Не більше 30 слів, кожне до 100 знаків.', en: 'At most 30 words, each up to 100 characters.' },
  themes: { uk: 'Оберіть не більше трьох тем.', en: 'Choose three themes at most.' },
  euThemes: { uk: 'Оберіть не більше трьох тем.', en: 'Choose three themes at most.' },
  dataAsOf: {
    uk: 'Це не дата. Напишіть день і час, наприклад 2026-11-20T18:00.',
    en: 'This is no date. Write a day and a time, for example 2026-11-20T18:00.',
  },
  temporal: {
    uk: 'Це не дні. Напишіть їх як 2026-11-20 або лишіть порожніми.',
    en: 'These are no days. Write them like 2026-11-20 or leave them empty.',
  },
  withheld: {
    uk: 'Назвіть, що саме не оприлюднюється, до 500 знаків.',
    en: 'Say what is not published, in up to 500 characters.',
  },
  documents: {
    uk: 'У кожного документа мають бути назва й адреса, до 254 і 500 знаків.',
    en: 'Every document needs a name and an address, of up to 254 and 500 characters.',
  },
  contacts: {
    uk: 'У кожного контакту має бути прізвище та ім’я, до 200 знаків.',
    en: 'Every contact needs a name of up to 200 characters.',
  },
  spatial: {
    uk: 'Не більше 30 місць, кожне до 200 знаків.',
    en: 'At most 30 places, each up to 200 characters.',
  },
  related: { uk: 'Не більше 20 наборів.', en: 'At most 20 datasets.' },
};

function faultOf(field: string): FieldFault {
  const limit = PASSPORT_LIMITS[field as keyof typeof PASSPORT_LIMITS];
  if (limit)
    return {
      field,
      text: { uk: `Тут вміщується ${limit} знаків. Скоротіть.`, en: `${limit} characters fit here. Shorten it.` },
    };
  const text = FAULTS[field as PassportField];
  return { field, text: text ?? { uk: 'Задовге. Скоротіть.', en: 'Too long. Shorten it.' } };
}
