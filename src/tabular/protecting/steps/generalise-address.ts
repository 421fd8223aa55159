import { z } from 'zod';
import type { Text } from '../../../kernel/text.ts';
import { APOSTROPHE_MARKS } from '../../../language/folding.ts';
import { STREET_WORDS } from '../../address-words.ts';
import { sqlText } from '../../scan/predicate.ts';
import { ColumnTitle } from '../../shaping/relation.ts';
import { defineProtection, everyCell } from '../protect-step.ts';

const LETTERS = `[\\p{L}${APOSTROPHE_MARKS}.-]*`;
const CAPITAL = `\\p{Lu}${LETTERS}`;
/** «8 Березня», «Івана Франка», «Героїв Небесної Сотні», «гетьмана Сагайдачного», «60-річчя УПА». */
const STREET_NAME = `(?:\\d{1,3}(?:-?\\p{Ll}{1,8})?\\s+)?(?:\\p{Ll}${LETTERS}\\s+){0,2}${CAPITAL}(?:\\s+${CAPITAL}){0,3}`;
/** Before a name: a point or a space ends the word, or «ш» would be any word. */
const STREET = `(?i:${STREET_WORDS})(?:\\.\\s*|\\s+)`;
const STREET_AFTER = `(?i:${STREET_WORDS})\\.?`;
const SETTLEMENT_NAME = `${CAPITAL}(?:[ -]${CAPITAL})?`;
const SETTLEMENT = '(?:[Мм]істо|[Сс]ело|[Сс]елище|смт\\.?|сел\\.|с-ще|м\\.|с\\.|м|с)';
const START = '(?:^|[\\s,;])';

const take = (value: string, regex: string, group = 1) =>
  `nullif(trim(regexp_extract(${value}, ${sqlText(regex)}, ${group}), ' ,;.'), '')`;

const whole = (value: string, regex: string) =>
  `CASE WHEN regexp_full_match(trim(${value}), ${sqlText(regex)}) THEN trim(${value}) END`;

/** Only what is surely the name of a settlement: a word of its sort before it, a street after it, or nothing beside it. */
const settlementOf = (value: string) => `coalesce(
  ${take(value, `${START}(${SETTLEMENT}\\s*${SETTLEMENT_NAME})(?:[,;\\s]|$)`)},
  ${take(value, `^\\s*(?:\\d{5},?\\s+)?(${SETTLEMENT_NAME})\\s*[,;]\\s*${STREET}`)},
  ${whole(value, SETTLEMENT_NAME)})`;

/** The name of a street beside its sort, before the number of a house, or alone. */
const streetOf = (value: string) => `coalesce(
  ${take(value, `${START}(${STREET}${STREET_NAME})`)},
  ${take(value, `${START}(${CAPITAL}(?:\\s+${CAPITAL}){0,3}\\s+${STREET_AFTER})(?:[,;\\s]|$)`)},
  ${take(value, `${START}(${CAPITAL}(?:\\s+${CAPITAL}){0,3})\\s*,?\\s*№?\\s*\\d`)},
  ${whole(value, `${CAPITAL}(?:\\s+${CAPITAL}){0,3}`)})`;

const ADJECTIVE = `[\\p{L}${APOSTROPHE_MARKS}-]+`;

/** The community an address names; else the district, which is wider. */
const communityOf = (value: string) => `coalesce(
  ${take(value, `${START}(${ADJECTIVE}ка(?:\\s+(?:міська|селищна|сільська))?\\s+(?i:територіальна громада|громада|тг|отг))(?:[,;\\s.]|$)`)},
  ${take(value, `${START}(${ADJECTIVE}кий\\s+(?i:район|р-н))(?:[,;\\s.]|$)`)})`;

const FORMS: Readonly<Record<'street' | 'settlement' | 'community', (value: string) => string>> = {
  street: (value) => {
    const settlement = take(value, `${START}(${SETTLEMENT}\\s*${SETTLEMENT_NAME})(?:[,;\\s]|$)`);
    return `nullif(concat_ws(', ', ${settlement}, ${streetOf(value)}), '')`;
  },
  settlement: settlementOf,
  community: communityOf,
};

const WORDS: Readonly<Record<keyof typeof FORMS, Text>> = {
  street: { uk: 'від адреси залишено вулицю без будинку', en: 'of the address the street without the house is left' },
  settlement: { uk: 'від адреси залишено населений пункт', en: 'of the address the settlement is left' },
  community: {
    uk: 'від адреси залишено громаду (де її не названо — район)',
    en: 'of the address the community is left (the district where none is named)',
  },
};

/**
 * Of an address only its street, settlement or community, by what is surely that: what is not understood becomes an empty cell. Columns with the house and
 * the flat, where they stand apart, leave the table.
 */
export const generaliseAddress = defineProtection({
  code: 'protect-generalise-address',
  title: { uk: 'Узагальнити адресу', en: 'Generalise the address' },
  deed: { uk: 'Залишити вулицю або громаду', en: 'Leave the street or the community' },
  shape: '`to`: `street`, `settlement`, `community`; `removed`: titles of columns with the house and the flat',
  of: 'column',
  leaves: 'home-address',
  beside: true,
  parameters: z.strictObject({
    to: z.enum(['street', 'settlement', 'community']),
    removed: z.array(ColumnTitle).max(20).default([]),
  }),
  describe: ({ to, removed }) => {
    const names = removed.map((title) => `«${title}»`).join(', ');
    const { uk, en } = WORDS[to];
    return names === '' ? { uk, en } : { uk: `${uk}; вилучено ${names}`, en: `${en}; ${names} removed` };
  },
  apply: async (work, { to, removed }) => {
    const change = await everyCell(work, FORMS[to]);
    const found = removed.map((title) => work.placesOf(title).filter((place) => !work.places.includes(place)));
    const gone = found.flat();
    return {
      cells: new Map([...(change.cells ?? []), ...gone.map((place) => [place, 'CAST(NULL AS VARCHAR)'] as const)]),
      removed: gone,
      count: change.count,
      missing: removed.filter((_, at) => found[at]?.length === 0),
    };
  },
});
