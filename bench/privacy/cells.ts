import type { Meaning } from './label-names.ts';
import { meaningOf } from './label-names.ts';
import type { CellLabels } from './labels.ts';
import { emptyScore, type Score, type ScoredColumn } from './score.ts';

/** Precision and recall of every label over cells: rows a sign was seen in against rows that hold it. */
export function scoreCells(columns: readonly ScoredColumn[], cells: CellLabels): Map<Meaning, Score> {
  const scores = new Map<Meaning, Score>();
  const scoreOf = (meaning: Meaning): Score => {
    const score = scores.get(meaning) ?? emptyScore(meaning);
    scores.set(meaning, score);
    return score;
  };
  for (const { labels, signs } of columns) {
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
    const may = new Set(labels.filter((label) => label.may).map(({ meaning }) => meaning));
    for (const [meaning, rows] of holding) {
      if (may.has(meaning)) continue;
      const told = new Set(signs.find(({ code }) => code === meaning)?.rows);
      const score = scoreOf(meaning);
      score.n += rows.size;
      score.found += [...rows].filter((row) => told.has(row)).length;
    }
    for (const { code, rows, whose } of signs) {
      const right = holding.get(code);
      if (may.has(code) || (whose === 'organization' && !right)) continue;
      const score = scoreOf(code);
      score.told += rows.length;
      score.right += rows.filter((row) => right?.has(row)).length;
    }
  }
  return scores;
}
