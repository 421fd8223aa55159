import { csvLine } from '../../../kernel/csv.ts';
import type { FieldFault } from '../../../kernel/errors.ts';
import { COLUMN_TYPES } from '../structure.ts';
import type { OwnContent } from './own-standard.ts';

type Field = OwnContent['fields'][number];

const HEADINGS = ['name', 'title', 'description', 'datatype', 'required'] as const;
/** Names of types in the official files of structures and as people write them. */
const TYPES: Readonly<Record<string, Field['type']>> = {
  ...Object.fromEntries(COLUMN_TYPES.map((type) => [type, type])),
  string: 'text',
  anyuri: 'text',
  '': 'text',
  int: 'integer',
  number: 'decimal',
  float: 'decimal',
  double: 'decimal',
  текст: 'text',
  ціле: 'integer',
  число: 'decimal',
  дата: 'date',
};
const YES = new Set(['true', '1', 'yes', 'так', 'required', 'обов’язкове', "обов'язкове", '+']);

/** Cells of one line; a comma or a semicolon between them, quotes around those that have one inside. */
function cellsOf(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const letter = line[at] ?? '';
    if (letter === '"' && quoted && line[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"') quoted = !quoted;
    else if (letter === delimiter && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += letter;
  }
  return [...cells, cell].map((one) => one.trim());
}

function fieldOf(cells: readonly string[]): Field | null {
  const [name = '', title = '', purpose = '', datatype = '', required = ''] = cells;
  const type = TYPES[datatype.toLowerCase()];
  if (!/^[A-Za-z][A-Za-z0-9_]{0,62}$/.test(name) || title === '' || type === undefined) return null;
  const format = datatype.toLowerCase() === 'anyuri' ? 'uri' : '';
  return {
    name,
    title: title.slice(0, 254),
    type,
    format,
    required: YES.has(required.toLowerCase()),
    purpose: purpose.slice(0, 1000),
  };
}

function faultOf(number: number, line: string): FieldFault {
  const shown = line.length > 60 ? `${line.slice(0, 60)}…` : line;
  return {
    field: 'fields',
    text: {
      uk: `Рядок ${number} «${shown}»: напишіть назву латинкою, заголовок, опис, тип (text, integer, decimal, date, datetime, time, boolean) і true, якщо поле обов’язкове, через кому.`,
      en: `Line ${number} “${shown}”: write a name in Latin letters, a title, a description, a type (text, integer, decimal, date, datetime, time, boolean) and true where it is required, parted by commas.`,
    },
  };
}

/**
 * Fields of a structure from lines `name,title,description,datatype,required`, as official files of structures have them; the line of headings
 * may be there or not. A name twice is a fault of its second line.
 */
export function standardFieldsOfText(text: string): { fields: Field[]; faults: FieldFault[] } {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const delimiter = (lines.find((line) => line.trim() !== '') ?? '').includes(';') ? ';' : ',';
  const fields: Field[] = [];
  const faults: FieldFault[] = [];
  const taken = new Set<string>();
  lines.forEach((line, at) => {
    if (line.trim() === '') return;
    const cells = cellsOf(line, delimiter);
    if (fields.length === 0 && cells[0]?.toLowerCase() === 'name' && cells[1]?.toLowerCase() === 'title') return;
    const field = fieldOf(cells);
    if (field === null || taken.has(field.name.toLowerCase())) faults.push(faultOf(at + 1, line));
    else {
      taken.add(field.name.toLowerCase());
      fields.push(field);
    }
  });
  return { fields, faults };
}

/** The same the other way round: what the form shows and what is downloaded. */
export function standardFieldsAsCsv(
  fields: readonly Pick<Field, 'name' | 'title' | 'purpose' | 'type' | 'required'>[],
): string {
  const lines = fields.map(({ name, title, purpose, type, required }) =>
    csvLine([name, title, purpose, type, String(required)]),
  );
  return csvLine([...HEADINGS]) + lines.join('');
}
