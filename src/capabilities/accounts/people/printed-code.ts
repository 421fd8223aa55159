import { randomBytes } from 'node:crypto';

/** Digits and capitals that are not taken for one another on paper (Crockford's base 32): no I, L, O, U. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 25;
const GROUP = 5;

/** A secret of 125 bits that can be read from paper and typed: 25 letters in groups of five. */
export function newCode(): string {
  const letters = [...randomBytes(LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
  return letters.replace(/.{5}(?=.)/g, '$&-');
}

/** A code as people type it: small letters, without dashes, O for 0, I and L for 1, Cyrillic twins. What is no code is left as it is. */
export function tidyCode(typed: string): string {
  const twins: Readonly<Record<string, string>> = {
    О: '0',
    O: '0',
    I: '1',
    L: '1',
    І: '1',
    А: 'A',
    В: 'B',
    С: 'C',
    Е: 'E',
    Н: 'H',
    К: 'K',
    М: 'M',
    Р: 'P',
    Т: 'T',
    Х: 'X',
  };
  const letters = [...typed.toUpperCase().replace(/[\s–—-]/g, '')].map((letter) => twins[letter] ?? letter).join('');
  if (letters.length !== LENGTH || [...letters].some((letter) => !LETTERS.includes(letter))) return typed.trim();
  return letters.match(new RegExp(`.{${GROUP}}`, 'g'))?.join('-') ?? typed;
}
