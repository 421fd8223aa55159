import { APOSTROPHE_MARKS } from '../../../language/folding.ts';

/** Letters of names as insides of RE2 brackets. */

export const CAPITALS_CYRILLIC = 'А-ЯІЇЄҐЁЭЫ';
export const CAPITALS = `${CAPITALS_CYRILLIC}A-Z`;
export const SMALL = `а-яіїєґёъыэ${APOSTROPHE_MARKS}`;
export const CYRILLIC_LETTERS = `А-Яа-яІіЇїЄєҐґЁёЪъЫыЭэ${APOSTROPHE_MARKS}`;
export const NAME_LETTERS = `${CYRILLIC_LETTERS}A-Za-z`;
/** After a word: RE2 has no look-around and its `\b` knows Latin only. */
export const AFTER = `(?:$|[^${NAME_LETTERS}])`;
