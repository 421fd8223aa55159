import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDb } from '../../../platform/duckdb/duckdb.ts';
import { inspectTable, otherTables, readTable, type TextTable } from '../../../tabular/index.ts';
import { type FoundFile, walkFiles } from '../check/walk-files.ts';
import { cardOfTable, type TableCard } from './card.ts';

/** Documents, pictures and the like: no tables, so no cards; they are counted. */
const DOCUMENTS = new Set(
  ['pdf', 'image', 'html', 'rtf', 'docx', 'pptx', 'odt', 'media', 'binary', 'archive'].map((kind) => `file-${kind}`),
);

export interface Taken {
  readonly cards: readonly TableCard[];
  readonly files: number;
  /** Files that are no tables. */
  readonly documents: number;
}

interface Work {
  readonly duckdb: DuckDb;
  readonly workFolder: string;
  readonly signal: AbortSignal;
}

async function digestOf(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path, { signal })) hash.update(piece as Buffer);
  return hash.digest('base64');
}

/** Parts are named by their place in text files: there a title is a cell of the file. */
function partName(table: TextTable, name: string | null): string {
  if (name === null || table.sheets.length < 2) return '';
  if (table.format !== 'csv') return name;
  return `Таблиця ${table.sheets.findIndex((sheet) => sheet.name === name) + 1}`;
}

type OfFile = Pick<TableCard, 'file' | 'changed' | 'size' | 'bytes'>;

async function cardOf(work: Work, base: OfFile, table: TextTable): Promise<TableCard> {
  const inspection = await inspectTable(work.duckdb, table, { signal: work.signal });
  return { ...base, part: partName(table, table.sheet), ...cardOfTable(table, inspection), reason: null };
}

function refusedCard(base: OfFile, reason: string, part = ''): TableCard {
  return { ...base, part, rows: null, columns: [], kinds: [], personal: [], structure: null, reason };
}

/** Cards of all tables of a file; null where it is a document and no table. */
async function cardsOfFile(work: Work, { path, name, stats }: FoundFile): Promise<TableCard[] | null> {
  const base = { file: name, changed: stats.mtime, size: stats.size, bytes: await digestOf(path, work.signal) };
  const workFolder = join(work.workFolder, 'file');
  const read = async (sheet?: string) => {
    await rm(workFolder, { recursive: true, force: true });
    await mkdir(workFolder, { recursive: true });
    const choices = sheet === undefined ? {} : { sheet };
    return readTable(work.duckdb, { path, fileName: name, workFolder, choices, signal: work.signal });
  };
  const outcome = await read();
  if (outcome.kind === 'refused')
    return DOCUMENTS.has(outcome.reason.code) ? null : [refusedCard(base, outcome.reason.message.uk)];
  const { table } = outcome;
  const cards = [await cardOf(work, base, table)];
  for (const { name: sheet, rows } of otherTables(table.sheets, table.sheet)) {
    if (rows === 0) continue;
    const other = await read(sheet);
    cards.push(
      other.kind === 'refused'
        ? refusedCard(base, other.reason.message.uk, partName(table, sheet))
        : await cardOf(work, base, other.table),
    );
  }
  return cards;
}

/**
 * Walks a folder and takes a card of each table in it. Cards alone are kept in memory, a table at a time is looked at; a file that cannot be read
 * has a card that says why.
 * @param told called with the name of each file before it is read
 */
export async function takeCards(
  work: Work,
  folder: string,
  skip: string,
  told: (name: string) => void,
): Promise<Taken> {
  const cards: TableCard[] = [];
  let files = 0;
  let documents = 0;
  for await (const file of walkFiles(folder)) {
    work.signal.throwIfAborted();
    if (file.path === skip) continue;
    told(file.name);
    files += 1;
    try {
      const own = await cardsOfFile(work, file);
      if (own === null) documents += 1;
      else cards.push(...own);
    } catch {
      work.signal.throwIfAborted();
      // the message of a fault may quote the file: it is not told
      const base = { file: file.name, changed: file.stats.mtime, size: file.stats.size, bytes: '' };
      cards.push(refusedCard(base, 'Файл не вдалося прочитати: він пошкоджений або замалий обсяг пам’яті.'));
    }
  }
  return { cards, files, documents };
}
