import type { Meaning } from './label-names.ts';
import { meaningOf } from './label-names.ts';
import type { CellLabels } from './labels.ts';
import { emptyScore, placeOf, type Score, type ScoredColumn } from './score.ts';

/** Precision and recall of every label over cells: rows a sign was seen in against rows that hold it. */
export function scoreCells(columns: readonly ScoredColumn[], cells: CellLabels): Map<Meaning, Score> {
  const scores = new Map<Meaning, Score>();
  const scoreOf = (meaning: Meaning): Score => {
    const score = scores.get(meaning) ?? emptyScore(meaning);
    scores.set(meaning, score);
    return score;
  };
  for (const one of columns) {
    const { labels, signs } = one;
    const [first] = labels;
    if (!first) continue;
    const holding = new Map(
      [...cells].flatMap(([key, rows]) => {
        const [file, sheet, column, label = ''] = key.split('\t');
        return file === first.file && sheet === first.sheet && column === first.column
          ? [[meaningOf(label), rows] as const]
          : [];
      }),
    );
    const text = labels.some(({ meaning }) => meaning === 'free-text');
    const may = new Set(labels.filter((label) => label.may).map(({ meaning }) => meaning));
    for (const [meaning, rows] of holding) {
      if (may.has(meaning)) continue;
      // What stands in a text is found where the text is told to hold something.
      const told = new Set(
        signs.flatMap(({ code, rows: seen }) => (code === meaning || (text && code === 'free-text') ? seen : [])),
      );
      const score = scoreOf(meaning);
      const found = [...rows].filter((row) => told.has(row)).length;
      score.n += rows.size;
      score.found += found;
      if (found < rows.size) score.misses.push(`${placeOf(one)}: ${rows.size - found} of ${rows.size} cells`);
    }
    for (const { code, rows, whose } of signs) {
      const right = holding.get(code);
      if (may.has(code) || (whose === 'organization' && !right)) continue;
      if (code === 'free-text' && !text && holding.size > 0) continue;
      const score = scoreOf(code);
      const hits = rows.filter((row) => right?.has(row)).length;
      score.told += rows.length;
      score.right += hits;
      if (hits < rows.length) score.alarms.push(`${placeOf(one)}: ${rows.length - hits} of ${rows.length} cells`);
    }
  }
  return scores;
}
