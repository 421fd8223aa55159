/**
 * What the template of one document may name. In a template edited in Word a field is written by its words: `{назва громади}`; rows and conditions
 * as `{#особи}…{/особи}`; a whole table, alone in its paragraph, as `{@перелік}`. In code a field has a name; letters' size and spaces do not count.
 */
export type FormField = TextField | RowsField | TableField;

export interface TextField {
  readonly kind: 'text';
  readonly name: string;
  readonly words: string;
  readonly sample: string;
}

/** Repeats what stands between its marks, a row of a table or paragraphs, for each of its rows. */
export interface RowsField {
  readonly kind: 'rows';
  readonly name: string;
  readonly words: string;
  readonly fields: readonly FormField[];
}

/** A table whose columns are not known before: it is drawn whole, in one look. */
export interface TableField {
  readonly kind: 'table';
  readonly name: string;
  readonly words: string;
  readonly sample: DocumentTable;
}

export interface DocumentTable {
  readonly heading: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Widths of the columns in relation to each other. */
  readonly shares?: readonly number[];
}

export type DocumentValue = string | DocumentTable | readonly DocumentData[];

/** What a document says: a value for each field by its name; plain JSON, kept frozen. */
export interface DocumentData {
  readonly [name: string]: DocumentValue;
}

/** A field of one text; empty, `{#words}…{/words}` around it leaves the place out. */
export const textField = (name: string, words: string, sample: string): TextField => ({
  kind: 'text',
  name,
  words,
  sample,
});

export const rowsField = (name: string, words: string, fields: readonly FormField[]): RowsField => ({
  kind: 'rows',
  name,
  words,
  fields,
});

export const tableField = (name: string, words: string, sample: DocumentTable): TableField => ({
  kind: 'table',
  name,
  words,
  sample,
});

/** Words of a field as they are compared: people write them in any size, Word puts its own spaces and apostrophes. */
export function tidyWords(words: string): string {
  return words.trim().toLowerCase().replaceAll(/\s+/gu, ' ').replaceAll(/['’`]/gu, 'ʼ');
}

/** Data to see a template with: each field's sample, two rows of each kind. */
export function sampleData(fields: readonly FormField[]): DocumentData {
  return Object.fromEntries(
    fields.map((field) => {
      if (field.kind !== 'rows') return [field.name, field.sample];
      const row = sampleData(field.fields);
      return [field.name, [row, row]];
    }),
  );
}

/** True for rows of a table; a text and a list of texts are none. */
export function isTable(value: DocumentValue | undefined): value is DocumentTable {
  return typeof value === 'object' && !Array.isArray(value);
}
