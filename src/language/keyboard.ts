/** Words typed with the other keyboard layout on, and Ukrainian words typed in Latin letters. Pure; for search only. */

const KEYS_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.\\";
const KEYS_UKRAINIAN = 'йцукенгшщзхїфівапролджєячсмитьбюґ';

/** Keys that the Russian layout has instead: people of two languages switch between all three. */
const RUSSIAN_KEYS: readonly (readonly [letter: string, key: string])[] = [
  ['ы', 's'],
  ['э', "'"],
  ['ъ', ']'],
  ['ё', '`'],
];

const TO_UKRAINIAN = new Map([...KEYS_LATIN].map((key, at) => [key, KEYS_UKRAINIAN[at] ?? key]));
const TO_LATIN = new Map([
  ...[...KEYS_UKRAINIAN].map((key, at) => [key, KEYS_LATIN[at] ?? key] as const),
  ...RUSSIAN_KEYS,
]);

const mapped = (text: string, keys: ReadonlyMap<string, string>): string =>
  [...text.toLowerCase()].map((key) => keys.get(key) ?? key).join('');

/** The same keys on the Ukrainian layout: `ghbdsn` → привіт. */
export function onUkrainianLayout(text: string): string {
  return mapped(text, TO_UKRAINIAN);
}

/** The same keys on the Latin layout: «пеаі» → gtfs. */
export function onLatinLayout(text: string): string {
  return mapped(text, TO_LATIN);
}

const SOUNDS: readonly (readonly [latin: string, ukrainian: string])[] = [
  ['shch', 'щ'],
  ['zgh', 'зг'],
  ['zh', 'ж'],
  ['kh', 'х'],
  ['ts', 'ц'],
  ['ch', 'ч'],
  ['sh', 'ш'],
  ['ye', 'є'],
  ['yi', 'ї'],
  ['yu', 'ю'],
  ['ya', 'я'],
  ['ie', 'є'],
  ['iu', 'ю'],
  ['ia', 'я'],
  ['x', 'кс'],
  ...[...'abvhgdezyiklmnoprstufjwcq'].map(
    (letter, at) => [letter, [...'абвгґдезиіклмнопрстуфйвкк'][at] ?? letter] as const,
  ),
];

/**
 * Ukrainian words that КМУ 55 (or a hurried hand) would write like this, most likely first, at most five. Latin letters lose the soft
 * sign and the difference of «і», «ї», «й», hence several: `raion` → раіон, район; `miska` → міска, міська.
 */
export function fromLatin(word: string): string[] {
  const lower = word.toLowerCase();
  let ukrainian = '';
  for (let at = 0; at < lower.length; ) {
    const sound = SOUNDS.find(([latin]) => lower.startsWith(latin, at));
    ukrainian += sound ? sound[1] : lower.charAt(at);
    at += sound ? sound[0].length : 1;
  }
  const short = ukrainian
    .replace(/(?<=[аеиоуяює])[иі]/gu, 'й')
    .replace(/ии$/u, 'ий')
    .replace(/ій?і$/u, 'ії');
  const soft = (text: string) => text.replace(/([сцз])к/gu, '$1ьк').replace(/л(?=[нкц])/gu, 'ль');
  // `dytsadok`: two letters of two parts of a word, not «ц»
  const apart = lower.includes('ts') ? [ukrainian.replaceAll('ц', 'тс')] : [];
  return [...new Set([ukrainian, short, soft(ukrainian), soft(short), ...apart])];
}
