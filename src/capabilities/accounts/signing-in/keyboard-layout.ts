/** One key: what it writes in the Latin, the Ukrainian and the Russian layout. */
const KEYS: readonly (readonly [string, string, string])[] = [
  ...columns('qwertyuiop', 'йцукенгшщз', 'йцукенгшщз'),
  ...columns("[]asdfghjkl;'", 'хїфівапролджє', 'хъфывапролджэ'),
  ...columns('zxcvbnm,.`\\', 'ячсмитьбюʼґ', 'ячсмитьбюё\\'),
];

function columns(latin: string, ukrainian: string, russian: string): (readonly [string, string, string])[] {
  const [own, other] = [[...ukrainian], [...russian]];
  return [...latin].map((key, at) => [key, own[at] ?? key, other[at] ?? key] as const);
}

const toLatin = new Map(KEYS.flatMap(([latin, ...cyrillic]) => cyrillic.map((letter) => [letter, latin] as const)));
const toUkrainian = new Map(KEYS.map(([latin, ukrainian]) => [latin, ukrainian] as const));
const toRussian = new Map(KEYS.map(([latin, , russian]) => [latin, russian] as const));

const typedBy = (keys: ReadonlyMap<string, string>, text: string): string =>
  [...text].map((letter) => keys.get(letter) ?? letter).join('');

/**
 * What the same keys write in the other layouts: «пароль» typed with the Latin one is «gfhjkm», and is as well known.
 * @param text lower case
 * @returns the text itself first, then its other forms, each once
 */
export function layoutForms(text: string): readonly string[] {
  return [...new Set([text, typedBy(toLatin, text), typedBy(toUkrainian, text), typedBy(toRussian, text)])];
}
