import type { Text } from '../../../kernel/text.ts';
import { foldTitle, tidyText } from '../../types/tidy-text.ts';
import type { Told } from '../check.ts';

/**
 * Headers as a person should see them: spaces tidied, a name given where there was none (`Стовпець 3`), a number added to a name that stands
 * there already (`Сума 2`). The same for headers that are in order.
 */
export function mendHeaders(headers: readonly string[], keep: { empty?: boolean; duplicate?: boolean } = {}): string[] {
  const taken = new Set<string>();
  const given = new Set(headers.map((header) => foldTitle(header)));
  return headers.map((header, index) => {
    let title = tidyText(header);
    if (title === '') title = keep.empty ? '' : freeName(`Стовпець ${index + 1}`, given, taken, false);
    else if (taken.has(foldTitle(title)) && !keep.duplicate) title = freeName(title, given, taken, true);
    taken.add(foldTitle(title));
    return title;
  });
}

function freeName(name: string, given: ReadonlySet<string>, taken: ReadonlySet<string>, isTaken: boolean): string {
  const busy = (candidate: string) => given.has(foldTitle(candidate)) || taken.has(foldTitle(candidate));
  if (!isTaken && !busy(name)) return name;
  for (let number = 2; ; number += 1) {
    const candidate = `${name} ${number}`;
    if (!busy(candidate)) return candidate;
  }
}

/** A finding of the header of one column. */
export function headerFinding(
  finding: Pick<Told, 'code' | 'message'>,
  column: { index: number; header: string },
  repaired: string,
): Told {
  return {
    ...finding,
    column: column.index,
    columnName: repaired,
    count: 1,
    places: [{ row: 0, value: column.header, repaired }],
    repairable: true,
  };
}

/** Indexes of headers that repeat one to the left. */
export function repeatedHeaders(headers: readonly string[]): number[] {
  const seen = new Set<string>();
  return headers.flatMap((header, index) => {
    const name = foldTitle(header);
    if (name === '') return [];
    if (seen.has(name)) return [index];
    seen.add(name);
    return [];
  });
}

/** More columns with the same fault than this are told once: two thousand findings are read by nobody. */
export const MOST_APART = 10;

/** «3, 4, 5 … (ще 1 995)»: the first places of many columns. */
export function firstColumns(indexes: readonly number[]): Text {
  const first = indexes
    .slice(0, 5)
    .map((index) => index + 1)
    .join(', ');
  const rest = indexes.length - 5;
  return rest > 0 ? { uk: `${first} і ще ${rest}`, en: `${first} and ${rest} more` } : { uk: first, en: first };
}
