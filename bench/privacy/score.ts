import type { PersonalSign, Whose } from '../../src/tabular/index.ts';
import type { Meaning } from './label-names.ts';
import type { Label } from './labels.ts';

/** A column with what was said of it and what was found. */
export interface ScoredColumn {
  readonly file: string;
  readonly sheet: string;
  /** As it may be printed. */
  readonly column: string;
  readonly labels: readonly Label[];
  readonly signs: readonly PersonalSign[];
}

export interface Score {
  readonly meaning: Meaning;
  /** Columns (or cells) labelled with it. */
  n: number;
  found: number;
  /** Told of it where it was labelled or where anything else is not. */
  told: number;
  right: number;
  readonly misses: string[];
  readonly alarms: string[];
}

export function emptyScore(meaning: Meaning): Score {
  return { meaning, n: 0, found: 0, told: 0, right: 0, misses: [], alarms: [] };
}

/** «file → sheet → column», without a value. */
export const placeOf = ({ file, sheet, column }: ScoredColumn): string =>
  [file, sheet, column].filter(Boolean).join(' → ');

/** Signs a text of many words may bring besides being told as a text: what it holds is told by both. */
const textual = (labels: readonly Label[]): boolean => labels.some(({ meaning }) => meaning === 'free-text');

/** Right to be told, though the label is another: no false alarm and no hit. */
function isNeutral({ code, whose }: PersonalSign, labels: readonly Label[]): boolean {
  if (labels.some(({ meaning, may }) => (may && meaning === code) || meaning === 'any')) return true;
  if (textual(labels)) return true;
  const personal = labels.some(({ meaning, may }) => meaning !== 'not-pii' && !may);
  if (code === 'free-text' && personal) return true;
  // «A firm's» is no alarm: nobody is asked to hide it.
  return whose === 'organization' && !personal;
}

/** Precision and recall of every label over columns. */
export function scoreColumns(columns: readonly ScoredColumn[]): Map<Meaning, Score> {
  const scores = new Map<Meaning, Score>();
  const scoreOf = (meaning: Meaning): Score => {
    const score = scores.get(meaning) ?? emptyScore(meaning);
    scores.set(meaning, score);
    return score;
  };
  for (const one of columns) {
    const { labels, signs } = one;
    const wanted = new Set(labels.flatMap(({ meaning, may }) => (meaning === 'not-pii' || may ? [] : [meaning])));
    for (const meaning of wanted) {
      const score = scoreOf(meaning);
      score.n += 1;
      const told = meaning === 'any' ? signs.length > 0 : signs.some(({ code }) => code === meaning);
      if (told) score.found += 1;
      else
        score.misses.push(
          `${placeOf(one)}${signs.length > 0 ? ` (told: ${signs.map(({ code }) => code).join(', ')})` : ''}`,
        );
    }
    for (const sign of signs) {
      const right = wanted.has(sign.code);
      if (!right && isNeutral(sign, labels)) continue;
      const score = scoreOf(sign.code);
      score.told += 1;
      if (right) score.right += 1;
      else score.alarms.push(`${placeOf(one)} (${sign.whose}, ${sign.count} cells, ${sign.confidence.toFixed(2)})`);
    }
  }
  return scores;
}

export interface WhoseScore {
  asked: number;
  right: number;
  /** «unclear» is treated as a private person. */
  safe: number;
  readonly wrong: string[];
}

/** Whether a found label is told to be of those it is of. */
export function scoreWhose(columns: readonly ScoredColumn[]): WhoseScore {
  const score: WhoseScore = { asked: 0, right: 0, safe: 0, wrong: [] };
  const meant = (whose: Whose): Whose => (whose === 'unclear' ? 'person' : whose);
  for (const one of columns)
    for (const { meaning, whose, may } of one.labels) {
      const sign = one.signs.find(({ code }) => code === meaning);
      if (whose === null || may || !sign) continue;
      score.asked += 1;
      if (sign.whose === whose) score.right += 1;
      if (meant(sign.whose) === meant(whose)) score.safe += 1;
      else score.wrong.push(`${placeOf(one)}: ${meaning} of ${whose}, told as of ${sign.whose}`);
    }
  return score;
}
