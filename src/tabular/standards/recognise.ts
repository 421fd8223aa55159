import type { ColumnProfile } from '../column.ts';
import { type Meanings, meaningsOf, meaningWeight } from './column-words.ts';
import { type IndexedField, type IndexedStandard, indexStandards, type StandardIndex } from './field-index.ts';
import { type ColumnMatch, matchColumns, type ReadColumn, readColumn } from './match-columns.ts';
import { type MergedColumn, mergedColumns } from './merged-columns.ts';
import { RECOMMENDED } from './recommended.ts';
import type { Standard, StandardField } from './standard.ts';

/** A structure a table looks like, with the columns that say so. */
export interface Recognised {
  readonly standard: Standard;
  /** 0–1: how sure it is; see `LEAST_LIKENESS`. */
  readonly likeness: number;
  /** One column a field, in the table's order. */
  readonly matches: readonly ColumnMatch[];
  /** Columns to be split into several fields. */
  readonly merged: readonly MergedColumn[];
  /** Fields found, in columns of their own or in merged ones. */
  readonly found: readonly StandardField[];
}

/**
 * «Схоже на» is said from here on. Tables invented for every structure have 0.6 and more, tables of other kinds under 0.45 (see
 * recognise.test.ts).
 */
export const LEAST_LIKENESS = 0.55;

/** A wider table is no table of any structure there is; comparing it would only cost time. */
const WIDEST = 400;
/** Evidence is worth so much: two rare fields, or as many common ones as make up for them. */
const ENOUGH_EVIDENCE = 1.5;
/** A wide table without a column that names its rows as the structure does is seldom of it: addresses and contacts are said everywhere. */
const MANY_COLUMNS = 10;
const WITHOUT_NAME = 0.8;
/** A title that names the structure's subject is worth so much of it. */
const SAID_ABOUT = 0.75;

let recommended: StandardIndex | undefined;

function recommendedIndex(): StandardIndex {
  recommended ??= indexStandards(RECOMMENDED);
  return recommended;
}

const worth = ({ weight }: IndexedField) => Math.max(weight, 0.1);

/** Every field word for word and hardly anything else: common as the words may be, together they are this structure. */
function isWhole(matches: readonly ColumnMatch[], { fields }: IndexedStandard, columns: number): boolean {
  const exact = matches.filter(({ confidence }) => confidence >= 0.97).length;
  return exact >= 5 && exact === fields.length && exact >= columns * 0.8;
}

/** What is known beside the columns: 0–1, how much of the structure's subject the file's name or the dataset's title says. */
function saidAbout(about: Meanings, subject: Meanings): number {
  const weigh = (meanings: Iterable<string>) => [...meanings].reduce((sum, one) => sum + meaningWeight(one), 0);
  const all = weigh(subject);
  return all === 0 ? 0 : weigh([...subject].filter((one) => about.has(one))) / all;
}

/** A table: its columns made ready, and what is said of it. */
interface ReadTable {
  readonly columns: readonly ReadColumn[];
  readonly about: Meanings;
}

function recogniseOne(indexed: IndexedStandard, { columns, about }: ReadTable): Recognised | null {
  const matches = matchColumns(columns, indexed);
  const taken = new Set(matches.map(({ field }) => field));
  const columnsTaken = new Set(matches.map(({ column }) => column));
  const left = columns.filter(({ profile }) => !columnsTaken.has(profile.index));
  const merged = mergedColumns(left, indexed.standard, taken);
  const parts = merged.flatMap(({ sure }) => sure);
  if (matches.length === 0) return null; // a title alone makes no table of it
  const found = [...taken, ...parts];
  const said = saidAbout(about, indexed.subject);
  const evidence = matches.reduce((sum, { confidence, weight }) => sum + confidence * weight, SAID_ABOUT * said);
  const all = indexed.fields.reduce((sum, field) => sum + worth(field), 0);
  const had = indexed.fields.reduce((sum, field) => sum + (found.includes(field.field) ? worth(field) : 0), 0);
  const fieldsFound = had / all;
  const explained = (matches.length + merged.length) / columns.length;
  const enough = isWhole(matches, indexed, columns.length)
    ? 1
    : Math.min(1, evidence / Math.min(ENOUGH_EVIDENCE, all * 0.8));
  const byColumns = enough * (0.4 * Math.min(1, fieldsFound * 1.5) + 0.6 * explained);
  const isNamed = indexed.naming === undefined || found.includes(indexed.naming) || columns.length < MANY_COLUMNS;
  const likeness = (1 - (1 - byColumns) * (1 - 0.3 * said)) * (isNamed ? 1 : WITHOUT_NAME);
  return { standard: indexed.standard, likeness, matches, merged, found };
}

/** What a table is compared with besides the recommended structures. */
export interface RecogniseOptions {
  /** Structures the community keeps itself. */
  readonly own?: readonly Standard[];
  /** The file's name or the dataset's title: what columns of the commonest names cannot say. */
  readonly about?: string;
}

function readTable(profiles: readonly ColumnProfile[], about: string, { latin }: StandardIndex): ReadTable {
  return { columns: profiles.map((profile) => readColumn(profile, latin)), about: meaningsOf(about, latin) };
}

/**
 * Structures a table looks like, the likeliest first, by its columns: their names and titles (whatever the letters, order, language or usual
 * mistakes), what they mean, and what their values are. Empty where it is like none.
 */
export function recogniseStructure(
  profiles: readonly ColumnProfile[],
  { own = [], about = '' }: RecogniseOptions = {},
): Recognised[] {
  if (profiles.length < 2 || profiles.length > WIDEST) return [];
  // recommended ones are made ready once, a community's are few
  const indexes = own.length > 0 ? [indexStandards(own), recommendedIndex()] : [recommendedIndex()];
  return indexes
    .flatMap((index) => {
      const table = readTable(profiles, about, index);
      return index.standards.flatMap((standard) => recogniseOne(standard, table) ?? []);
    })
    .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
    .toSorted((a, b) => b.likeness - a.likeness);
}

/** The columns of a table beside one structure a person chose, whether the table looks like it or not. */
export function matchStandard(profiles: readonly ColumnProfile[], standard: Standard): Recognised {
  const index = RECOMMENDED.includes(standard) ? recommendedIndex() : indexStandards([standard]);
  const indexed = index.standards.find((one) => one.standard === standard);
  const found = indexed ? recogniseOne(indexed, readTable(profiles.slice(0, WIDEST), '', index)) : null;
  return found ?? { standard, likeness: 0, matches: [], merged: [], found: [] };
}
