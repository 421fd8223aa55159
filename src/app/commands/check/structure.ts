import { standardTexts } from '../../../locales/standards.ts';
import { type Recognised, recogniseStructure } from '../../../tabular/standards/index.ts';
import type { CheckedFile } from './check-report.ts';

/** The recommended structure a file looks like by its columns and name; null where it looks like none. */
function structureOf({ fileName, inspection }: CheckedFile): Recognised | null {
  return recogniseStructure(inspection.columns, { about: fileName })[0] ?? null;
}

/** «Це схоже на …: 12 з 35 полів», and what is missing of a structure known whole. */
export function structureLines(checked: CheckedFile): string[] {
  const found = structureOf(checked);
  if (found === null) return [];
  const { uk: texts } = standardTexts;
  const { title, complete, fields } = found.standard;
  const like = complete
    ? texts.like(title, found.found.length, fields.length)
    : texts.likePart(title, found.found.length);
  return ['', `  ${like}`, `      /open-data/structures/${found.standard.key}`];
}

/** The same for programs; `of` is null where only a part of the structure is known. */
export function jsonOfStructure(checked: CheckedFile): object | null {
  const like = structureOf(checked);
  if (like === null) return null;
  const { key, title, complete, fields } = like.standard;
  const likeness = Math.round(like.likeness * 100) / 100;
  const columns = Object.fromEntries(
    like.matches.map(({ column, field }) => [checked.inspection.columns[column]?.name ?? String(column), field.name]),
  );
  return { key, title, found: like.found.length, of: complete ? fields.length : null, likeness, columns };
}
