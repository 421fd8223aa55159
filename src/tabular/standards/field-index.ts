import { foldName } from '../../language/folding.ts';
import {
  allWordings,
  comparedName,
  isCommon,
  type LatinStem,
  latinStems,
  type Meanings,
  meaningsOf,
  meaningWeight,
  wordingsOf,
} from './column-words.ts';
import type { Standard, StandardField } from './standard.ts';

/** A way to name a field. */
export interface Wording {
  /** Letters and digits of it, for headings that are the same word for word; '' for a wording nobody writes. */
  readonly folded: string;
  readonly meanings: Meanings;
  /** How sure a heading of the same meaning is, 0–1. */
  readonly worth: number;
  /** How much it tells of the table being this structure: 1 = only here, near 0 = in every table. */
  readonly weight: number;
}

/** A field made ready for comparing. */
export interface IndexedField {
  readonly field: StandardField;
  readonly names: readonly string[];
  /** Weight of its machine name. */
  readonly nameWeight: number;
  readonly wordings: readonly Wording[];
  /** How much finding it by its title tells. */
  readonly weight: number;
}

/** A structure made ready for comparing. */
export interface IndexedStandard {
  readonly standard: Standard;
  readonly fields: readonly IndexedField[];
  /** The field that names what a row is of; undefined where the structure has none. */
  readonly naming?: StandardField | undefined;
  /** What the table itself is about: «Назва зупинки» among stops says no more than «Назва». */
  readonly subject: Meanings;
}

/** All structures ready for comparing. */
export interface StandardIndex {
  readonly standards: readonly IndexedStandard[];
  readonly latin: LatinStem;
}

const keyOf = (meanings: Meanings) => [...meanings].toSorted().join(' ');
const rarity = (structures: number) => 1 / (1 + Math.log2(structures) / 2);
/** Most that a heading tells which any table may have. */
export const COMMON_WEIGHT = 0.25;

/** Where something is, who heads it and how to reach it is said in tables of every kind. */
const EVERYWHERE =
  /^(address|postCode|postName|adminUnit|thoroughfare|locator|contactPoint|head(Name|Fn|Post)$|homepage|telephone|email|openingHours|lat$|lon$)|catuttc|^atuCode$/i;

/** «Назва» of the thing itself stands among the first fields; names of owners, bodies and makers are of others. */
const NAMED_WITHIN = 4;
const NAMES_ROW = /^(name|title|prefLabel|orgName|unitName|stopName|buildingTitle|donationTitle)$/;

/** How many structures have a field of the name, and one of the meaning. */
interface Spread {
  readonly names: ReadonlyMap<string, number>;
  readonly meanings: ReadonlyMap<string, number>;
}

function counted(standards: readonly Standard[], keyOfField: (field: StandardField) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { fields } of standards)
    for (const key of new Set(fields.map(keyOfField))) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

const isRowIdentifier = (field: StandardField, at: number) => at === 0 && /^(id|uid|identifier|.*Id)$/.test(field.name);

/** The name for programs as words; the «address» before each part of an address says nothing. */
const spokenName = (name: string) => name.replace(/^address(?=[A-Z])/, '');

interface Spoken {
  readonly text: string;
  readonly worth: number;
  readonly common: boolean;
}

function spokenOf(structure: string, { title, name }: StandardField): Spoken[] {
  const bare = title.replace(/\([^)]*\)/gu, ' ');
  const titles = [...new Set([title, bare, ...bare.split(/[/]/u)])].map((text) => ({ text, worth: 1, common: false }));
  const others = wordingsOf(structure, name).map((text) => ({ text, worth: 0.97, common: false }));
  return [...titles, ...others, { text: spokenName(name), worth: 0.9, common: true }];
}

/** «Ідентифікатор власника», «ЄДРПОУ власника» and «Код власника» are one; the row's own identifier is a number rather. */
function otherCodes(meanings: Meanings, rowIdentifier: boolean): Meanings[] {
  const from = meanings.has('code') ? 'code' : 'edrpou';
  if (!meanings.has(from) || (!rowIdentifier && meanings.size === 1)) return [];
  const other = rowIdentifier ? 'number' : from === 'code' ? 'edrpou' : 'code';
  return [new Set([...meanings].map((one) => (one === from ? other : one)))];
}

function wordingsOfField(structure: string, field: StandardField, at: number, spread: Spread): Wording[] {
  return spokenOf(structure, field).flatMap(({ text, worth, common }) => {
    const meanings = meaningsOf(text);
    const rare = rarity(spread.meanings.get(keyOf(meanings)) ?? 1);
    const weight = isCommon(meanings) || common || EVERYWHERE.test(field.name) ? COMMON_WEIGHT * rare : rare;
    const said = { folded: foldName(text), meanings, worth, weight };
    const codes = otherCodes(meanings, isRowIdentifier(field, at));
    return [said, ...codes.map((one) => ({ folded: '', meanings: one, worth: 0.97 * worth, weight }))];
  });
}

function indexField(structure: string, field: StandardField, at: number, spread: Spread): IndexedField {
  const wordings = wordingsOfField(structure, field, at, spread);
  const rare = rarity(spread.names.get(comparedName(field.name)) ?? 1);
  return {
    field,
    names: [...new Set([field.name, field.officialName ?? field.name].map(comparedName))],
    nameWeight: isCommon(meaningsOf(field.name)) || EVERYWHERE.test(field.name) ? COMMON_WEIGHT * rare : rare,
    wordings,
    weight: wordings[0]?.weight ?? 0,
  };
}

/** Makes structures ready for comparing; the shared block of the address is no table and is left out. */
export function indexStandards(all: readonly Standard[]): StandardIndex {
  const standards = all.filter(({ block }) => !block);
  const spread: Spread = {
    names: counted(standards, ({ name }) => comparedName(name)),
    meanings: counted(standards, ({ title }) => keyOf(meaningsOf(title))),
  };
  const texts = standards.flatMap(({ fields, title }) => [title, ...fields.map((field) => field.title)]);
  return {
    standards: standards.map((standard) => ({
      standard,
      fields: standard.fields.map((field, at) => indexField(standard.key, field, at, spread)),
      naming: standard.fields.slice(0, NAMED_WITHIN).find(({ name }) => NAMES_ROW.test(name)),
      subject: meaningsOf(standard.title),
    })),
    latin: latinStems([...texts, ...allWordings()]),
  };
}

/** Weight of a meaning in a table about `subject`. */
export function weightIn(subject: Meanings, meaning: string): number {
  return meaningWeight(meaning) * (subject.has(meaning) ? 0.35 : 1);
}
