/** How far a typed word is from a right one, as fingers and ears err. Pure. */

const ROWS = ['йцукенгшщзхї', 'фівапролджє', 'ячсмитьбю', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Letters that stand beside each other on the keyboard, as `ab`. */
const NEIGHBOURS: ReadonlySet<string> = new Set(
  ROWS.flatMap((row, line) =>
    [...row].flatMap((key, at) => {
      const below = line % 3 === 2 ? '' : (ROWS[line + 1] ?? '');
      const near = [row[at + 1], below[at - 1], below[at]].filter((one) => one !== undefined);
      return near.flatMap((one) => [key + one, one + key]);
    }),
  ),
);

/** Letters that are heard alike or stand for each other in Russian words, as `ab`. */
const HEARD_ALIKE: ReadonlySet<string> = new Set(
  [
    'еи',
    'иі',
    'еі',
    'ои',
    'оа',
    'ео',
    'оі',
    'гх',
    'гґ',
    'єе',
    'їі',
    'йі',
    'бп',
    'дт',
    'зс',
    'жш',
    'щш',
    'цс',
    'чш',
    'ыи',
    'эе',
  ].flatMap((pair) => [pair, [...pair].reverse().join('')]),
);

const HALF = 0.6;

function costOf(a: string, b: string): number {
  if (a === b) return 0;
  return HEARD_ALIKE.has(a + b) || NEIGHBOURS.has(a + b) ? HALF : 1;
}

/**
 * Damerau's distance: letters changed, added, dropped, or two neighbours swapped, each 1; letters that sound alike or lie beside each other on
 * the keyboard, and a letter typed twice, 0.6.
 * @param limit it gives up with infinity once the distance is larger
 */
export function typingDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) > limit + 1) return Number.POSITIVE_INFINITY;
  const doubled = (word: string, at: number) => at >= 2 && word[at - 1] === word[at - 2];
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    const one = a[i - 1] ?? '';
    for (let j = 1; j <= b.length; j += 1) {
      const other = b[j - 1] ?? '';
      const changed = (previous[j - 1] ?? 0) + costOf(one, other);
      const dropped = (previous[j] ?? 0) + (doubled(a, i) ? HALF : 1);
      const added = (current[j - 1] ?? 0) + (doubled(b, j) ? HALF : 1);
      const swapped = one === b[j - 2] && a[i - 2] === other ? (older[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      current.push(Math.min(changed, dropped, added, i > 1 && j > 1 ? swapped : Number.POSITIVE_INFINITY));
    }
    if (Math.min(...current) > limit) return Number.POSITIVE_INFINITY;
    older = previous;
    previous = current;
  }
  const distance = previous[b.length] ?? 0;
  return distance > limit ? Number.POSITIVE_INFINITY : distance;
}

/** How far a word of that many letters may be from the right one: short words have too many neighbours. */
export function mostTypingErrors(length: number): number {
  if (length <= 3) return 0;
  if (length <= 5) return 1;
  return length <= 8 ? 1.6 : 2.2;
}
