import type { ColumnKind, ColumnProfile } from '../column.ts';
import { ofPersons, rowsAbout } from '../detectors/rows-about.ts';
import type { DetectorCode } from '../detectors/sign.ts';
import type { Inspection } from '../inspection.ts';
import { headerWords } from '../kinds/header-words.ts';

/** Signs that are of a person whatever the table is of. */
const OF_PEOPLE: ReadonlySet<DetectorCode> = new Set<DetectorCode>([
  'tax-number',
  'passport-book',
  'passport-card',
  'foreign-passport',
  'unzr',
  'birth-date',
  'health',
  'court',
  'religion',
  'nationality',
  'membership',
]);
/** Names and homes stand in tables of trees and of buildings too: then the rows themselves have to be of people. */
const OF_ANYBODY: ReadonlySet<DetectorCode> = new Set<DetectorCode>([
  'person-name',
  'home-address',
  'home-coordinates',
]);

/** True where the rows of a table are of private people: there a row like no other may be somebody. A phone or an address of mail may be anybody's. */
export function isOfPeople({ signs = [], columns, rows }: Inspection): boolean {
  const mine = signs.filter(({ whose }) => whose === 'person' || whose === 'unclear').map(({ code }) => code);
  if (mine.some((code) => OF_PEOPLE.has(code))) return true;
  if (!mine.some((code) => OF_ANYBODY.has(code))) return false;
  const named = new Map(signs.flatMap(({ code, column, count }) => (code === 'person-name' ? [[column, count]] : [])));
  const facts = columns.map((profile) => ({
    profile,
    header: profile.title,
    filled: rows - profile.blanks,
    // of what was counted only names are asked about
    count: () => named.get(profile.index) ?? 0,
  }));
  return ofPersons(rowsAbout(facts));
}

/** What neighbours and colleagues know of a person, what tells most first. */
const KNOWN: readonly { readonly kinds?: readonly ColumnKind[]; readonly header?: RegExp }[] = [
  { header: / (?:\S* ?народж\S*|birth\S*|вік|вікова|віку|age) / },
  { header: / (?:стать|gender|sex) / },
  { kinds: ['address', 'street'] },
  { kinds: ['house', 'flat', 'building-part'] },
  { kinds: ['coordinates', 'latitude', 'longitude', 'geometry'] },
  { kinds: ['settlement', 'postal-code', 'community', 'district', 'region', 'place'] },
  { kinds: ['post'] },
  { header: / (?:професі\S*|освіт\S*|заклад\S*|місце роботи|сімейн\S*|громадянств\S*|національн\S*) / },
  { kinds: ['organization'] },
  { kinds: ['category', 'country', 'yes-no'] },
];

/** Taken together by themselves; more a person may choose. */
const MOST = 8;

/**
 * The columns people could be told by, unless somebody chooses others: of what is known of people anyway. Dates other than of birth, amounts and numbers of
 * papers are nobody's common knowledge. A column that says a thing of its own in every row is an identifier and has a sign of its own.
 */
export function tellingColumns(columns: readonly ColumnProfile[], rows: number): ColumnProfile[] {
  const left = columns.filter(({ distinct, blanks }) => distinct > 1 && blanks < rows);
  const ranked = KNOWN.flatMap(({ kinds, header }) =>
    left.filter(
      ({ kind, title }) => (kind !== null && kinds?.includes(kind)) || (header?.test(headerWords(title)) ?? false),
    ),
  );
  return [...new Set(ranked)].slice(0, MOST).toSorted((a, b) => a.index - b.index);
}
