import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { openLocalDuckDb } from '../../../platform/duckdb/local-duckdb.ts';
import { writeWorkbook } from '../../../tabular/writers/index.ts';
import type { Command } from '../command.ts';
import type { TableCard } from './card.ts';
import { likelyCopies } from './likely-copies.ts';
import { takeCards } from './take-cards.ts';

const EXIT = { good: 0, usage: 2, stopped: 130 } as const;
const USAGE = 'Так: vidkryto inventory FOLDER --out cards.xlsx / Use: vidkryto inventory FOLDER --out cards.xlsx';

const HEADINGS: readonly (readonly [string, number])[] = [
  ['Файл', 50],
  ['Аркуш або частина', 22],
  ['Рядків', 10],
  ['Стовпців', 10],
  ['Назви стовпців', 70],
  ['Що у стовпцях', 50],
  ['Ознаки персональних даних', 40],
  ['Востаннє змінено', 18],
  ['Розмір, КБ', 12],
  ['Схоже на копію', 50],
  ['Чому не прочитано', 50],
];

function rowOf(card: TableCard, copies: string): string[] {
  const { file, part, rows, columns, kinds, personal, changed, size, reason } = card;
  return [
    file,
    part,
    rows === null ? '' : String(rows),
    reason === null ? String(columns.length) : '',
    columns.join('; '),
    kinds.join('; '),
    personal.join('; '),
    changed.toISOString().slice(0, 10),
    String(Math.ceil(size / 1024)),
    copies,
    reason ?? '',
  ];
}

interface Asked {
  readonly folder: string;
  readonly out: string;
}

function asked(args: readonly string[]): Asked | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { out: { type: 'string' } },
      allowPositionals: true,
    });
    const [folder] = positionals;
    if (folder === undefined || positionals.length > 1 || values.out === undefined) return null;
    return extname(values.out).toLowerCase() === '.xlsx' ? { folder: resolve(folder), out: resolve(values.out) } : null;
  } catch {
    return null;
  }
}

async function writeCards(cards: readonly TableCard[], out: string): Promise<void> {
  const copies = likelyCopies(cards);
  const sheet = {
    name: 'Таблиці',
    headings: HEADINGS.map(([heading]) => heading),
    widths: HEADINGS.map(([, width]) => width),
    rows: cards.map((card, at) => rowOf(card, copies[at] ?? '')),
  };
  await pipeline(Readable.from(writeWorkbook([sheet])), createWriteStream(out));
}

/** On a terminal the file at work is shown in one line that is written over. */
function showFile(name: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K  ${name.slice(-70)}`);
}

async function listTables({ folder, out }: Asked, workFolder: string, signal: AbortSignal): Promise<number> {
  const duckdb = openLocalDuckDb({ folder: workFolder });
  try {
    const { cards, files, documents } = await takeCards({ duckdb, workFolder, signal }, folder, out, showFile);
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
    await writeCards(cards, out);
    const broken = cards.filter(({ reason }) => reason !== null).length;
    const personal = cards.filter((card) => card.personal.length > 0).length;
    process.stdout.write(
      [
        `  Файлів: ${files}; таблиць: ${cards.length - broken}; документів і зображень: ${documents}; не прочитано: ${broken}.`,
        `  З ознаками персональних даних: ${personal}.`,
        `  Записано: ${out}`,
        '',
      ].join('\n'),
    );
    return EXIT.good;
  } finally {
    await duckdb.close();
  }
}

/**
 * `vidkryto inventory FOLDER --out cards.xlsx`: one line for each table of a folder, so that an audit begins with what there is. No cell of any
 * table stands in it; what could be a value in place of a name is told by its place.
 * @returns 0 written, 2 the folder or the words cannot be understood, 130 stopped by Ctrl-C
 */
export async function runInventory(args: readonly string[]): Promise<number> {
  const words = asked(args);
  const found = words === null ? null : await stat(words.folder).catch(() => null);
  if (words === null || !found?.isDirectory()) {
    process.stderr.write(words === null ? `${USAGE}\n` : `Теки «${words.folder}» немає. / There is no such folder.\n`);
    return EXIT.usage;
  }
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  const workFolder = await mkdtemp(join(tmpdir(), 'vidkryto-inventory-'));
  try {
    return await listTables(words, workFolder, stop.signal);
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    process.stderr.write('Зупинено. / Stopped.\n');
    return EXIT.stopped;
  } finally {
    process.removeListener('SIGINT', onSignal);
    process.removeListener('SIGTERM', onSignal);
    await rm(workFolder, { recursive: true, force: true });
  }
}

/** The command as the command line calls it. */
export const inventory: Command = ({ args }) => runInventory(args);
