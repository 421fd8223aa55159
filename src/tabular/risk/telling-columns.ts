import type { ColumnKind, ColumnProfile } from '../column.ts';
import type { DetectorCode, PersonalSign } from '../detectors/sign.ts';
import { headerWords } from '../kinds/header-words.ts';

/** Signs that the rows are of people; a phone or an address of mail may be anybody's. */
const OF_PEOPLE: ReadonlySet<DetectorCode> = new Set<DetectorCode>([
  'tax-number',
  'passport-book',
  'passport-card',
  'foreign-passport',
  'unzr',
  'birth-date',
  'person-name',
  'home-address',
  'home-coordinates',
  'health',
  'court',
  'religion',
  'nationality',
  'membership',
]);

/** True where a sign says that rows of the table are of private people. */
export function isOfPeople(signs: readonly PersonalSign[] = []): boolean {
  return signs.some(({ code, whose }) => OF_PEOPLE.has(code) && (whose === 'person' || whose === 'unclear'));
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
