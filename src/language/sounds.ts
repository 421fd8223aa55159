/** How a word sounds, roughly: one key for a Ukrainian word and for all the ways hurried people write it in Latin letters. Pure; for search only. */

/** Longer spellings first. Every letter ends as one sign: J for ж, C for ч, S for ш, c for ц, h for г, ґ and х alike. */
const LATIN: readonly (readonly [spelling: RegExp, sound: string])[] = [
  [/shch|shh|sch|šč|šč/g, 'SC'],
  [/zgh/g, 'z\u0001h'],
  [/zh|ž/g, 'J'],
  [/kh|x/g, 'h'],
  [/ch|č/g, 'C'],
  [/sh|š/g, 'S'],
  [/ts|tz/g, 'c'],
  [/ck|q/g, 'k'],
  [/ph/g, 'f'],
  [/w/g, 'v'],
  [/[gh]/g, 'h'],
  [/[yj]/g, 'i'],
];

const CYRILLIC: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'h',
  ґ: 'h',
  д: 'd',
  е: 'e',
  є: 'ie',
  ж: 'J',
  з: 'z',
  и: 'i',
  і: 'i',
  ї: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'c',
  ч: 'C',
  ш: 'S',
  щ: 'SC',
  ь: '',
  ю: 'iu',
  я: 'ia',
};

/** The key of one folded word in either alphabet: `zupynk`, `zupinc`-like spellings and «зупинк» meet. */
export function soundOf(word: string): string {
  const latin = LATIN.reduce((text, [spelling, sound]) => text.replace(spelling, sound), word.replace(/['’]/g, ''));
  const signs = [...latin].map((letter) => CYRILLIC[letter] ?? letter).join('');
  return (
    signs
      .replaceAll('\u0001', '')
      // «обєкти», `obyekty` and `obekty`; «станція», `stantsiya` and `stancja`
      .replace(/i+(?=[aeou])/g, '')
      .replace(/(.)\1+/g, '$1')
  );
}
