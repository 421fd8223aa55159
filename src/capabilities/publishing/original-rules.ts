import { RequestError } from '../../kernel/errors.ts';
import type { DraftResource } from './draft.ts';

/** Titles of the columns nobody may see: the file they came in holds them all. */
export function closedColumns({ resource }: Pick<DraftResource, 'resource'>): string[] {
  return resource.structure.fields.flatMap(({ sensitivity, title }) => (sensitivity === 'restricted' ? [title] : []));
}

/**
 * Whether anybody may have the file a table was read from: somebody ticked it, and the table has no closed column. A tick given before a column
 * was closed opens nothing.
 */
export function isOriginalOpen(part: DraftResource): boolean {
  return part.reading?.originalPublic === true && part.reading.original !== null && closedColumns(part).length === 0;
}

/** The file was ticked though it holds columns that are closed. */
export function originalHoldsClosed(titles: readonly string[]): RequestError {
  const uk = titles.map((title) => `«${title}»`).join(', ');
  const en = titles.map((title) => `“${title}”`).join(', ');
  const text = {
    uk: `Сам файл відкрити не можна: у ньому є закриті стовпці: ${uk}. Приберіть позначку або відкрийте стовпці у структурі.`,
    en: `The file itself cannot be opened: it holds closed columns: ${en}. Remove the tick or open the columns in the structure.`,
  };
  return new RequestError('invalid', 'original-holds-closed-columns', text, [{ field: 'originalPublic', text }]);
}
