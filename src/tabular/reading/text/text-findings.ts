import type { Finding } from '../../../kernel/finding.ts';
import { type PlaceList, readingFinding } from '../reading-findings.ts';
import { mayNameSomebody } from '../signatures.ts';

const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

/** The header stands between the rows once more, as where an export repeats it page after page. */
export function repeatedHeader(list: PlaceList): Finding {
  return readingFinding('repeated-header', list.count, list.places, {
    uk: `Заголовок таблиці повторюється між рядками: ${list.count}. Ці повтори до даних не входять, рядки під ними — входять.`,
    en: `The header of the table is repeated between its rows: ${list.count}. The repeats are left out of the data, the rows below them are kept.`,
  });
}

/** Notes, sources and the like under the table; their text is kept here (row 0 = no row of the table) unless it may name a person. */
export function notesBelow(notes: readonly string[]): Finding {
  const quoted = notes.filter((note) => !mayNameSomebody(note));
  const shown = quoted
    .slice(0, 2)
    .map((note) => `«${shorten(note)}»`)
    .join(', ');
  const told = shown === '' ? '' : ` (${shown})`;
  const places = quoted.slice(0, 20).map((value) => ({ row: 0, value: value.slice(0, 300) }));
  return readingFinding('notes-below', notes.length, places, {
    uk: `Приміток під таблицею: ${notes.length}${told}. До даних вони не входять; що з них важливо, напишіть в описі набору.`,
    en: `Notes below the table: ${notes.length}${told}. They are left out of the data; write what matters of them in the description of the dataset.`,
  });
}

/** Signatures under the table of a sheet: told by their number, for they name people. */
export function signaturesBelow(count: number): Finding {
  return readingFinding('notes-below', count, [], {
    uk: `Рядків з підписами під таблицею: ${count}. До даних вони не входять: підпис — не запис таблиці.`,
    en: `Lines of signature below the table: ${count}. They are left out of the data: a signature is no record of the table.`,
  });
}

/** Rows that are set with another delimiter than the rest of the file. */
export function otherDelimiter(list: PlaceList): Finding {
  return readingFinding('other-delimiter', list.count, list.places, {
    uk: `Рядків, поділених не тим знаком, що решта файла: ${list.count}. Ми поділили їх за кількістю і видом клітинок; перегляньте ці рядки.`,
    en: `Rows cut by another character than the rest of the file: ${list.count}. They were cut by the number and kind of cells; look them over.`,
  });
}

/** Names of columns stand in several rows and were joined. */
export function joinedHeader(rows: number, names: readonly string[]): Finding {
  const example = names.reduce((most, name) => (name.length > most.length ? name : most), '').replace(/\s+/g, ' ');
  return readingFinding('header-joined', rows, [], {
    uk: `Назви стовпців стоять у кількох рядках (${rows}), тож їх складено в одну, як-от «${shorten(example)}». Перегляньте назви.`,
    en: `The names of the columns stand in several rows (${rows}) and were joined into one each, such as “${shorten(example)}”. Look the names over.`,
  });
}
