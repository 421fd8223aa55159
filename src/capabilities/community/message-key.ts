import { createHash, randomBytes } from 'node:crypto';

/** A new key of a private address: 192 bits nobody can guess. */
export function newKey(): string {
  return randomBytes(24).toString('base64url');
}

/** What is kept of a key, or of a voter's mark: it proves the key and does not tell it. */
export function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
