import { ORDER } from './label-names.ts';
import type { Score, WhoseScore } from './score.ts';

const share = (part: number, whole: number): string => (whole === 0 ? '—' : (part / whole).toFixed(3));

/** A line a label. */
export function printScores(what: string, scores: ReadonlyMap<string, Score>): void {
  console.log(
    `\n${what.padEnd(20)} ${'n'.padStart(7)} ${'found'.padStart(7)} ${'told'.padStart(7)}  precision  recall`,
  );
  for (const { meaning, n, found, told, right } of inOrder(scores))
    console.log(
      `${meaning.padEnd(20)} ${[n, found, told].map((count) => String(count).padStart(7)).join(' ')}  ${share(right, told).padStart(9)} ${share(found, n).padStart(7)}`,
    );
}

const inOrder = (scores: ReadonlyMap<string, Score>): Score[] =>
  [...scores.values()].toSorted((a, b) => ORDER.indexOf(a.meaning) - ORDER.indexOf(b.meaning));

/** Where labels were not found and where there is none; places without values. */
export function printFaults(scores: ReadonlyMap<string, Score>, of = ''): void {
  for (const { meaning, misses, alarms } of inOrder(scores)) {
    for (const place of misses) console.log(`${of}missed       ${meaning}: ${place}`);
    for (const place of alarms) console.log(`${of}false alarm  ${meaning}: ${place}`);
  }
}

export function printWhose({ asked, right, safe, wrong }: WhoseScore): void {
  console.log(
    `\nwhose: ${share(right, asked)} of ${asked} as labelled, ${share(safe, asked)} with «unclear» treated as a private person`,
  );
  for (const line of wrong) console.log(`whose        ${line}`);
}
