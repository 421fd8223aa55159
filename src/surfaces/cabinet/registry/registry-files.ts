import { Readable } from 'node:stream';
import { type RegistryEntry, TEN_FIELDS } from '../../../capabilities/registry/index.ts';
import { csvLine } from '../../../kernel/csv.ts';
import { type Day, dayOf } from '../../../kernel/dates.ts';
import type { Language } from '../../../kernel/text.ts';
import { registryTexts } from '../../../locales/registry.ts';
import { looksLikeFormula, writeWorkbook } from '../../../tabular/writers/index.ts';
import { ownFile, type Visit } from '../../components/index.ts';
import { fieldInWords, moreInWords, wholeLink } from './entry-cells.ts';
import type { MoreColumn, RegistryQuery } from './registry-query.ts';

export const FILE_FORMATS = ['csv', 'xlsx', 'json'] as const;
type FileFormat = (typeof FILE_FORMATS)[number];

const TYPES: Readonly<Record<FileFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
};

/** Entries as a file: the ten fields in their order, then the columns asked for; the same words as on the page. */
export function registryFile(
  visit: Visit,
  format: FileFormat,
  entries: readonly RegistryEntry[],
  query: RegistryQuery,
): Response {
  const today = query.filter.on ?? dayOf(visit.ctx.clock.now());
  const give = (body: BodyInit) => ownFile(body, TYPES[format], `reiestr-danykh-${today}.${format}`);
  if (format === 'json') return give(JSON.stringify(entries.map((entry) => recordOf(entry, visit))));
  const { language, origin } = visit;
  const headings = headingsOf(language, query.columns);
  const rows = entries.map((entry) => cellsOf(entry, { language, origin, columns: query.columns, today }));
  if (format === 'csv') {
    const lines = [headings, ...rows].map((cells) => csvLine(cells.map((cell) => plain(cell))));
    return give(`\uFEFF${lines.join('')}`);
  }
  const widths = [22, 40, 60, 14, 14, 12, 22, 40, 40, 40, ...query.columns.map(() => 24)];
  const book = writeWorkbook([{ name: registryTexts[language].title, headings, widths, rows }]);
  return give(Readable.toWeb(Readable.from(book)) as ReadableStream<Uint8Array>);
}

/** A spreadsheet would count a text that begins as a formula. */
const plain = (cell: string) => (looksLikeFormula(cell) ? `'${cell}` : cell);

function headingsOf(language: Language, columns: readonly MoreColumn[]): string[] {
  const texts = registryTexts[language];
  return [...TEN_FIELDS.map((field) => texts.fields[field]), ...columns.map((column) => texts.more[column])];
}

/** An entry as a line of a file: the ten fields in the order of the headings, then the further columns. */
export function cellsOf(
  entry: RegistryEntry,
  asked: { language: Language; origin: string; columns: readonly MoreColumn[]; today: Day },
): string[] {
  const { language, origin, columns, today } = asked;
  return [
    ...TEN_FIELDS.map((field) => fieldInWords(field, entry, language, origin)),
    ...columns.map((column) => moreInWords(column, entry, language, today)),
  ];
}

/** An entry for programs: stable names, numbers as numbers. */
function recordOf(entry: RegistryEntry, { language, origin }: Visit) {
  return {
    id: entry.number,
    name: entry.title,
    description: entry.description,
    creationDate: entry.createdOn,
    format: entry.formats,
    fileSize: entry.size,
    streamed: entry.streamed,
    updateFrequency: entry.frequency,
    link: wholeLink(entry, origin),
    dataHolder: { name: entry.unitName, edrpou: entry.edrpou, previous: entry.previousUnit },
    contact: entry.contact,
    state: entry.state,
    disclosure: entry.more.disclosure,
    ground: moreInWords('item', entry, language, entry.createdOn),
    nextDue: entry.dueOn,
    related: entry.more.related,
  };
}
