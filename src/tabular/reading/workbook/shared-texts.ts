import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { walkXml, withoutEscapes } from './xml.ts';

/** Texts that follow one another, as bytes, and where each ends. */
interface Block {
  readonly bytes: Buffer;
  readonly ends: Uint32Array;
}

/** Where a block stands: the number of its first text, and its place in the spill file. */
interface Place {
  readonly first: number;
  readonly count: number;
  readonly offset: number;
  readonly length: number;
}

const BLOCK_BYTES = 64 * 1024;
const BLOCK_TEXTS = 8 * 1024;
/** Bytes of blocks held in memory; others are read back from the disk. */
const HELD_BYTES = 16 * 1024 * 1024;
/** Characters of one text; Excel allows 32,767. */
const LONGEST_TEXT = 32 * 1024 * 1024;

/**
 * A workbook's list of different texts. They are kept as UTF-8 in blocks, and blocks beyond what memory should hold go to a file: as
 * JavaScript strings in an array they take twenty times their size.
 */
export class SharedTexts {
  private readonly places: Place[] = [];
  /** Blocks in memory by their number, least lately used first. */
  private readonly held = new Map<number, Block>();
  private readonly fresh = Buffer.alloc(BLOCK_BYTES);
  private heldBytes = 0;
  private freshLength = 0;
  private freshEnds: number[] = [];
  private file: number | null = null;
  private fileLength = 0;
  private last: { readonly place: Place; readonly block: Block } | null = null;
  private readonly spillPath: string;

  /** @param spillPath a file of this list alone; made only when memory does not hold the texts */
  constructor(spillPath: string) {
    this.spillPath = spillPath;
  }

  /** Adds the next text. */
  add(text: string): void {
    const size = text.length * 3 > BLOCK_BYTES - this.freshLength ? Buffer.byteLength(text) : 0;
    if (size > BLOCK_BYTES - this.freshLength || this.freshEnds.length >= BLOCK_TEXTS) this.settle();
    if (size > BLOCK_BYTES) {
      this.keep(Buffer.from(text), Uint32Array.of(size));
      return;
    }
    this.freshLength += this.fresh.write(text, this.freshLength);
    this.freshEnds.push(this.freshLength);
  }

  /** Ends the adding. */
  settle(): void {
    if (this.freshEnds.length === 0) return;
    this.keep(Buffer.from(this.fresh.subarray(0, this.freshLength)), Uint32Array.from(this.freshEnds));
    this.freshLength = 0;
    this.freshEnds = [];
  }

  /** The text of that number, or null when the list has none. */
  get(index: number): string | null {
    const found = Number.isInteger(index) ? this.blockOf(index) : null;
    if (found === null) return null;
    const at = index - found.place.first;
    return found.block.bytes.toString('utf8', at === 0 ? 0 : found.block.ends[at - 1], found.block.ends[at]);
  }

  close(): void {
    if (this.file === null) return;
    closeSync(this.file);
    unlinkSync(this.spillPath);
    this.file = null;
  }

  private keep(bytes: Buffer, ends: Uint32Array): void {
    const before = this.places.at(-1);
    const first = before ? before.first + before.count : 0;
    this.places.push({ first, count: ends.length, offset: 0, length: bytes.length });
    const number = this.places.length - 1;
    this.hold(number, { bytes, ends });
    if (this.file !== null) this.write(this.file, number);
    else if (this.heldBytes > HELD_BYTES) this.beginFile();
    this.release();
  }

  private hold(number: number, block: Block): void {
    if (this.held.delete(number)) this.heldBytes -= sizeOf(block);
    this.held.set(number, block);
    this.heldBytes += sizeOf(block);
  }

  /** Lets go of the blocks least lately used until the rest fits; all of them are on the disk by then. */
  private release(): void {
    for (const [number, block] of this.held) {
      if (this.heldBytes <= HELD_BYTES || this.held.size === 1) return;
      this.held.delete(number);
      this.heldBytes -= sizeOf(block);
    }
  }

  private beginFile(): void {
    this.file = openSync(this.spillPath, 'w+');
    for (let number = 0; number < this.places.length; number++) this.write(this.file, number);
  }

  private write(file: number, number: number): void {
    const [place, block] = [this.places[number], this.held.get(number)];
    if (place === undefined || block === undefined) throw new Error('a block of texts is lost');
    this.places[number] = { ...place, offset: this.fileLength };
    writeWhole(file, block.bytes);
    writeWhole(file, Buffer.from(block.ends.buffer, block.ends.byteOffset, block.ends.byteLength));
    this.fileLength += sizeOf(block);
  }

  private blockOf(index: number): { place: Place; block: Block } | null {
    const last = this.last;
    if (last !== null && index >= last.place.first && index < last.place.first + last.place.count) return last;
    const number = this.numberOf(index);
    const place = this.places[number];
    if (place === undefined || index < 0 || index >= place.first + place.count) return null;
    const block = this.held.get(number) ?? this.readBack(place);
    this.hold(number, block);
    this.release();
    this.last = { place, block };
    return this.last;
  }

  /** The number of the last block that begins at the text or before it. */
  private numberOf(index: number): number {
    let [low, high] = [0, this.places.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.places[middle]?.first ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private readBack(place: Place): Block {
    if (this.file === null) throw new Error('a block of texts is lost');
    const bytes = Buffer.alloc(place.length);
    const ends = new Uint32Array(place.count);
    readSync(this.file, bytes, 0, bytes.length, place.offset);
    readSync(this.file, Buffer.from(ends.buffer), 0, ends.byteLength, place.offset + place.length);
    return { bytes, ends };
  }
}

function sizeOf(block: Block): number {
  return block.bytes.length + block.ends.byteLength;
}

function writeWhole(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/** Reads `sharedStrings.xml` into `texts`: of each item its text or the texts of its runs, without the phonetic ones. */
export async function readSharedTexts(bytes: AsyncIterable<Buffer>, texts: SharedTexts): Promise<void> {
  let [item, phonetic, inText] = ['', false, false];
  await walkXml(bytes, {
    open(name) {
      if (name === 'si') item = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') inText = !phonetic;
    },
    text(piece) {
      if (!inText) return;
      item += piece;
      if (item.length > LONGEST_TEXT) throw new Error('an endless text');
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') texts.add(withoutEscapes(item));
    },
  });
  texts.settle();
}
