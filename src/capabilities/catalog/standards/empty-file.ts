import { csvLine } from '../../../kernel/csv.ts';
import type { FilledSheet } from '../../../tabular/writers/index.ts';
import type { StructureField } from '../structure.ts';

const BY_NAME: readonly (readonly [RegExp, string])[] = [
  [/lat(itude)?$/i, '48.6208'],
  [/(lon|lng|longitude)$/i, '22.2879'],
  [/e?mail/i, 'data@example.org'],
  [/phone|telephone/i, '+380000000000'],
  [/url|website|link|page$/i, 'https://example.org'],
  [/postcode|postalcode/i, '00000'],
  [/edrpou|publisherIdentifier/i, '00000000'],
];
const BY_TYPE: Readonly<Record<StructureField['type'], string>> = {
  integer: '1',
  decimal: '1.5',
  boolean: 'true',
  date: '2026-01-31',
  datetime: '2026-01-31T10:00:00+02:00',
  time: '08:30',
  text: '',
};

/** A value of the right form, invented; the first row of a template shows it and is written over. */
function exampleOf(field: StructureField): string {
  const known = field.examples?.[0] ?? choicesOf(field)[0];
  if (known) return known;
  const named = BY_NAME.find(([pattern]) => pattern.test(field.name))?.[1];
  if (named) return named;
  if (field.identifier) return '1';
  return BY_TYPE[field.type] || `приклад: ${field.title}`.slice(0, 80);
}

/** Values a recommended field may have: said as such, or in the words of its purpose, as recommendation pages do («enum: …»). */
function choicesOf({ allowed, type, purpose }: StructureField): readonly string[] {
  if (allowed) return allowed;
  if (type === 'boolean') return ['true', 'false'];
  const listed = /^enum:\s*([^(]+)/.exec(purpose)?.[1]?.split(',') ?? [];
  return listed.map((value) => value.replaceAll('…', '').trim()).filter((value) => value !== '');
}

/** A workbook to fill in: headings and one example row; beside it what each field means, and the values to choose from. */
export function emptyFileSheets(fields: readonly StructureField[]): FilledSheet[] {
  const listed = fields.filter((field) => choicesOf(field).length > 0);
  const longest = Math.max(0, ...listed.map((field) => choicesOf(field).length));
  const data: FilledSheet = {
    name: 'Дані',
    headings: fields.map(({ name }) => name),
    widths: fields.map(() => 22),
    rows: [fields.map(exampleOf)],
    choices: listed.map((field, column) => ({
      column: fields.indexOf(field),
      from: { sheet: 'Довідники', column, count: choicesOf(field).length },
    })),
  };
  const meaning: FilledSheet = {
    name: 'Пояснення',
    headings: ['Поле', 'Назва', 'Тип', 'Обов’язкове', 'Пояснення'],
    widths: [24, 50, 14, 14, 60],
    rows: fields.map(({ name, title, type, format, required, purpose }) => [
      name,
      title,
      format ? `${type}, ${format}` : type,
      required ? 'так' : 'ні',
      purpose,
    ]),
  };
  const lists: FilledSheet = {
    name: 'Довідники',
    headings: listed.map(({ name }) => name),
    widths: listed.map(() => 22),
    rows: Array.from({ length: longest }, (_, at) => listed.map((field) => choicesOf(field)[at] ?? '')),
  };
  return listed.length > 0 ? [data, meaning, lists] : [data, meaning];
}

/** The same as CSV: headings and one example row. */
export function emptyFileCsv(fields: readonly StructureField[]): string {
  return `\uFEFF${csvLine(fields.map(({ name }) => name))}${csvLine(fields.map(exampleOf))}`;
}
