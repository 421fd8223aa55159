import type { SheetInfo } from '../../../tabular/text-table.ts';

/** What is known of a part from the file before. */
export interface KnownPart {
  readonly name: string;
  readonly headers: readonly string[];
}

const MONTHS =
  /січ\p{L}*|лют\p{L}*|берез\p{L}*|квіт\p{L}*|трав\p{L}*|черв\p{L}*|лип\p{L}*|серп\p{L}*|верес\p{L}*|жовт\p{L}*|листопад\p{L}*|груд\p{L}*/gu;

/** «Договори (лютий 2026)» and «договори січень 2026» are the same part of two months. */
function folded(name: string): string {
  return name
    .toLowerCase()
    .replace(MONTHS, ' ')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}

const columnsOf = (headers: readonly string[] | undefined) =>
  (headers ?? []).map((header) => header.toLowerCase().replace(/\s+/g, ' ').trim()).join('\n');

/** Whether two parts are the same one, from the surest sign to the least. */
const SIGNS: readonly ((before: KnownPart, now: SheetInfo) => boolean)[] = [
  (before, now) => before.name === now.name,
  (before, now) => folded(before.name) !== '' && folded(before.name) === folded(now.name),
  (before, now) => before.headers.length > 1 && columnsOf(before.headers) === columnsOf(now.headers),
];

/**
 * Finds the parts of the file before in the next file: by name, by name without numbers and months, by the same columns. A sign two parts share
 * decides nothing. A part is given to one only.
 * @returns one place a part, in their order; null where the next file has it no more
 */
export function matchParts(parts: readonly KnownPart[], sheets: readonly SheetInfo[]): (SheetInfo | null)[] {
  const found = new Map<KnownPart, SheetInfo>();
  const taken = () => new Set([...found.values()].map(({ name }) => name));
  for (const fits of SIGNS) {
    const free = sheets.filter(({ name }) => !taken().has(name));
    const open = parts.filter((part) => !found.has(part));
    for (const part of open) {
      const [sheet, another] = free.filter((each) => fits(part, each));
      const rival = open.some((other) => other !== part && sheet !== undefined && fits(other, sheet));
      if (sheet !== undefined && another === undefined && !rival) found.set(part, sheet);
    }
  }
  return parts.map((part) => found.get(part) ?? null);
}
