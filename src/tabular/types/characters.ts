/** Character classes of RE2 (the inside of brackets) that checks and types share. RE2's `\w` and `\b` know Latin only. */

export const CYRILLIC = 'А-Яа-яІіЇїЄєҐґЁёЪъЫыЭэ';
/** Latin letters, with ï that is typed for ї. */
export const LATIN = 'A-Za-zÏï';

/** Spaces that become one ordinary space: tab, no-break, thin and the rest of Unicode. A line break inside a cell is left. */
export const SPACES =
  ' \\t\\x{000B}\\x{000C}\\x{0085}\\x{00A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}';
const UNUSUAL_SPACES = SPACES.slice(1);

/** Characters nobody sees: control, soft hyphen, zero width, direction marks, byte order mark. */
export const INVISIBLE =
  '\\x{0000}-\\x{0008}\\x{000E}-\\x{001F}\\x{007F}\\x{00AD}\\x{200B}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2060}-\\x{2064}\\x{FEFF}';

/** Spaces at the edges, doubled, or of an unusual kind. */
export const STRAY_SPACES = `^\\s|\\s$|  |[${UNUSUAL_SPACES}]`;

/** Found in a value exactly when `tidySpaces` would change it. */
export const UNTIDY = `${STRAY_SPACES}|[${INVISIBLE}]`;

/** Letters of two alphabets side by side. */
export const TWO_ALPHABETS = `[${LATIN}][${CYRILLIC}]|[${CYRILLIC}][${LATIN}]`;

/** Latin letters that look like Cyrillic ones, and those Cyrillic ones, in the same order. */
export const LATIN_TWINS = 'ABCEHIKMOPTXYaceiopxyÏï';
export const CYRILLIC_TWINS = 'АВСЕНІКМОРТХУасеіорхуЇї';
