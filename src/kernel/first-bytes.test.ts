import { expect, test } from 'vitest';
import { attachedKind, firstBytes, JPEG, PDF, PNG } from './first-bytes.ts';

const bytes = (...codes: number[]) => Uint8Array.from([...codes, ...new Array(40).fill(0)]);
const text = (words: string) => new TextEncoder().encode(words);

test('a file is told by its first bytes, never a text by its first letters', () => {
  expect(firstBytes(text('%PDF-1.7'))).toBe('pdf');
  expect(firstBytes(bytes(0x50, 0x4b, 3, 4))).toBe('zip');
  expect(firstBytes(text('BZh91AY&SY…'))).toBe('bz2');
  expect(firstBytes(bytes(0x4d, 0x5a, 0x90))).toBe('program');
  expect(firstBytes(text('RIFF0000WEBPVP8 '))).toBe('webp');
  for (const words of ['MZ;назва', 'BM;сума', 'BZhytomyr;1', 'ID3;код', '0;1', 'PK;x', '']) {
    expect(firstBytes(text(words)), words).toBeNull();
  }
});

test('an attached file must be of a kind that is taken, by bytes and by name', () => {
  const docx = { kind: 'zip', mediaType: 'application/docx', endings: ['docx'] } as const;
  const signature = { kind: 'signature', mediaType: 'application/pkcs7', endings: ['p7s'] } as const;
  const kinds = [PDF, PNG, JPEG, docx, signature];
  expect(attachedKind(kinds, text('%PDF-1.4'), 'nakaz.pdf')).toBe(PDF);
  expect(attachedKind(kinds, text('%PDF-1.4'), 'nakaz.png')).toBeNull();
  expect(attachedKind(kinds, bytes(0x50, 0x4b, 3, 4), 'Наказ.DOCX')).toBe(docx);
  expect(attachedKind(kinds, bytes(0x50, 0x4b, 3, 4), 'nakaz.zip')).toBeNull();
  expect(attachedKind(kinds, bytes(0x30, 0x82), 'nakaz.p7s')).toBe(signature);
  expect(attachedKind([PNG, JPEG], bytes(0xff, 0xd8, 0xff), null)).toBe(JPEG);
});
