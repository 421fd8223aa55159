/** One line of a query file. */
export interface Query {
  readonly q: string;
  /** 0-based places in the list of resolution 835; any of them is a right answer. */
  readonly expected: readonly number[];
  readonly kind: string;
  /** Named by a `# part: NAME` line above; empty where there is none. */
  readonly part: string;
}

/** A query with what search made of it. */
export interface ScoredQuery extends Query {
  /** Place of the first right answer, from 1; 0 when it is not among the first ten. */
  readonly place: number;
  /** The answers' places in the list. */
  readonly first: readonly number[];
}

const isNumbers = (text: string): boolean => /^\s*\d+(?:[\s,;]+\d+)*\s*$/.test(text);

/**
 * Reads `query<TAB>expected<TAB>kind`; expected numbers are parted by commas or spaces. Blank lines, `#` lines and a first line of headings are
 * passed over.
 * @param items how many items the list has
 */
export function parseQueries(text: string, items: number): Query[] {
  const queries: Query[] = [];
  let part = '';
  let first = true;
  for (const [at, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    const named = /^#\s*part:\s*(.+)$/.exec(line);
    if (named?.[1]) part = named[1].trim();
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [q = '', expected = '', kind = ''] = line.split('\t');
    const heading = first && !isNumbers(expected);
    first = false;
    if (heading) continue;
    if (!isNumbers(expected)) throw new Error(`line ${at + 1}: «${expected}» are not numbers of the list`);
    const numbers = expected.split(/[\s,;]+/).flatMap((one) => (one === '' ? [] : [Number(one)]));
    const wrong = numbers.find((one) => one >= items);
    if (wrong !== undefined) throw new Error(`line ${at + 1}: the list has no item ${wrong}`);
    queries.push({ q: q.trim(), expected: numbers, kind: kind.trim() || 'other', part });
  }
  return queries;
}

const share = (scored: readonly ScoredQuery[], most: number): string =>
  (scored.filter(({ place }) => place > 0 && place <= most).length / scored.length).toFixed(3);

/** Mean reciprocal rank of the first right answer within the first ten. */
export function meanReciprocalRank(scored: readonly Pick<ScoredQuery, 'place'>[]): number {
  return scored.reduce((sum, { place }) => sum + (place > 0 ? 1 / place : 0), 0) / Math.max(1, scored.length);
}

function line(name: string, scored: readonly ScoredQuery[]): string {
  const hits = [1, 5, 10].map((most) => share(scored, most).padStart(7)).join('');
  return `${name.padEnd(16)}${String(scored.length).padStart(5)}${hits}${meanReciprocalRank(scored).toFixed(3).padStart(7)}`;
}

function groups(scored: readonly ScoredQuery[], by: (query: ScoredQuery) => string): [string, ScoredQuery[]][] {
  return [...Map.groupBy(scored, by)].filter(([name]) => name !== '');
}

/** Hits at 1, 5, 10 and MRR in all, by part and by kind; then every query whose right answer does not come first. */
export function reportOf(scored: readonly ScoredQuery[], titles: readonly string[]): string {
  if (scored.length === 0) return 'no queries';
  const parts = groups(scored, ({ part }) => part);
  const kinds = groups(scored, ({ kind }) => kind).sort(([a], [b]) => (a < b ? -1 : 1));
  const misses = scored
    .filter(({ place }) => place !== 1)
    .map(({ q, place, first, expected, part }) => {
      const got = first[0] === undefined ? 'nothing' : `${first[0]} ${titles[first[0]]?.slice(0, 50)}`;
      return `  ${place === 0 ? ' —' : String(place).padStart(2)}  ${q}  (wanted ${expected.join(',')}; first: ${got})${part ? ` [${part}]` : ''}`;
    });
  return [
    `${''.padEnd(16)}${'n'.padStart(5)}${['hit@1', 'hit@5', 'hit@10', 'MRR'].map((name) => name.padStart(7)).join('')}`,
    line('all', scored),
    ...parts.map(([name, some]) => line(name, some)),
    ...kinds.map(([name, some]) => line(`  ${name}`, some)),
    misses.length === 0
      ? 'every right answer comes first'
      : `place  query: the right answer is not first in ${misses.length}`,
    ...misses,
  ].join('\n');
}
