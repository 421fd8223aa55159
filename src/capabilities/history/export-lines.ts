import { csvLine } from '../../kernel/csv.ts';
import { inLanguage, type Language } from '../../kernel/text.ts';
import { deedInWords } from './deed-names.ts';
import type { SealedEntry } from './history-entry.ts';

/** Forms the history is taken away in: for spreadsheets, and a JSON object a line for systems that watch (SIEM). */
export type HistoryFormat = 'csv' | 'jsonl';

const COLUMNS = [
  'position',
  'at',
  'actorKind',
  'actorId',
  'actor',
  'via',
  'address',
  'deed',
  'deedInWords',
  'subjectKind',
  'subjectId',
  'subject',
  'unitId',
  'before',
  'after',
  'note',
  'erased',
  'entryId',
  'chain',
] as const;

/** An entry as it is exported: flat, instants in ISO 8601. The fields are told in the operators' guide. */
function flat(entry: SealedEntry, language: Language): Record<(typeof COLUMNS)[number], unknown> {
  return {
    position: entry.position,
    at: entry.at.toISOString(),
    actorKind: entry.actor.kind,
    actorId: entry.actor.id,
    actor: entry.actor.name,
    via: entry.via,
    address: entry.address,
    deed: entry.deed,
    deedInWords: inLanguage(deedInWords(entry.deed), language),
    subjectKind: entry.subject.kind,
    subjectId: entry.subject.id,
    subject: entry.subject.name,
    unitId: entry.unitId,
    before: entry.before,
    after: entry.after,
    note: entry.note,
    erased: entry.erased,
    entryId: entry.id,
    chain: entry.chain,
  };
}

/** Made for a spreadsheet, so a text that would run there as a formula is told to be text. */
function forSheet(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The entries as text, piece by piece. What was before and after stands in CSV as JSON. */
export async function* historyLines(
  entries: AsyncIterable<readonly SealedEntry[]>,
  format: HistoryFormat,
  language: Language,
): AsyncGenerator<string> {
  if (format === 'csv') yield `\uFEFF${COLUMNS.join(',')}\r\n`; // the mark makes Excel read it as UTF-8
  for await (const some of entries) {
    const rows = some.map((entry) => flat(entry, language));
    yield format === 'csv'
      ? rows.map((row) => csvLine(COLUMNS.map((column) => forSheet(shown(row[column]))))).join('')
      : rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  }
}
