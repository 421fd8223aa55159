import { createHash, createHmac } from 'node:crypto';
import type { DuckSession } from '../../platform/duckdb/duckdb.ts';

/** What a digest is for: what is public must not open what is kept apart. */
export type DigestUse = 'pseudonym' | 'row';

/** Sixteen signs for sixteen: a pseudonym without digits is taken for no number, one without vowels for no word. */
const SIGNS = 'bcdfghjkmnpqrstv';
const HEX = '0123456789abcdef';
/** Of 64 bits: among a million values two share a pseudonym once in some 40 million tables. */
const LENGTH = 16;
const BLOCK = 64;

/** The key as HMAC uses it: two blocks, in hex (RFC 2104). */
function blocksOf(key: string): { readonly inner: string; readonly outer: string } {
  const bytes = createHash('sha256').update(key).digest();
  const block = Buffer.concat([bytes, Buffer.alloc(BLOCK - bytes.length)]);
  const xor = (sign: number) => Buffer.from(block.map((byte) => byte ^ sign)).toString('hex');
  return { inner: xor(0x36), outer: xor(0x5c) };
}

/** Gives a session the key, bound and not written: statements name it, and so do errors. */
export async function giveKey(session: DuckSession, key: string): Promise<void> {
  const { inner, outer } = blocksOf(key);
  await session.run('SET VARIABLE protection_inner = ?', [inner]);
  await session.run('SET VARIABLE protection_outer = ?', [outer]);
}

/** Spaces of every width, in a class of both sorts of regex; those nobody sees are among them. */
const SPACES = '[ \\t\\n\\v\\f\\r\u00a0\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]+';

/** SQL: a value but for spaces, letter case and forms of the same letter; NULL where nothing is left. */
const plain = (value: string) =>
  `nullif(lower(nfc_normalize(trim(regexp_replace(${value}, '${SPACES}', ' ', 'g'), ' '))), '')`;

/** What people type for one another in the same name: apostrophes of every make, and Latin letters that look like ours. Lower case, in pairs. */
const ALIKE = '’ʼ‘`´′＇aceiopxykmtbh';
const FOLDED = "'''''''асеіорхукмтвн";

/** SQL: what a digest is made of. People are found by it however they were typed; two pseudonyms stand for two spellings. */
const saidBy = (value: string, use: DigestUse) =>
  use === 'row' ? `translate(${plain(value)}, '${ALIKE}', '${FOLDED.replaceAll("'", "''")}')` : plain(value);

/** SQL: HMAC-SHA-256 of a value by the session's key, as sixteen letters; NULL of an empty cell. */
export function digestSql(value: string, use: DigestUse): string {
  const keyed = (name: string) => `unhex(getvariable('protection_${name}'))`;
  const inner = `sha256(${keyed('inner')} || encode('${use}:' || ${saidBy(value, use)}))`;
  return `translate(sha256(${keyed('outer')} || unhex(${inner}))[:${LENGTH}], '${HEX}', '${SIGNS}')`;
}

/** The same digest outside DuckDB; null of an empty value. */
export function digestOf(key: string, value: string, use: DigestUse): string | null {
  const text = value.replace(new RegExp(SPACES, 'g'), ' ').replace(/^ | $/g, '').normalize('NFC').toLowerCase();
  if (text === '') return null;
  const said = use === 'row' ? [...text].map((letter) => FOLDED[ALIKE.indexOf(letter)] ?? letter).join('') : text;
  const mac = createHmac('sha256', createHash('sha256').update(key).digest()).update(`${use}:${said}`).digest('hex');
  return mac.slice(0, LENGTH).replace(/./g, (sign) => SIGNS[HEX.indexOf(sign)] ?? '');
}
