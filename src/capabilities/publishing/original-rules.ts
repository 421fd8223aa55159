import { RequestError } from '../../kernel/errors.ts';
import { undecidedSigns } from '../privacy/index.ts';
import type { DraftResource } from './draft.ts';

/** Titles of the columns nobody may see: the file they came in holds them all. */
export function closedColumns({ resource }: Pick<DraftResource, 'resource'>): string[] {
  return resource.structure.fields.flatMap(({ sensitivity, title }) => (sensitivity === 'restricted' ? [title] : []));
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
 * Whether anybody may have the file a table was read from: somebody ticked it, and it holds nothing that is hidden. A tick given before a column
 * was closed or decided upon opens nothing.
 */
export function isOriginalOpen(part: DraftResource): boolean {
  return part.reading?.originalPublic === true && part.reading.original !== null && hiddenColumns(part).length === 0;
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
