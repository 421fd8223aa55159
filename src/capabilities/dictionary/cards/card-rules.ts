import { foldName } from '../../../language/folding.ts';
import { type Dataset, type Resource, referencesOf, type StructureField } from '../../catalog/index.ts';
import type { CardApproval, CardState, CardTable, TechnicalCard } from './technical-card.ts';

/** What a card is made of beside the structure. */
export interface CardFacts {
  /** Names of code lists, by id. */
  readonly lists: ReadonlyMap<string, string>;
  /** Titles of tables, by the resource's id. */
  readonly tables: ReadonlyMap<string, string>;
  /** Formats a table of these fields is given in. */
  readonly formatsOf: (fields: readonly StructureField[]) => readonly string[];
  readonly decimalSign: TechnicalCard['decimalSign'];
}

/** Universal identifiers by the names columns give them. */
const STANDARDS: readonly (readonly [string, RegExp])[] = [
  ['ЄДРПОУ', /єдрпоу|edrpou/],
  ['КАТОТТГ', /катоттг|katottg|catuttc/],
  ['КВЕД', /квед|kved/],
  ['ДК 021:2015', /дк021|dk021|cpv/],
  ['кадастровий номер', /кадастр|cadastr/],
  ['КЕКВ', /кекв|kekv/],
];

/** Folding makes Latin letters of Cyrillic look-alikes, so words are folded the same way. */
const FOLDED = STANDARDS.map(([name, words]) => [name, words.source.split('|').map(foldName)] as const);

function standardOf(field: StructureField): string | null {
  const name = `${foldName(field.title)} ${foldName(field.name)}`;
  return FOLDED.find(([, words]) => words.some((word) => name.includes(word)))?.[0] ?? null;
}

function tableOf({ title, kind, structure }: Resource, { lists, tables, formatsOf }: CardFacts): CardTable {
  const open = structure.fields.filter(({ sensitivity }) => sensitivity === 'open');
  const named = open.flatMap((field) => {
    const standard = standardOf(field);
    if (standard === null) return field.identifier ? [field.title] : [];
    const said = field.title.toLocaleLowerCase('uk').includes(standard.toLocaleLowerCase('uk'));
    return [said ? field.title : `${field.title} (${standard})`];
  });
  const classified = open.flatMap((field) => {
    const list = field.codeList === undefined ? undefined : lists.get(field.codeList);
    if (list) return [`${field.title} — довідник «${list}»`];
    return field.allowed ? [`${field.title} — ${field.allowed.length} дозволених значень`] : [];
  });
  const referred = referencesOf(open).flatMap(({ resource, columns }) => {
    const table = tables.get(resource);
    return table ? [`${columns.map((one) => one.title).join(', ')} — набір «${table}»`] : [];
  });
  return {
    title,
    formats: kind === 'table' ? formatsOf(structure.fields) : [],
    identifiers: named,
    classifiers: [...classified, ...referred],
  };
}

/** The card a dataset has now, by its working copy; a pure decision. */
export function presentCard(dataset: Dataset, facts: CardFacts): TechnicalCard {
  const tables = dataset.resources.filter(({ kind }) => kind === 'table' || kind === 'geo');
  return { tables: tables.map((one) => tableOf(one, facts)), decimalSign: facts.decimalSign };
}

/** What differs from the approved card stands in the way of nothing, but is told. */
export function stateOf(present: TechnicalCard, approval: CardApproval | null): CardState {
  if (approval === null) return 'none';
  return canonical(present) === canonical(approval.content) ? 'approved' : 'changed';
}

/** JSON keeps no order of members on its way through the database. */
const canonical = ({ tables, decimalSign }: TechnicalCard): string =>
  JSON.stringify([
    decimalSign,
    tables.map(({ title, formats, identifiers, classifiers }) => [title, formats, identifiers, classifiers]),
  ]);
