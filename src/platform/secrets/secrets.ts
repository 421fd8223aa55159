import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Keeps what others trust us with (passwords of mail servers, of sources of data) closed in the records: a copy of the database opens none
 * without the key, which lives in the data folder or in the settings and in no backup.
 */
export interface Secrets {
  /** Closes a text. `place` names where it is kept, e.g. `sources:<id>`: moved to another place it opens no more. */
  seal(text: string, place: string): string;
  /** The text again; null when it was closed with another key, for another place, or is damaged: then it has to be typed anew. */
  open(sealed: string, place: string): string | null;
  /**
   * A key for one purpose, e.g. `pseudonyms:<dataset>`: always the same text, from which neither the key here nor that of another purpose can be told. It
   * is made anew each time and kept nowhere.
   */
  keyFor(purpose: string): string;
}

const FORM = 'v1';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const DERIVED_BYTES = 32;

/** @param key any text with at least 32 bytes of chance in it; AES-256-GCM with its SHA-256, and keys of purposes by HKDF (RFC 5869) */
export function secretsOf(key: string): Secrets {
  const digest = createHash('sha256').update(key).digest();
  return {
    seal(text, place) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', digest, iv).setAAD(Buffer.from(place));
      const closed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `${FORM}.${Buffer.concat([iv, cipher.getAuthTag(), closed]).toString('base64url')}`;
    },
    open(sealed, place) {
      const [form, body = ''] = sealed.split('.');
      const bytes = Buffer.from(body, 'base64url');
      if (form !== FORM || bytes.length < IV_BYTES + TAG_BYTES) return null;
      try {
        const decipher = createDecipheriv('aes-256-gcm', digest, bytes.subarray(0, IV_BYTES));
        decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
        return decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        return null;
      }
    },
    keyFor: (purpose) => Buffer.from(hkdfSync('sha256', digest, '', purpose, DERIVED_BYTES)).toString('base64url'),
  };
}
