import { createHash } from 'node:crypto';
import type { HistoryEntry } from './history-entry.ts';

/** The value before the first entry. */
export const FIRST_CHAIN = Buffer.alloc(32);

const sha256 = (...parts: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** JSON with the names of every object in one order: the same value gives the same text wherever it was kept. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const names = Object.keys(value).sort();
  const record = value as Record<string, unknown>;
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonicalJson(record[name])}`).join(',')}}`;
}

type Content = Pick<HistoryEntry, 'before' | 'after' | 'note' | 'address'>;
type Metadata = Pick<HistoryEntry, 'id' | 'at' | 'actor' | 'deed' | 'subject' | 'unitId' | 'via'>;

/**
 * Digest of what may be erased one day. The salt goes with it: short content (a name, an address) cannot be guessed from the digest that stays.
 * @param salt random, of this entry alone
 */
export function contentDigest({ before, after, note, address }: Content, salt: string): Buffer {
  return sha256('content', salt, canonicalJson([before ?? null, after ?? null, note, address]));
}

/** Digest of a whole entry: what stays for ever, and the digest of its content. */
export function entryDigest(entry: Metadata, content: Uint8Array): Buffer {
  const { id, at, actor, deed, subject, unitId, via } = entry;
  const stays = [id, at.toISOString(), actor.kind, actor.id, actor.name, deed, subject.kind, subject.id, subject.name];
  return sha256('entry', canonicalJson([...stays, unitId, via]), content);
}

/** The next value of the chain. */
export function nextChain(before: Uint8Array, digest: Uint8Array): Buffer {
  return sha256('chain', before, digest);
}
