const LEVELS: readonly (readonly [RegExp, 'п.' | 'ч.' | 'ст.'])[] = [
  [/^п(?:\.|ункт\p{L}*)/iu, 'п.'],
  [/^ч(?:\.|астин\p{L}*)/iu, 'ч.'],
  [/^ст(?:\.|ат\p{L}*)/iu, 'ст.'],
];

const NUMBER = /^\d+(?:[-–]\d+)?/;
const BETWEEN = /^(?:[\s,;]+|(?:і|й|та|,)\s)/iu;

/** How long a run of articles may be, characters. */
const LONGEST = 200;

/** The articles named directly before a law: «ст.40, частиною 1 ст. 52» before «Закону України …». */
export function articlesBefore(
  text: string,
  end: number,
): { readonly articles: readonly string[]; readonly start: number } {
  const from = Math.max(0, end - LONGEST);
  const before = text.slice(from, end);
  const run =
    /(?:(?:п(?:\.|ункт\p{L}*)|ч(?:\.|астин\p{L}*)|ст(?:\.|ат(?:т|е)\p{L}*))\s*\d+(?:[-–]\d+)?(?:[\s,;]+(?:(?:та|і|й)\s+)?\d+(?:[-–]\d+)?)*[\s,;]*(?:(?:та|і|й)\s+)?)+$/iu.exec(
      before,
    );
  if (!run || /\p{L}/u.test(before[run.index - 1] ?? '')) return { articles: [], start: end };
  return { articles: articlesOf(run[0]), start: from + run.index };
}

/** «ч. 1 ст. 52», «ст. 34» of a run of articles, parts and points, in their order. */
function articlesOf(run: string): string[] {
  const articles: string[] = [];
  let level: 'п.' | 'ч.' | 'ст.' = 'ст.';
  let waiting: string[] = [];
  let rest = run;
  while (rest !== '') {
    const named = LEVELS.find(([word]) => word.test(rest));
    if (named) {
      level = named[1];
      rest = rest.replace(named[0], '');
      continue;
    }
    const number = NUMBER.exec(rest)?.[0];
    if (number) {
      rest = rest.slice(number.length);
      if (level !== 'ст.') waiting.push(`${level} ${number}`);
      else {
        articles.push([...waiting, `ст. ${number.replace('–', '-')}`].join(' '));
        waiting = [];
      }
      continue;
    }
    rest = BETWEEN.test(rest) ? rest.replace(BETWEEN, '') : rest.slice(1);
  }
  const last = articles.pop();
  // «ст. 6 ч. 2»: the part stands after its article
  return last === undefined ? waiting : [...articles, [...waiting, last].join(' ')];
}
