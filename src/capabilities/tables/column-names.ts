import { editDistance } from '../../kernel/edit-distance.ts';
import { foldName } from '../../language/folding.ts';
import type { ManifestColumn } from './manifest.ts';

/** The columns anybody may see; for the public the others do not exist. */
export function openColumns(columns: readonly ManifestColumn[]): ManifestColumn[] {
  return columns.filter((column) => column.sensitivity === 'open');
}

/** What a word in an address means: one column, none, or several of the same title. */
export type ColumnMatch =
  | { readonly kind: 'found'; readonly column: ManifestColumn }
  | { readonly kind: 'several'; readonly columns: readonly ManifestColumn[] }
  | { readonly kind: 'none' };

/** Finds a column by name or title, first as written, then folded: case, apostrophes, spaces and look-alike letters do not matter. `columns` are the open ones. */
export function matchColumn(columns: readonly ManifestColumn[], word: string): ColumnMatch {
  const folded = foldName(word);
  const tries: ((column: ManifestColumn) => boolean)[] = [
    (column) => column.name === word,
    (column) => column.title === word,
    (column) => folded !== '' && foldName(column.name) === folded,
    (column) => folded !== '' && foldName(column.title) === folded,
  ];
  for (const fits of tries) {
    const found = columns.filter(fits);
    const [first] = found;
    if (first !== undefined)
      return found.length === 1 ? { kind: 'found', column: first } : { kind: 'several', columns: found };
  }
  return { kind: 'none' };
}

/** The word of `choices` nearest to what was written, or null when none is near. */
export function nearestWord(choices: readonly string[], written: string): string | null {
  const folded = foldName(written);
  let nearest: string | null = null;
  let least = Math.max(1, Math.floor(folded.length / 3)) + 1;
  for (const choice of choices) {
    const distance = editDistance(foldName(choice), folded, least);
    if (distance < least) {
      least = distance;
      nearest = choice;
    }
  }
  return nearest;
}
