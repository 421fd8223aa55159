import { CASES, type Cases } from './grammatical-case.ts';

/** The parts of a person's name in the order they were written. */
type Part = 'familyName' | 'givenName' | 'patronymicName';

const PATRONYMIC = /(?:[оеєії]вич|йович|[іїо]вна|ївна|ліч|мич|кич|[лн]івна)$/iu;
const isCapitals = (word: string) => word.length > 1 && word === word.toUpperCase();

type Declension = typeof import('shevchenko');

/** Which word is what: «Коваленко Олена Петрівна», «Олена Петрівна Коваленко», «Олена КОВАЛЬ», «Коваленко Олена»; null: it cannot be told. */
async function orderOf(words: readonly string[], { detectGender }: Declension): Promise<readonly Part[] | null> {
  const [first = '', second = '', third = ''] = words;
  if (words.length === 3) {
    if (PATRONYMIC.test(second) && !PATRONYMIC.test(third)) return ['givenName', 'patronymicName', 'familyName'];
    return ['familyName', 'givenName', 'patronymicName'];
  }
  if (words.length !== 2) return null;
  if (isCapitals(second) && !isCapitals(first)) return ['givenName', 'familyName'];
  if (isCapitals(first) && !isCapitals(second)) return ['familyName', 'givenName'];
  const isGiven = async (word: string) => (await detectGender({ givenName: word })) !== null;
  if (await isGiven(first)) return ['givenName', PATRONYMIC.test(second) ? 'patronymicName' : 'familyName'];
  return (await isGiven(second)) ? ['familyName', 'givenName'] : ['givenName', 'familyName'];
}

const METHODS = {
  genitive: 'inGenitive',
  dative: 'inDative',
  accusative: 'inAccusative',
  ablative: 'inAblative',
} as const;

/**
 * A person's name in every case, in the order and the capitals it was written in. A name whose parts or gender cannot be told (foreign letters,
 * one word, four words) is left as it is: the hand override is for those. The library is loaded at the first name: it is heavy.
 */
export async function nameInCases(name: string, gender?: 'masculine' | 'feminine'): Promise<Cases> {
  const words = name.trim().split(/\s+/u);
  const unchanged: Cases = { genitive: name, dative: name, accusative: name, ablative: name };
  if (!/^[\p{Script=Cyrillic}’'ʼ\s-]+$/u.test(name)) return unchanged;
  const shevchenko = await import('shevchenko');
  const order = await orderOf(words, shevchenko);
  if (!order) return unchanged;
  const parts = Object.fromEntries(order.map((part, at) => [part, (words[at] ?? '').replaceAll(/[’ʼ]/gu, "'")]));
  const known = gender ?? (await shevchenko.detectGender(parts));
  if (!known) return unchanged;
  const declined = await Promise.all(
    CASES.map(async (to) => {
      const said: Partial<Record<Part, string>> = await shevchenko[METHODS[to]]({ ...parts, gender: known } as never);
      return order.map((part, at) => restored(said[part] ?? '', words[at] ?? '')).join(' ');
    }),
  );
  const [genitive = name, dative = name, accusative = name, ablative = name] = declined;
  return { genitive, dative, accusative, ablative };
}

/** The apostrophe as it was written. */
function restored(word: string, written: string): string {
  const mark = /[’ʼ]/u.exec(written)?.[0];
  return mark ? word.replaceAll("'", mark) : word;
}
