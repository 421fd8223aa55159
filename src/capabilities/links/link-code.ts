import { createHash, randomBytes } from 'node:crypto';

/** Letters and digits nobody mistakes for each other on paper (Crockford): no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;

/** A new code, 80 bits of chance, as it is printed: `7K3M-9QRT-…`. */
export function newCode(): string {
  const letters = [...randomBytes(LENGTH)].map((byte) => ALPHABET[byte & 31] ?? '0').join('');
  return (letters.match(/.{4}/g) ?? []).join('-');
}

/** What is kept of a code: its digest. Typed small, with or without dashes, with the letters people mistake, it is the same code. */
export function digestOf(typed: string): string {
  const tidy = typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll(/[IL]/g, '1')
    .replaceAll('O', '0');
  return createHash('sha256').update(`vidkryto link ${tidy}`).digest('hex');
}
