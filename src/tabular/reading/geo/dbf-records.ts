import type { Cell } from '../row-sink.ts';
import type { ByteSource } from './byte-source.ts';
import type { ByteDecoder } from './dbf-encoding.ts';

/** A field of a dBASE table. */
export interface DbfField {
  readonly name: Buffer;
  /** C text, N and F numbers, D day, L yes or no, I whole number of four bytes, M memo in another file. */
  readonly type: string;
  readonly length: number;
}

export interface DbfHeader {
  readonly fields: readonly DbfField[];
  readonly records: number;
  readonly recordLength: number;
  /** Language driver: tells the code page where the program wrote it. */
  readonly language: number;
}

const FIELD = 32;
const FIELDS_END = 0x0d;

/** The header of a dBASE table; null where it is none. */
export async function readDbfHeader(source: ByteSource): Promise<DbfHeader | null> {
  const head = await source.take(FIELD);
  if (head.length < FIELD) return null;
  const length = head.readUInt16LE(8);
  const recordLength = head.readUInt16LE(10);
  if (length < FIELD + 1 || recordLength < 1) return null;
  const rest = await source.take(length - FIELD);
  if (rest.length < length - FIELD) return null;
  const fields: DbfField[] = [];
  for (let at = 0; at + FIELD <= rest.length && rest[at] !== FIELDS_END; at += FIELD) {
    const end = rest.indexOf(0, at);
    const name = Buffer.from(rest.subarray(at, end >= at && end < at + 11 ? end : at + 11));
    fields.push({ name, type: String.fromCharCode(rest[at + 11] ?? 0), length: rest[at + 16] ?? 0 });
  }
  return { fields, records: head.readUInt32LE(4), recordLength, language: head[29] ?? 0 };
}

/** The records of the table in their order, their bytes without the mark of deletion; null for a deleted one. */
export async function* dbfRecords(source: ByteSource, header: DbfHeader): AsyncGenerator<Buffer | null> {
  for (let at = 0; at < header.records; at++) {
    const record = await source.take(header.recordLength);
    if (record.length < header.recordLength) return;
    yield record[0] === 0x2a ? null : record.subarray(1);
  }
}

function fieldValue(type: string, bytes: Buffer, decode: ByteDecoder): Cell {
  if (type === 'I' && bytes.length === 4) return String(bytes.readInt32LE(0));
  if (type === 'O' && bytes.length === 8) return String(bytes.readDoubleLE(0));
  const text = (type === 'C' ? decode(bytes) : bytes.toString('latin1')).replace(/[\0\s]+$/, '');
  switch (type) {
    case 'C':
      return text === '' ? null : text;
    case 'L':
      return /^[TtYy]$/.test(text) ? 'true' : /^[FfNn]$/.test(text) ? 'false' : null;
    case 'D': {
      const day = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
      return day && day[1] !== '0000' ? `${day[1]}-${day[2]}-${day[3]}` : null;
    }
    default: {
      // stars fill a number that did not fit
      const plain = text.trim();
      return plain === '' || plain.includes('*') ? null : plain;
    }
  }
}

/** The cells of a record, in the order of the fields. */
export function dbfCells(record: Buffer, fields: readonly DbfField[], decode: ByteDecoder): Cell[] {
  let at = 0;
  return fields.map(({ type, length }) => {
    const bytes = record.subarray(at, at + length);
    at += length;
    return fieldValue(type, bytes, decode);
  });
}
