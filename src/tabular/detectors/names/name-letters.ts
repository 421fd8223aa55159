/** Letters of names as insides of RE2 brackets. */

export const CAPITALS_CYRILLIC = 'А-ЯІЇЄҐЁЭЫ';
export const CAPITALS = `${CAPITALS_CYRILLIC}A-Z`;
export const APOSTROPHES = "'’ʼ`‘";
export const SMALL = `а-яіїєґёъыэ${APOSTROPHES}`;
export const CYRILLIC_LETTERS = `А-Яа-яІіЇїЄєҐґЁёЪъЫыЭэ${APOSTROPHES}`;
export const NAME_LETTERS = `${CYRILLIC_LETTERS}A-Za-z`;
/** After a word: RE2 has no look-around and its `\b` knows Latin only. */
export const AFTER = `(?:$|[^${NAME_LETTERS}])`;
