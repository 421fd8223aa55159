import type { DetectorCode, Whose } from '../../../src/tabular/index.ts';
import { mail, type PhoneForm, phone } from './numbers.ts';
import { makePerson, type Person } from './people.ts';
import { makePlace, type Place } from './places.ts';
import type { Random } from './random.ts';

/** What one row is about: the same person in all its cells. */
export class Row {
  readonly random: Random;
  /** 1-based. */
  readonly number: number;
  private readonly known = new Map<string, unknown>();
  constructor(random: Random, number: number) {
    this.random = random;
    this.number = number;
  }
  private once<T>(name: string, make: () => T): T {
    if (!this.known.has(name)) this.known.set(name, make());
    return this.known.get(name) as T;
  }
  /** A private person. */
  get person(): Person {
    return this.once('person', () => makePerson(this.random));
  }
  get child(): Person {
    return this.once('child', () => makePerson(this.random, 2017, 2024));
  }
  /** Somebody else. */
  get other(): Person {
    return this.once('other', () => makePerson(this.random));
  }
  get official(): Person {
    return this.once('official', () => makePerson(this.random, 1960, 1998));
  }
  get home(): Place {
    return this.once('home', () => makePlace(this.random));
  }
  get place(): Place {
    return this.once('place', () => makePlace(this.random));
  }
  /** One of several ways, the same in the whole row. */
  choice<T>(name: string, list: readonly T[]): T {
    return this.once(name, () => this.random.of(list));
  }
  phone(form: PhoneForm): string {
    return phone(this.random, form);
  }
  mail(): string {
    return this.once('mail', () => mail(this.random, this.person));
  }
  /** A day of some years, ISO or as clerks write it. */
  day(form: 'iso' | 'dots', from = 2021, to = 2025): string {
    const day = new Date(Date.UTC(this.random.whole(from, to), this.random.whole(0, 11), this.random.whole(1, 28)));
    return asDay(day, form);
  }
}

export function asDay(day: Date, form: 'iso' | 'dots'): string {
  const iso = day.toISOString().slice(0, 10);
  return form === 'iso' ? iso : iso.split('-').toReversed().join('.');
}

/** A cell: its value, and what it holds where that is not what its whole column is labelled with. */
export type Value = string | number | null;
export interface Marked {
  readonly value: Value;
  readonly holds: readonly DetectorCode[];
}
export const holding = (value: Value, ...holds: DetectorCode[]): Marked => ({ value, holds });

/** What a column holds. `may`: told or not, both are right. */
export interface MadeLabel {
  readonly code: DetectorCode;
  readonly whose: Whose | '';
  readonly may: boolean;
}

export interface MadeColumn {
  readonly title: string;
  readonly labels: readonly MadeLabel[];
  readonly cell: (row: Row) => Value | Marked;
}

/**
 * `name:person`, `phone` (whose is not said), `?iban:organization` (may be told or not).
 * @param labels in one line each
 */
export function column(title: string, cell: MadeColumn['cell'], ...labels: string[]): MadeColumn {
  return { title, cell, labels: labels.map(labelOf) };
}

function labelOf(text: string): MadeLabel {
  const [code = '', whose = ''] = text.replace(/^\?/, '').split(':');
  return { code: code as DetectorCode, whose: whose as Whose | '', may: text.startsWith('?') };
}

export interface MadeSheet {
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly MadeColumn[];
  /** Lines above the header: a title, an order. */
  readonly above?: readonly string[];
}

export interface MadeFile {
  readonly name: string;
  readonly format: 'csv' | 'xlsx' | 'ods' | 'json';
  readonly sheets: readonly MadeSheet[];
  readonly encoding?: 'windows-1251';
  readonly delimiter?: ';' | ',' | '\t';
  /** The header line is not written: columns are told by their place. */
  readonly bare?: boolean;
}

/** A file of one table. */
export function file(
  name: string,
  rows: number,
  columns: readonly MadeColumn[],
  options: Pick<MadeFile, 'encoding' | 'delimiter' | 'bare'> & Pick<MadeSheet, 'above'> = {},
): MadeFile {
  const { above, ...rest } = options;
  const format = name.split('.').at(-1) as MadeFile['format'];
  return { name, format, sheets: [{ name: '', rows, columns, ...(above ? { above } : {}) }], ...rest };
}

/** A workbook of several sheets. */
export function workbook(name: string, sheets: readonly MadeSheet[]): MadeFile {
  return { name, format: name.split('.').at(-1) as MadeFile['format'], sheets };
}
