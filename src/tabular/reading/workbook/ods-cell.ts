import type { Cell } from '../row-sink.ts';
import { numberText } from './values.ts';
import type { ShownAs } from './workbook.ts';
import { attribute } from './xml.ts';

const LONGEST_CELL = 32 * 1024 * 1024;
const MOMENT = /^(\d{4,6}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(?:[.,](\d{1,3})\d*)?)?/;
const DURATION = /^-?P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?$/;
const LINK = /^(?:of:|oooc:|msoxl:)?=\s*HYPERLINK\(\s*"((?:[^"]|"")+)"/i;
/** What may be drawn or noted in a cell without being its text. */
const NOT_TEXT = new Set(['annotation', 'frame', 'shape', 'custom-shape', 'control', 'ruby-text', 'g', 'line', 'rect']);

/** One cell of an OpenDocument spreadsheet while its tags come. */
export class OdsCell {
  /** An address that the cell's text leads to. */
  link: string | null = null;
  private text = '';
  private paragraphs = 0;
  private inParagraph = 0;
  private outside = 0;
  readonly attributes: string;

  constructor(attributes: string) {
    this.attributes = attributes;
    this.link = LINK.exec(this.of('table:formula') ?? '')?.[1]?.replaceAll('""', '"') ?? null;
  }

  private of(name: string): string | null {
    return attribute(this.attributes, name);
  }

  /** A whole number of the cell's attributes, 1 where it has none. */
  count(name: 'number-columns-repeated' | 'number-columns-spanned' | 'number-rows-spanned'): number {
    return wholeNumber(this.of(`table:${name}`));
  }

  get isFormula(): boolean {
    return this.of('table:formula') !== null;
  }

  open(name: string, attributes: string): void {
    if (this.outside > 0 || NOT_TEXT.has(name)) this.outside += 1;
    else if (name === 'p' || name === 'h') {
      if (this.paragraphs > 0) this.text += '\n';
      this.paragraphs += 1;
      this.inParagraph += 1;
    } else if (name === 's') this.text += ' '.repeat(Math.min(1_000, wholeNumber(attribute(attributes, 'text:c'))));
    else if (name === 'tab') this.text += '\t';
    else if (name === 'line-break') this.text += '\n';
    else if (name === 'a') this.link = attribute(attributes, 'xlink:href') ?? this.link;
  }

  take(piece: string): void {
    if (this.outside > 0 || this.inParagraph === 0) return;
    this.text += piece;
    if (this.text.length > LONGEST_CELL) throw new Error('an endless cell');
  }

  close(name: string): void {
    if (this.outside > 0) this.outside -= 1;
    else if (name === 'p' || name === 'h') this.inParagraph -= 1;
  }

  /** The cell's value as text. */
  value(): Cell {
    const type = this.of('office:value-type') ?? 'string';
    const number = this.of('office:value');
    if (number !== null && ['float', 'percentage', 'currency'].includes(type)) return numberOf(number);
    if (type === 'date') return dateOf(this.of('office:date-value')) ?? this.ownText();
    if (type === 'time') return timeOf(this.of('office:time-value')) ?? this.ownText();
    if (type === 'boolean') return this.of('office:boolean-value') ?? this.ownText();
    return this.ownText();
  }

  private ownText(): Cell {
    const text = this.paragraphs > 0 ? this.text : (this.of('office:string-value') ?? '');
    return text === '' ? null : text;
  }

  /** How the number is shown. */
  get shown(): ShownAs | null {
    const type = this.of('office:value-type');
    return type === 'percentage' ? 'percent' : type === 'currency' ? 'currency' : null;
  }
}

/** A count among attributes: 1 where there is none or it makes no sense. */
export function wholeNumber(text: string | null): number {
  const count = Number(text ?? 1);
  return Number.isSafeInteger(count) && count > 0 ? count : 1;
}

function numberOf(text: string): Cell {
  const number = Number(text);
  return Number.isNaN(number) ? text : numberText(number);
}

/** `2024-02-29T00:00:00` is a day; milliseconds stay where there are any. */
function dateOf(text: string | null): Cell {
  const [, day, time, fraction = ''] = MOMENT.exec(text ?? '') ?? [];
  if (day === undefined) return null;
  const milliseconds = fraction.padEnd(3, '0');
  if (time === undefined || (time === '00:00:00' && Number(milliseconds) === 0)) return day;
  return Number(milliseconds) === 0 ? `${day}T${time}` : `${day}T${time}.${milliseconds}`;
}

/** `PT09H05M00S` → `09:05:00`; more than a day keeps its hours. */
function timeOf(text: string | null): Cell {
  const found = DURATION.exec(text ?? '');
  if (!found) return null;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = found.slice(1).map((part) => Number(part ?? 0));
  return [days * 24 + hours, minutes, seconds].map((part) => String(part).padStart(2, '0')).join(':');
}
