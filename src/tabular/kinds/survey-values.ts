import { foldSpaces } from '../../language/folding.ts';
import type { ColumnKind } from '../column.ts';
import { NO_VALUE_SIGNS, NO_VALUE_WORDS } from '../types/word-forms.ts';
import { headerWords } from './header-words.ts';
import type { Kind } from './kind.ts';
import { KINDS } from './kind-list.ts';

/** What a sample of a column says of its kind, before anything is counted. */
export interface KindSurvey {
  /** The header as `headerWords` gives it. */
  readonly words: string;
  /** The header is a question or a sentence: a word of it alone says little. */
  readonly talkative: boolean;
  /** Different values asked, signs of no value left out. */
  readonly asked: number;
  /** Share of them that has the form, by kind; 0 where absent. */
  readonly shares: ReadonlyMap<ColumnKind, number>;
  /** The same for forms that are to speak alone. */
  readonly alone: ReadonlyMap<ColumnKind, number>;
  /** Length of a value on the average, in letters. */
  readonly length: number;
}

/** Letters of a value that forms look at: a geometry may have thousands. */
const LOOKED_AT = 400;
/** A name of a column has at most so many words. */
const MOST_WORDS = 8;
/** Different values asked of one column. */
const MOST_ASKED = 240;
const NO_VALUE = new RegExp(
  `^(?:${NO_VALUE_SIGNS.replace('(?i:', '(?:')}|${NO_VALUE_WORDS.replace('(?i:', '(?:')})$`,
  'iu',
);

function spread<T>(items: readonly T[], most: number): T[] {
  if (items.length <= most) return [...items];
  return Array.from({ length: most }, (_, at) => items[Math.floor((at * items.length) / most)] as T);
}

/** @param different values of a sample spread over the whole table, each once */
export function surveyValues(header: string, different: readonly string[]): KindSurvey {
  const tidy = spread(different, MOST_ASKED).map((value) => foldSpaces(value.slice(0, LOOKED_AT)));
  const values = tidy.filter((value) => value !== '' && !NO_VALUE.test(value));
  const share = (is: (value: string) => boolean) => values.filter(is).length / values.length;
  const shares = new Map<ColumnKind, number>();
  const alone = new Map<ColumnKind, number>();
  for (const kind of values.length === 0 ? [] : KINDS) {
    const mine = kind.is === undefined ? 0 : share(kind.is);
    const apart = kind.alone?.is ? share(kind.alone.is) : mine;
    if (mine > 0) shares.set(kind.code, mine);
    if (kind.alone && apart > 0) alone.set(kind.code, apart);
  }
  const length = values.reduce((sum, value) => sum + value.length, 0) / Math.max(1, values.length);
  const words = headerWords(header);
  const talkative = header.includes('?') || words.trim().split(' ').length > MOST_WORDS;
  return { words, talkative, asked: values.length, shares, alone, length };
}

/** True where the header names the kind. */
export function namedBy(kind: Kind, words: string): boolean {
  return kind.header?.test(words) === true && kind.not?.test(words) !== true;
}

/** True where the form of the values alone is enough. */
export function formSpeaks({ code, alone }: Kind, survey: KindSurvey): boolean {
  if (alone === undefined || survey.asked < (alone.enough ?? 1)) return false;
  return (survey.alone.get(code) ?? 0) >= (alone.share ?? 0.9);
}

/** Letters of a value on the average that make a column one of texts, where its header says nothing. */
const LONG_TEXT = 40;

/** Kinds that the column may turn out to be by forms, header and length: predicates of their checks are worth asking. */
export function possibleKinds(survey: KindSurvey): Set<ColumnKind> {
  const named = KINDS.filter((kind) => formSpeaks(kind, survey) || namedBy(kind, survey.words)).map(({ code }) => code);
  return new Set(survey.length > LONG_TEXT ? [...named, 'text'] : named);
}
