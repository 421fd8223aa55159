import { foldName } from '../../language/folding.ts';
import { typingDistance } from '../../language/spelling.ts';
import type { ColumnProfile } from '../column.ts';
import { comparedName, isCommon, type LatinStem, type Meanings, meaningsOf } from './column-words.ts';
import { contentEvidence } from './expected-content.ts';
import { COMMON_WEIGHT, type IndexedField, type IndexedStandard, type Wording, weightIn } from './field-index.ts';
import type { StandardField } from './standard.ts';

/** Why a column was taken for a field. */
export type MatchGround = 'name' | 'title' | 'meaning' | 'content' | 'person';

/** A column and the field it is taken for. */
export interface ColumnMatch {
  /** Index of the column in the text table. */
  readonly column: number;
  readonly field: StandardField;
  /** 0–1; below 0.55 nothing is matched. */
  readonly confidence: number;
  readonly ground: MatchGround;
  /** How much this match tells of the table being this structure, 0–1. */
  readonly weight: number;
}

/** A column made ready for comparing. */
export interface ReadColumn {
  readonly profile: ColumnProfile;
  readonly names: readonly string[];
  readonly folded: string;
  readonly meanings: Meanings;
  /** What else the heading may mean: with what stands in brackets, with the word that its values speak for it. */
  readonly others: readonly Meanings[];
  /** Any table may have such a heading. */
  readonly common: boolean;
}

/** Below this a column is left unmatched: a wrong pair costs a person more than one pair less. */
export const LEAST_CONFIDENCE = 0.55;
const NO_NAME = /^(стовпець|column) \d+$/iu;

/** Makes a column ready: units after a comma and words in brackets say what is measured, not what it is. */
export function readColumn(profile: ColumnProfile, latin: LatinStem): ReadColumn {
  const title = NO_NAME.test(profile.title) ? '' : profile.title;
  const bare = title.replace(/\([^)]*\)/gu, ' ').replace(/,\s*[\p{L}²\d.%/\s]{1,7}$/u, '');
  const names = [...new Set([title, title && profile.name].map(comparedName))].filter((name) => name !== '');
  const meanings = meaningsOf(bare, latin);
  const others = [...(title.includes('(') ? [meaningsOf(title, latin)] : []), ...spokenByValues(profile, meanings)];
  return { profile, names, folded: foldName(title), meanings, others, common: isCommon(meanings) };
}

/** «Видано» and «Коли видано» over dates say the same. */
function spokenByValues({ type, expected = type }: ColumnProfile, meanings: Meanings): Meanings[] {
  const isDay = expected === 'date' || expected === 'datetime';
  const saysWhich = ['date', 'start', 'end'].some((one) => meanings.has(one));
  return isDay && meanings.size > 0 && !saysWhich ? [new Set([...meanings, 'date'])] : [];
}

/** A long name typed with a mistake. Both ends mistyped is another name, and the usual quick answer. */
function isNear(a: string, b: string): boolean {
  if (a.length < 8 || Math.abs(a.length - b.length) > 2) return false;
  if (a.slice(0, 3) !== b.slice(0, 3) && a.slice(-3) !== b.slice(-3)) return false;
  return typingDistance(a, b, 2) <= (a.length >= 12 ? 2 : 1);
}

/** Share of what two headings say that is common to both. */
function likeness(a: Meanings, b: Meanings, subject: Meanings): number {
  let common = 0;
  for (const one of a) if (b.has(one)) common += 2 * weightIn(subject, one);
  if (common === 0) return 0;
  let all = 0;
  for (const one of a) all += weightIn(subject, one);
  for (const one of b) all += weightIn(subject, one);
  return common / all;
}

interface Said {
  readonly score: number;
  readonly ground: MatchGround;
  readonly weight: number;
}

function saidByWording(column: ReadColumn, wording: Wording, subject: Meanings): Said {
  const { folded, meanings, worth, weight } = wording;
  // what every table may have in its headings tells little of this one
  const telling = column.common ? Math.min(weight, COMMON_WEIGHT) : weight;
  if (folded !== '' && folded === column.folded) return { score: 0.98 * worth, ground: 'title', weight: telling };
  const alike = Math.max(...[column.meanings, ...column.others].map((one) => likeness(one, meanings, subject)));
  const score = alike * worth * 0.95;
  return { score, ground: 'meaning', weight: telling * score };
}

function saidByHeading(column: ReadColumn, { names, nameWeight, wordings }: IndexedField, subject: Meanings): Said {
  if (column.names.some((name) => names.includes(name))) return { score: 1, ground: 'name', weight: nameWeight };
  const best = wordings
    .map((wording) => saidByWording(column, wording, subject))
    .reduce((so, one) => (one.score > so.score ? one : so));
  if (best.score < 0.92 && column.names.some((name) => names.some((one) => isNear(name, one))))
    return { score: 0.92, ground: 'name', weight: nameWeight };
  return best;
}

/** How sure a column is a field of a structure; null where it is not. */
function matchOf(column: ReadColumn, indexed: IndexedField, subject: Meanings): ColumnMatch | null {
  const said = saidByHeading(column, indexed, subject);
  const seen = contentEvidence(column.profile, indexed.field);
  // an exact name stands whatever the values are: they are then what is to be mended
  const factor = said.ground === 'title' ? Math.max(seen.factor, 0.7) : seen.factor;
  const judged = said.score === 1 ? 1 : said.score * factor;
  const helped = seen.same ? judged + (1 - judged) * 0.35 : judged;
  const score = seen.telling ? Math.max(helped, 0.62) : helped;
  if (score < LEAST_CONFIDENCE) return null;
  const ground = judged < LEAST_CONFIDENCE ? 'content' : said.ground;
  const { field } = indexed;
  return { column: column.profile.index, field, confidence: score, ground, weight: said.weight };
}

/** One column a field and one field a column: the surest pairs first, neighbours in order before others. */
export function matchColumns(columns: readonly ReadColumn[], { fields, subject }: IndexedStandard): ColumnMatch[] {
  const pairs = columns.flatMap((column, place) =>
    fields.flatMap((indexed, at) => {
      const match = matchOf(column, indexed, subject);
      return match === null ? [] : [{ match, apart: Math.abs(place - at) }];
    }),
  );
  pairs.sort((a, b) => b.match.confidence - a.match.confidence || a.apart - b.apart);
  const columnsTaken = new Set<number>();
  const fieldsTaken = new Set<StandardField>();
  const taken = pairs.flatMap(({ match }) => {
    if (columnsTaken.has(match.column) || fieldsTaken.has(match.field)) return [];
    columnsTaken.add(match.column);
    fieldsTaken.add(match.field);
    return [match];
  });
  return taken.toSorted((a, b) => a.column - b.column);
}
