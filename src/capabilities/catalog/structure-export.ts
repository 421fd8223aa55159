import { csvLine } from '../../kernel/csv.ts';
import type { ReferredTable } from './referred-tables.ts';
import type { Structure, StructureField } from './structure.ts';
import { referencesOf } from './structure-references.ts';
import { type CodeLists, enumOf } from './structure-values.ts';

export type { CodeLists } from './structure-values.ts';

/** What stands before the fraction in the table's CSV. */
type DecimalSign = 'dot' | 'comma';

/** What an export of a structure has to know besides its fields. */
export interface ExportTools {
  /** Decimal sign of the table's CSV; a point where nothing is said. */
  readonly sign?: DecimalSign;
  readonly lists?: CodeLists;
  /** Where code lists are told to anybody, without the list's slug: `https://data.example.org/code-lists`. */
  readonly codeListsAt?: string;
  /** Published tables that columns refer to, by the resource's id; references to others are left out. */
  readonly tables?: ReadonlyMap<string, ReferredTable>;
  /** Where datasets have their pages, without a slug: `https://data.example.org/datasets`. */
  readonly datasetsAt?: string;
  /** Address of a table's CSV. */
  readonly csvOf?: (table: ReferredTable) => string | null;
}

/** One field of a Table Schema. */
export interface TableSchemaField {
  readonly name: string;
  readonly title: string;
  readonly type: 'integer' | 'number' | 'boolean' | 'date' | 'datetime' | 'time' | 'string';
  /** `uri`, `email`, or a pattern of ours where the type's default is not meant. */
  readonly format?: string;
  readonly description?: string;
  readonly example?: string;
  /** Unit of measure; an addition of ours, which the standard allows. */
  readonly unit?: string;
  /** Decimal sign of numbers in the CSV, where it is not a point. */
  readonly decimalChar?: ',';
  readonly constraints?: { readonly required?: true; readonly enum?: readonly string[] };
}

/** A key that refers to a code list or a table by the address of its package (Frictionless pattern “foreign keys to data packages”). */
interface ForeignKey {
  readonly fields: string | readonly string[];
  readonly reference: {
    readonly package: string;
    readonly resource: string;
    readonly fields: string | readonly string[];
  };
}

/** Frictionless Table Schema, version 1. */
export interface TableSchema {
  readonly fields: readonly TableSchemaField[];
  readonly primaryKey?: readonly string[];
  readonly foreignKeys?: readonly ForeignKey[];
  readonly missingValues: readonly string[];
}

const TYPES: Readonly<Record<StructureField['type'], TableSchemaField['type']>> = {
  integer: 'integer',
  decimal: 'number',
  boolean: 'boolean',
  date: 'date',
  datetime: 'datetime',
  time: 'time',
  text: 'string',
};

const NO_LISTS: CodeLists = new Map();

/** What stands before the fraction of a field's numbers in the CSV; coordinates always have a point. */
export function decimalChar(field: StructureField, sign: DecimalSign): '.' | ',' | '' {
  if (field.type !== 'decimal') return '';
  return sign === 'comma' && field.geometry === null ? ',' : '.';
}

function schemaField(field: StructureField, { sign = 'dot', lists = NO_LISTS }: ExportTools): TableSchemaField {
  const values = enumOf(field, lists);
  const [example] = field.examples ?? [];
  const constraints = {
    ...(field.required ? { required: true as const } : {}),
    ...(values ? { enum: values } : {}),
  };
  return {
    name: field.name,
    title: field.title,
    type: TYPES[field.type],
    // ISO 8601 is the default of dates, so only text formats need to be said
    ...(field.type === 'text' && /^(uri|email|uuid)$/.test(field.format) ? { format: field.format } : {}),
    ...(field.purpose === '' ? {} : { description: field.purpose }),
    ...(example === undefined ? {} : { example }),
    ...(field.unit === '' ? {} : { unit: field.unit }),
    ...(decimalChar(field, sign) === ',' ? { decimalChar: ',' as const } : {}),
    ...(field.required || values ? { constraints } : {}),
  };
}

/** The fields anybody may know of. */
export const openFields = (structure: Structure): StructureField[] =>
  structure.fields.filter((field) => field.sensitivity === 'open');

/** References to tables anybody may read, whose fields are all there. */
export function publicReferences(fields: readonly StructureField[], { tables, datasetsAt = '' }: ExportTools) {
  return referencesOf(fields).flatMap(({ resource, columns, to }) => {
    const table = tables?.get(resource);
    if (!table || to.some((name) => !table.titles.has(name))) return [];
    return [
      { names: columns.map(({ name }) => name), to, table, package: `${datasetsAt}/${table.slug}/datapackage.json` },
    ];
  });
}

const oneOrMore = (names: readonly string[]) => (names.length === 1 ? (names[0] ?? '') : names);

function foreignKeys(fields: readonly StructureField[], tools: ExportTools): ForeignKey[] {
  const { lists = NO_LISTS, codeListsAt = '' } = tools;
  const toTables = publicReferences(fields, tools).map(({ names, to, table, package: address }) => ({
    fields: oneOrMore(names),
    reference: { package: address, resource: table.resourceId, fields: oneOrMore(to) },
  }));
  const toLists = fields.flatMap((field): ForeignKey[] => {
    const list = field.codeList === undefined ? undefined : lists.get(field.codeList);
    if (!list) return [];
    const reference = { package: `${codeListsAt}/${list.slug}.json`, resource: list.slug, fields: 'code' as const };
    return [{ fields: field.name, reference }];
  });
  return [...toLists, ...toTables];
}

/** The structure as JSON that programs read; restricted fields do not exist for the public and are left out. */
export function structureAsTableSchema(structure: Structure, tools: ExportTools = {}): TableSchema {
  const fields = openFields(structure);
  const key = fields.filter((field) => field.identifier).map((field) => field.name);
  const keys = foreignKeys(fields, tools);
  return {
    fields: fields.map((field) => schemaField(field, tools)),
    ...(key.length > 0 ? { primaryKey: key } : {}),
    ...(keys.length > 0 ? { foreignKeys: keys } : {}),
    missingValues: [''],
  };
}

const HEADER = [
  'name',
  'title',
  'description',
  'datatype',
  'format',
  'unit',
  'required',
  'identifier',
  'decimalChar',
  'allowed',
  'codeList',
  'example',
];

/** The structure as the national portal's CSV: `name,title,description,datatype` and what more we know. UTF-8, CRLF. */
export function structureAsCsv(structure: Structure, tools: ExportTools = {}): string {
  const { sign = 'dot', lists = NO_LISTS, codeListsAt = '' } = tools;
  const rows = openFields(structure).map((field) => {
    const list = field.codeList === undefined ? undefined : lists.get(field.codeList);
    return [
      field.name,
      field.title,
      field.purpose,
      TYPES[field.type],
      field.format,
      field.unit,
      String(field.required),
      String(field.identifier),
      decimalChar(field, sign),
      list ? '' : (field.allowed ?? []).join('; '),
      list ? `${codeListsAt}/${list.slug}.csv` : '',
      (field.examples ?? []).join('; '),
    ];
  });
  return [HEADER, ...rows].map((row) => csvLine(row)).join('');
}
