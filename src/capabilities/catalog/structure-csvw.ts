import type { Structure, StructureField } from './structure.ts';
import { decimalChar, type ExportTools, openFields, publicReferences } from './structure-export.ts';
import { enumOf } from './structure-values.ts';

/** What the description of a table as CSV on the Web says besides its columns. */
export interface CsvwSubject {
  readonly title: string;
  /** Address of the table's CSV. */
  readonly url: string;
  readonly language: string;
}

const BASES: Readonly<Record<StructureField['type'], string>> = {
  integer: 'integer',
  decimal: 'decimal',
  boolean: 'boolean',
  date: 'date',
  datetime: 'dateTime',
  time: 'time',
  text: 'string',
};

/** Longer choices would make a pattern no program likes. */
const MOST_IN_PATTERN = 50;

const escaped = (value: string) => value.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** Type with what narrows it: the decimal sign, or for a text of few values a pattern of them. */
function datatype(field: StructureField, tools: ExportTools): string | Record<string, unknown> {
  const base = BASES[field.type];
  if (decimalChar(field, tools.sign ?? 'dot') === ',') return { base, format: { decimalChar: ',' } };
  const values = field.type === 'text' ? enumOf(field, tools.lists ?? new Map()) : null;
  if (values && values.length <= MOST_IN_PATTERN) return { base, format: values.map(escaped).join('|') };
  return base;
}

/**
 * The structure as metadata of CSV on the Web (W3C Recommendation “Metadata Vocabulary for Tabular Data”): `@context` and `url` of the table,
 * its columns by the headings of the file, the key. A code list is a table of its own that a foreign key refers to.
 */
export function structureAsCsvw(structure: Structure, subject: CsvwSubject, tools: ExportTools = {}) {
  const fields = openFields(structure);
  const key = fields.filter(({ identifier }) => identifier).map(({ name }) => name);
  const lists = fields.flatMap((field) => {
    const list = field.codeList === undefined ? undefined : tools.lists?.get(field.codeList);
    return list ? [{ field, url: `${tools.codeListsAt ?? ''}/${list.slug}.csv`, name: list.name }] : [];
  });
  const referred = publicReferences(fields, tools).flatMap(({ names, to, table }) => {
    const url = tools.csvOf?.(table);
    return url ? [{ columnReference: names, reference: { resource: url, columnReference: [...to] } }] : [];
  });
  const foreignKeys = [
    ...lists.map(({ field, url }) => ({
      columnReference: field.name as string | string[],
      reference: { resource: url, columnReference: 'code' as string | string[] },
    })),
    ...referred,
  ];
  const table = {
    url: subject.url,
    'dc:title': subject.title,
    dialect: { encoding: 'utf-8', header: true, delimiter: ',' },
    tableSchema: {
      columns: fields.map((field) => ({
        name: field.name,
        titles: field.title,
        ...(field.purpose === '' ? {} : { 'dc:description': field.purpose }),
        datatype: datatype(field, tools),
        ...(field.required ? { required: true } : {}),
      })),
      ...(key.length > 0 ? { primaryKey: key } : {}),
      ...(foreignKeys.length > 0 ? { foreignKeys } : {}),
    },
  };
  const context = ['http://www.w3.org/ns/csvw', { '@language': subject.language }];
  if (lists.length === 0) return { '@context': context, ...table };
  const others = [...new Map(lists.map((one) => [one.url, one])).values()];
  return { '@context': context, tables: [table, ...others.map(codeListTable)] };
}

function codeListTable({ url, name }: { readonly url: string; readonly name: string }) {
  return {
    url,
    'dc:title': name,
    tableSchema: {
      columns: [
        { name: 'code', titles: 'code', datatype: 'string', required: true },
        { name: 'name', titles: 'name', datatype: 'string' },
        { name: 'retiredOn', titles: 'retiredOn', datatype: 'date' },
      ],
      primaryKey: ['code'],
    },
  };
}
