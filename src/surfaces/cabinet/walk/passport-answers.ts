import {
  COMPRESSIONS,
  EU_THEME_CODES,
  FREQUENCIES,
  type Passport,
  RESTRICTIONS,
  THEMES,
} from '../../../capabilities/catalog/index.ts';
import { TIME_ZONE } from '../../../kernel/dates.ts';
import { isId } from '../../../kernel/ids.ts';
import type { FormValues } from './form-values.ts';
import type { PassportField } from './passport-fields.ts';

/** The rows a repeated question may have on a form. */
const MOST_ROWS = 21;

/** The answer to one question of the form, not yet checked. Optional elements that say nothing are empty. */
export function answerOf(field: PassportField, form: FormValues): unknown {
  switch (field) {
    case 'frequency':
      return FREQUENCIES.find((one) => one === form.text('frequency')) ?? null;
    case 'keywords':
      return linesOf(form.text('keywords'), /[,;\n]/);
    case 'themes':
      return form.all('themes').filter((code) => code in THEMES);
    case 'euThemes':
      return EU_THEME_CODES.filter((code) => form.all('euThemes').includes(code));
    case 'ground':
      return groundOf(form);
    case 'dataAsOf':
      return instantOfLocal(form.text('dataAsOf'));
    case 'spatial':
      return linesOf(form.text('spatial'), /\n|;/);
    case 'temporal':
      return { from: form.text('temporal.from') || null, to: form.text('temporal.to') || null };
    case 'compression':
      return COMPRESSIONS.find((one) => one === form.text('compression'));
    case 'related':
      return [...new Set(form.all('related').filter(isId))];
    case 'withheld':
      return rowsOf(form, 'withheld', ['what', 'kind'])
        .filter(({ what }) => what !== '')
        .map(({ what, kind }) => ({ what, kind: RESTRICTIONS.find((one) => one === kind) ?? 'confidential' }));
    case 'documents':
      return rowsOf(form, 'documents', ['title', 'url']).filter(({ title, url }) => title !== '' || url !== '');
    case 'contacts':
      return rowsOf(form, 'contacts', ['name', 'post', 'email', 'phone']).filter((one) =>
        Object.values(one).some(Boolean),
      );
    default:
      return form.text(field);
  }
}

function linesOf(text: string, between: RegExp): string[] {
  const lines = text.split(between).map((line) => line.trim());
  return [...new Set(lines.filter(Boolean))];
}

/** Answers to a repeated question: inputs named `<field>.<0-based row>.<part>`. */
function rowsOf<Part extends string>(
  form: FormValues,
  field: string,
  parts: readonly Part[],
): Readonly<Record<Part, string>>[] {
  const rows = Array.from({ length: MOST_ROWS }, (_, row) =>
    Object.fromEntries(parts.map((part) => [part, form.text(`${field}.${row}.${part}`)])),
  );
  return rows as Record<Part, string>[];
}

function groundOf(form: FormValues): Passport['ground'] {
  const kind = form.text('ground');
  const number = Number(form.text('groundNumber'));
  // an item of the list keeps its number as long as its words stay
  const same = form.text('groundItem') !== '' && form.text('groundItem') === form.text('groundItemWas');
  const listed = same && form.text('groundItemNumber') !== '' ? { number: Number(form.text('groundItemNumber')) } : {};
  if (kind === 'local-list') return { kind, item: form.text('groundItem') || ' ', ...listed };
  const edition = form.text('groundEdition') === '' ? {} : { edition: form.text('groundEdition') };
  if (kind === 'resolution-835' && Number.isInteger(number))
    return { kind, section: form.text('groundSection'), number, ...edition };
  return { kind: 'own-initiative' };
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
