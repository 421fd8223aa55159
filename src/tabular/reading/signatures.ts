import { type Form, filled, formOf, isFilled, type SampleRow } from './cell-forms.ts';

/** Posts and deeds that a line of signature begins with. */
const POST =
  '\\s*(?:начальни|директор|керівни|голова|секретар|гол(?:овний|\\.)|бухгалтер|заступни|в\\.?\\s?о\\.|т\\.?\\s?в\\.?\\s?о\\.|(?:міськ|сільськ|селищн)\\S* голова|завідув|спеціаліст|виконав|підготув|склав|склала|відповідальн)';
const NAMES_POST = new RegExp(`^${POST}`, 'iu');
const SIGNER = new RegExp(`^(?:${POST}|\\s*(?:перевіри|затверд|погодже|м\\.\\s?п\\.))`, 'iu');
/** Initials, a phone, a mail address: words around them may name a person. */
const OF_SOMEBODY = /\p{Lu}\.\s?\p{Lu}\.|\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+|@|\bтел|\d[\d\s()-]{5,}\d/u;

/** Words beside the table that may name a person: told by their number, never quoted. */
export function mayNameSomebody(text: string): boolean {
  return NAMES_POST.test(text) || OF_SOMEBODY.test(text);
}

/**
 * A line of signature below a table: it begins with a post or a deed, fills few of the columns, and its words stand where numbers or dates do.
 * @param forms of the table's columns
 */
export function isSignature(cells: SampleRow, forms: readonly Form[]): boolean {
  const count = filled(cells);
  if (count === 0 || count > 4 || forms.length < 2) return false;
  if (!SIGNER.test(cells.find(isFilled) ?? '')) return false;
  const strange = cells.some((cell, column) => {
    const form = forms[column] ?? 'empty';
    return isFilled(cell) && formOf(cell) === 'text' && form !== 'text' && form !== 'empty';
  });
  return strange || count * 2 <= forms.length;
}
