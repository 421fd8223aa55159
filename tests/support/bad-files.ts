import { constants, deflateRawSync } from 'node:zlib';

/** One member of a zip made by hand: its packed bytes and what the directory says of them. */
export interface HandMember {
  readonly name: string;
  readonly packed: Buffer;
  /** Size unpacked, as told; the truth may be another. */
  readonly told: number;
}

/** A member as every program would make it. */
export function honestMember(name: string, text: string): HandMember {
  return { name, packed: deflateRawSync(text), told: Buffer.byteLength(text) };
}

/** Deflated bytes that unpack to `unit` written so many times; the unit is packed once, so gigabytes are made at once. */
export function deflatedTimes(before: string, unit: string, times: number): Buffer {
  const flush = { finishFlush: constants.Z_FULL_FLUSH };
  const head = deflateRawSync(before, flush);
  const one = deflateRawSync(unit, flush);
  return Buffer.concat([head, ...Array.from({ length: times }, () => one), deflateRawSync('')]);
}

/** A zip of these members, sizes as told. Checksums are left at nothing: what is looked at here comes before them. */
export function zipOf(members: readonly HandMember[]): Buffer<ArrayBuffer> {
  const parts: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const { name, packed, told } of members) {
    const label = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(told, 22);
    local.writeUInt16LE(label.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(told, 24);
    entry.writeUInt16LE(label.length, 28);
    entry.writeUInt32LE(offset, 42);
    parts.push(local, label, packed);
    entries.push(entry, label);
    offset += 30 + label.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members.length % 65_536, 8);
  end.writeUInt16LE(members.length % 65_536, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directory, end]);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const SHEET_HEAD = `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>назва</t></is></c></row>`;
export const SHEET_END = '</sheetData></worksheet>';

/** The members of a workbook with one sheet, which the caller makes. */
export function workbookMembers(sheet: HandMember, others: readonly HandMember[] = []): HandMember[] {
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const relation = `${OFFICE}/worksheet`;
  return [
    honestMember(
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/></Types>`,
    ),
    honestMember(
      '_rels/.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    honestMember(
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Дані" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    honestMember(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    sheet,
    ...others,
  ];
}

/** The container of old Office files, as a workbook with a password is wrapped: its header and the name of what it holds. */
export function lockedWorkbook(): Buffer<ArrayBuffer> {
  const bytes = Buffer.alloc(2048);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes);
  Buffer.from('EncryptedPackage', 'utf16le').copy(bytes, 1024);
  return bytes;
}
