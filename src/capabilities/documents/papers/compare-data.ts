import {
  type DocumentData,
  type DocumentTable,
  type DocumentValue,
  type FormField,
  isTable,
} from '../../../platform/documents/index.ts';

/** One place where a document would say something else than it does. */
export interface DocumentChange {
  /** The field's words; of rows: also the row's first text. */
  readonly words: string;
  readonly row: string | null;
  /** Empty: it was not there, or is no more. */
  readonly before: string;
  readonly after: string;
}

const NUMBER_ONLY = /^\d+\.?$/u;

/** What changed from one state of the data to another, field by field; rows are the same where what they are about is the same. */
export function changesOf(
  fields: readonly FormField[],
  before: DocumentData,
  after: DocumentData,
): readonly DocumentChange[] {
  return fields.flatMap((field): DocumentChange[] => {
    const [was, is] = [before[field.name] ?? '', after[field.name] ?? ''];
    if (field.kind === 'rows') return rowChanges(field, rowsOf(was), rowsOf(is));
    const [left, right] = [inWords(was), inWords(is)];
    return left === right ? [] : tableOrText(field, was, is);
  });
}

function tableOrText(field: FormField, was: DocumentValue, is: DocumentValue): DocumentChange[] {
  if (field.kind !== 'table') return [{ words: field.words, row: null, before: inWords(was), after: inWords(is) }];
  const [left, right] = [linesOf(was), linesOf(is)];
  return [
    ...left.filter((line) => !right.includes(line)).map((line) => lineChange(field.words, line, '')),
    ...right.filter((line) => !left.includes(line)).map((line) => lineChange(field.words, '', line)),
  ];
}

const lineChange = (words: string, before: string, after: string): DocumentChange => ({
  words,
  row: null,
  before,
  after,
});

function rowChanges(
  field: FormField & { kind: 'rows' },
  before: readonly DocumentData[],
  after: readonly DocumentData[],
): DocumentChange[] {
  const about = (row: DocumentData) => aboutOf(field.fields, row);
  const gone = [...before];
  const changes: DocumentChange[] = [];
  for (const row of after) {
    const same = gone.findIndex((one) => about(one) === about(row));
    const was = same < 0 ? null : (gone.splice(same, 1)[0] ?? null);
    if (was === null)
      changes.push({ words: field.words, row: about(row), before: '', after: saidBy(field.fields, row) });
    else
      changes.push(
        ...changesOf(field.fields, was, row)
          .filter(({ before: left, after: right }) => !(NUMBER_ONLY.test(left) && NUMBER_ONLY.test(right)))
          .map((change) => ({ ...change, row: about(row) })),
      );
  }
  const removed = gone.map((row) => ({
    words: field.words,
    row: about(row),
    before: saidBy(field.fields, row),
    after: '',
  }));
  return [...changes, ...removed];
}

/** What a row is about: its first text that is not just a number in order. */
function aboutOf(fields: readonly FormField[], row: DocumentData): string {
  for (const { name, kind } of fields) {
    const value = row[name];
    if (kind === 'text' && typeof value === 'string' && value !== '' && !NUMBER_ONLY.test(value)) return value;
  }
  return '';
}

function saidBy(fields: readonly FormField[], row: DocumentData): string {
  return fields
    .filter(({ kind }) => kind === 'text')
    .map(({ name }) => inWords(row[name] ?? ''))
    .filter((text) => text !== '' && !NUMBER_ONLY.test(text))
    .join(', ');
}

const rowsOf = (value: DocumentValue): readonly DocumentData[] => (Array.isArray(value) ? value : []);

function linesOf(value: DocumentValue): string[] {
  const table: DocumentTable | null = isTable(value) ? value : null;
  return (table?.rows ?? []).map((cells) => cells.filter((cell) => !NUMBER_ONLY.test(cell)).join(', '));
}

function inWords(value: DocumentValue): string {
  return typeof value === 'string' ? value : linesOf(value).join('\n');
}
