import { csvLine } from '../../kernel/csv.ts';
import type { Structure, StructureField } from './structure.ts';

/** What stands before the fraction in the table's CSV. */
type DecimalSign = 'dot' | 'comma';

/** One field of a Table Schema. */
export interface TableSchemaField {
  readonly name: string;
  readonly title: string;
  readonly type: 'integer' | 'number' | 'boolean' | 'date' | 'datetime' | 'time' | 'string';
  /** `uri`, `email`, or a pattern of ours where the type's default is not meant. */
  readonly format?: string;
  readonly description?: string;
  /** Unit of measure; an addition of ours, which the standard allows. */
  readonly unit?: string;
  /** Decimal sign of numbers in the CSV, where it is not a point. */
  readonly decimalChar?: ',';
  readonly constraints?: { readonly required: true };
}

/** Frictionless Table Schema, version 1. */
export interface TableSchema {
  readonly fields: readonly TableSchemaField[];
  readonly primaryKey?: readonly string[];
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

/** What stands before the fraction of a field's numbers in the CSV; coordinates always have a point. */
function decimalChar(field: StructureField, sign: DecimalSign): '.' | ',' | '' {
  if (field.type !== 'decimal') return '';
  return sign === 'comma' && field.geometry === null ? ',' : '.';
}

function schemaField(field: StructureField, sign: DecimalSign): TableSchemaField {
  return {
    name: field.name,
    title: field.title,
    type: TYPES[field.type],
    // ISO 8601 is the default of dates, so only text formats need to be said
    ...(field.type === 'text' && /^(uri|email|uuid)$/.test(field.format) ? { format: field.format } : {}),
    ...(field.purpose === '' ? {} : { description: field.purpose }),
    ...(field.unit === '' ? {} : { unit: field.unit }),
    ...(decimalChar(field, sign) === ',' ? { decimalChar: ',' as const } : {}),
    ...(field.required ? { constraints: { required: true as const } } : {}),
  };
}

const open = (structure: Structure): StructureField[] =>
  structure.fields.filter((field) => field.sensitivity === 'open');

/** The structure as JSON that programs read; restricted fields do not exist for the public and are left out. @param sign decimal sign of the table's CSV */
export function structureAsTableSchema(structure: Structure, sign: DecimalSign = 'dot'): TableSchema {
  const fields = open(structure);
  const key = fields.filter((field) => field.identifier).map((field) => field.name);
  return {
    fields: fields.map((field) => schemaField(field, sign)),
    ...(key.length > 0 ? { primaryKey: key } : {}),
    missingValues: [''],
  };
}

const HEADER = ['name', 'title', 'description', 'datatype', 'format', 'unit', 'required', 'identifier', 'decimalChar'];

/** The structure as the national portal's CSV: `name,title,description,datatype` and what more we know. UTF-8, CRLF. */
export function structureAsCsv(structure: Structure, sign: DecimalSign = 'dot'): string {
  const rows = open(structure).map((field) => [
    field.name,
    field.title,
    field.purpose,
    TYPES[field.type],
    field.format,
    field.unit,
    String(field.required),
    String(field.identifier),
    decimalChar(field, sign),
  ]);
  return [HEADER, ...rows].map((row) => csvLine(row)).join('');
}
