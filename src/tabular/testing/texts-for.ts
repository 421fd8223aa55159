import type { Re2 } from '../scan/read-re2.ts';

/** Letters of both alphabets, of old and rare ones that fold to them, digits, signs, spaces and what nobody sees. */
const RANGES: readonly (readonly [number, number])[] = [
  [0, 0x5_8f],
  [0x6_60, 0x6_69],
  [0x16_80, 0x16_80],
  [0x1c_80, 0x1c_8a],
  [0x1e_90, 0x1e_9f],
  [0x20_00, 0x20_bf],
  [0x21_00, 0x21_4f],
  [0x22_12, 0x22_12],
  [0x2d_e0, 0x2d_ff],
  [0x30_00, 0x30_00],
  [0xa6_40, 0xa6_9f],
  [0xfb_00, 0xfb_06],
  [0xfe_ff, 0xff_5e],
  [0x1_f6_00, 0x1_f6_01],
];
/** Characters that texts for tests are made of. */
export const ALPHABET = RANGES.flatMap(([from, to]) =>
  Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)),
);

/** A random number below the given one, the same in every run. */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

/** A text that the regex is likely to find. */
export function textFor(re2: Re2, random: (below: number) => number): string {
  switch (re2.is) {
    case 'start':
    case 'end':
      return '';
    case 'row':
      return re2.parts.map((part) => textFor(part, random)).join('');
    case 'either':
      return textFor(re2.parts[random(re2.parts.length)] ?? re2, random);
    case 'times': {
      const times = re2.least + random(Math.min(re2.most - re2.least, 2) + 1);
      return Array.from({ length: times }, () => textFor(re2.part, random)).join('');
    }
    case 'character': {
      const from = random(ALPHABET.length);
      const nearly = [...ALPHABET.slice(from), ...ALPHABET.slice(0, from)];
      return nearly.find(re2.test) ?? '';
    }
  }
}

/** The text with one character taken out, put in or changed. */
export function spoilt(text: string, random: (below: number) => number): string {
  const characters = [...text];
  const other = ALPHABET[random(ALPHABET.length)] ?? '';
  characters.splice(random(characters.length + 1), random(2), ...(random(2) === 0 ? [] : [other]));
  return characters.join('');
}
