import type { PolicyClause } from './policy.ts';

/** Numbers as regulations write them, in the genitive: «протягом п’яти робочих днів». */
const WORDS: Readonly<Record<string, number>> = {
  одного: 1,
  двох: 2,
  трьох: 3,
  чотирьох: 4,
  пяти: 5,
  шести: 6,
  семи: 7,
  восьми: 8,
  девяти: 9,
  десяти: 10,
  дванадцяти: 12,
  чотирнадцяти: 14,
  пятнадцяти: 15,
  двадцяти: 20,
  тридцяти: 30,
};

const TERM = /(?<!\p{L})(\d{1,3}|\p{L}+(?:['’ʼ]\p{L}+)?)(?:\s*\([^)]{1,30}\))?\s+робоч\p{L}+\s+д(?:ень|ня|ні|нів)/giu;

/** Working days a text names, in their order: digits or words, «5 (п’яти) робочих днів» once. */
export function workingDaysIn(text: string): number[] {
  return [...text.matchAll(TERM)].flatMap(([, written = '']) => {
    const days = /^\d+$/.test(written) ? Number(written) : WORDS[written.toLowerCase().replace(/['’ʼ]/g, '')];
    return days === undefined ? [] : [days];
  });
}

/** Working days in the genitive after «протягом»: «5 робочих днів», «1 робочого дня». */
export function withinWorkingDays(days: number): string {
  return days % 10 === 1 && days % 100 !== 11 ? `${days} робочого дня` : `${days} робочих днів`;
}

/** The text of a template's clause with its variables filled: `{громада}`, `{строк answer}`. What is not known stays as it is. */
export function fillClause(
  text: string,
  variables: Readonly<Record<string, string>>,
  terms: ReadonlyMap<string, number>,
): string {
  return text.replace(/\{(строк )?([^}]+)\}/g, (whole, ofTerm: string | undefined, name: string) => {
    const days = ofTerm ? terms.get(name) : undefined;
    if (ofTerm) return days === undefined ? whole : withinWorkingDays(days);
    return variables[name] || whole;
  });
}

/** Clauses numbered by their places: sections 1, 2, …, clauses within them 1.1, 1.2, … */
export function numbered(clauses: readonly PolicyClause[]): PolicyClause[] {
  let section = 0;
  let clause = 0;
  return clauses.map((one) => {
    if (one.heading) {
      section += 1;
      clause = 0;
      return { ...one, number: String(section) };
    }
    clause += 1;
    return { ...one, number: `${section}.${clause}` };
  });
}
