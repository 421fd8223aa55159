import { RequestError } from '../../kernel/errors.ts';
import { otherTables } from '../../tabular/text-table.ts';
import { holdsUnread, undecidedSigns } from '../privacy/index.ts';
import type { DraftResource } from './draft.ts';

/**
 * Titles of the columns nobody may see: the file they came in holds them all. They are called as in the file after repairs, by which signs and
 * decisions know them: a structure may give a closed column the title of another one.
 */
export function closedColumns({ resource, reading }: Pick<DraftResource, 'resource' | 'reading'>): string[] {
  const headers = reading?.mended?.headers ?? reading?.source?.headers ?? [];
  return resource.structure.fields.flatMap(({ sensitivity, title, sourceColumn }) =>
    sensitivity === 'restricted' ? [(sourceColumn === null ? '' : headers[sourceColumn]) || title] : [],
  );
}

/**
 * Whether the file has more than the table that was looked at: other sheets or lists, rows or columns hidden in it and left out, or files of an archive
 * that are no tables and of which nobody has said what is in them.
 */
export function holdsMore({ reading, statement }: Pick<DraftResource, 'reading' | 'statement'>): boolean {
  if (!reading?.source) return false;
  return hasOtherTables({ reading }) || (statement === null && holdsUnread(reading));
}

/** Other sheets or lists, or rows or columns hidden in it and left out: those are never looked at here. */
export function hasOtherTables({ reading }: Pick<DraftResource, 'reading'>): boolean {
  if (!reading?.source) return false;
  const { sheets, sheet } = reading.source;
  return reading.choices.hidden === 'left-out' || otherTables(sheets, sheet).length > 0;
}

/**
 * Titles of the columns that the file has and the public is not to see: closed ones, those decided to be taken out or changed (a decision that waits
 * counts too), and those with signs of personal data that nobody decided to publish, also where repairs left them out of the table.
 */
export function hiddenColumns(part: Pick<DraftResource, 'resource' | 'reading' | 'decisions'>): string[] {
  const { reading, decisions } = part;
  const decided = decisions.flatMap(({ state, step, columnTitle }) =>
    state !== 'undone' && step ? [columnTitle] : [],
  );
  const signs = undecidedSigns(reading?.inspection?.signs ?? [], decisions).map(({ columnTitle }) => columnTitle);
  return [...new Set([...closedColumns(part), ...decided, ...signs])];
}

/**
 * Whether anybody may have the file a table was read from: somebody ticked it, and it holds nothing that is hidden and nothing that
 * nobody looked at. A tick given before a column
 * was closed or decided upon opens nothing.
 */
export function isOriginalOpen(part: DraftResource): boolean {
  const { reading } = part;
  if (reading?.originalPublic !== true || reading.original === null || holdsMore(part)) return false;
  return hiddenColumns(part).length === 0;
}

/** The file was ticked though it holds columns that are closed. */
export function originalHoldsClosed(titles: readonly string[]): RequestError {
  const uk = titles.map((title) => `«${title}»`).join(', ');
  const en = titles.map((title) => `“${title}”`).join(', ');
  const text = {
    uk: `Сам файл відкрити не можна: у ньому є стовпці, яких не показуємо: ${uk}. Приберіть позначку, відкрийте ці стовпці у структурі або змініть рішення про їхні персональні дані.`,
    en: `The file itself cannot be opened: it holds columns that are not shown: ${en}. Remove the tick, open these columns in the structure, or change the decision on their personal data.`,
  };
  return new RequestError('invalid', 'original-holds-closed-columns', text, [{ field: 'originalPublic', text }]);
}

/** The file was ticked though it is an archive with files nobody has looked into. */
export function originalHoldsUnread(): RequestError {
  const text = {
    uk: 'Сам файл відкрити не можна: крім таблиці, в архіві можуть бути інші файли, а їх система не читає. Перегляньте їх і скажіть на кроці «Персональні дані», чи є в них персональні дані, або приберіть позначку.',
    en: 'The file itself cannot be opened: besides the table the archive may hold other files, and the system does not read them. Look at them and say at the step “Personal data” whether there are personal data in them, or remove the tick.',
  };
  return new RequestError('invalid', 'original-holds-unread', text, [{ field: 'originalPublic', text }]);
}

/** The file was ticked though not all of it was looked at. */
export function originalHoldsMore(): RequestError {
  const text = {
    uk: 'Сам файл відкрити не можна: крім цієї таблиці, у ньому є інші аркуші, таблиці або приховані рядки чи стовпці, яких на персональні дані тут не перевірено. Приберіть позначку або завантажте файл, де є лише ця таблиця.',
    en: 'The file itself cannot be opened: besides this table it holds other sheets, tables, or hidden rows or columns, which were not checked here for personal data. Remove the tick, or upload a file with this table only.',
  };
  return new RequestError('invalid', 'original-holds-more', text, [{ field: 'originalPublic', text }]);
}
