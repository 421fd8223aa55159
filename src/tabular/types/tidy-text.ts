const INVISIBLE = /[\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu;
const SPACES = /[\s\u0085\u1680\u2000-\u200a\u202f\u205f\u3000]/gu;

/** A header or a title on one line: invisible characters gone, runs of spaces and line breaks one space, none at the edges. */
export function tidyText(text: string): string {
  return text.replace(SPACES, ' ').replace(INVISIBLE, '').replace(/ +/g, ' ').trim();
}

/** The form in which titles of columns are compared: two columns are called the same where it is equal. Never for showing. */
export function foldTitle(title: string): string {
  return tidyText(title).toLocaleLowerCase('uk');
}
