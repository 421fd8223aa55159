import type { Finding, FindingPlace } from '../../kernel/finding.ts';
import type { Text } from '../../kernel/text.ts';
import { type CheckCode, severityOf } from '../checks/check-policy.ts';
import type { SheetInfo } from '../text-table.ts';
import { mayNameSomebody } from './signatures.ts';

/** How many places a finding shows. */
const PLACES = 20;

/** Collects the places of one kind of fault while a file is read: counts all, keeps the first twenty. */
export class PlaceList {
  count = 0;
  readonly places: FindingPlace[] = [];

  add(row: number, value: string | null): void {
    this.count += 1;
    if (this.places.length < PLACES) this.places.push({ row, value: value === null ? null : value.slice(0, 300) });
  }
}

/** A finding of the whole file, with the severity the policy gives its code; nothing of it is mended by itself. */
export function readingFinding(
  code: CheckCode,
  count: number,
  places: readonly FindingPlace[],
  message: Text,
): Finding {
  const severity = severityOf(code);
  return { code, severity, column: null, columnName: null, count, places, message, repairable: false };
}

/**
 * Rows with fewer or more cells than the table has columns.
 * @param shortRows rows completed with empty cells
 * @param longRows rows whose surplus cells stand in added columns without a name
 */
export function raggedRows(columns: number, shortRows: PlaceList, longRows: PlaceList): Finding {
  const count = shortRows.count + longRows.count;
  const places = [...longRows.places, ...shortRows.places].slice(0, PLACES).sort((a, b) => a.row - b.row);
  const uk = [
    shortRows.count > 0 ? `коротших, доповнених порожніми клітинками: ${shortRows.count}` : '',
    longRows.count > 0 ? `довших, зайве стоїть у доданих стовпцях без назви: ${longRows.count}` : '',
  ].filter(Boolean);
  const en = [
    shortRows.count > 0 ? `shorter, completed with empty cells: ${shortRows.count}` : '',
    longRows.count > 0 ? `longer, the surplus stands in added columns without a name: ${longRows.count}` : '',
  ].filter(Boolean);
  return readingFinding('ragged-row', count, places, {
    uk: `Не всі рядки мають ${columns} клітинок, як заголовок (${uk.join('; ')}). Нічого не загублено.`,
    en: `Not every row has ${columns} cells like the header (${en.join('; ')}). Nothing was lost.`,
  });
}

/** Rows above the header that are no part of the table; their text is kept here (row 0 = above the data) unless it may name a person. */
export function rowsAboveHeader(rows: readonly string[]): Finding {
  const filled = rows.filter((row) => row !== '' && !mayNameSomebody(row));
  const shown = filled
    .slice(0, 3)
    .map((row) => `«${row.length > 80 ? `${row.slice(0, 79)}…` : row}»`)
    .join(', ');
  const places = filled.slice(0, PLACES).map((value) => ({ row: 0, value }));
  return readingFinding('rows-above-header', rows.length, places, {
    uk: `Рядків над заголовком, які не належать до таблиці: ${rows.length}${shown ? ` (${shown})` : ''}. У дані вони не входять.`,
    en: `Rows above the header that are no part of the table: ${rows.length}${shown ? ` (${shown})` : ''}. They are left out of the data.`,
  });
}

export const NO_HEADER = readingFinding('no-header', 1, [], {
  uk: 'Схоже, у файлі немає рядка з назвами стовпців. Дайте стовпцям назви або вкажіть, який рядок є заголовком.',
  en: 'The file seems to have no row of column names. Name the columns or say which row is the header.',
});

export const NO_ROWS = readingFinding('no-rows', 1, [], {
  uk: 'У файлі є лише заголовок, жодного рядка даних. Додайте дані й завантажте файл ще раз.',
  en: 'The file has only a header and no rows of data. Add the data and upload the file again.',
});

/** Bytes that are no letters in the file's encoding; they stand in the table as �. */
export function brokenCharacters(count: number): Finding {
  return readingFinding('broken-characters', count, [], {
    uk: `Пошкоджених символів: ${count}. У таблиці вони показані як «�»; виправте їх у файлі, з якого робили вивантаження.`,
    en: `Damaged characters: ${count}. The table shows them as “�”; correct them in the file this one was exported from.`,
  });
}

/** Rows with a quotation mark that is never closed, or stands where it may not: read by the number of columns. */
export function brokenQuotes(list: PlaceList): Finding {
  return readingFinding('broken-quote', list.count, list.places, {
    uk: `Рядків з лапками, поставленими не за правилами CSV: ${list.count}. Ми прочитали їх за кількістю стовпців; перегляньте ці рядки.`,
    en: `Rows whose quotation marks break the rules of CSV: ${list.count}. They were read by the number of columns; look them over.`,
  });
}

/** Fields of JSON records that hold lists or deeper objects, kept as JSON text. */
export function nestedValues(count: number, fields: readonly string[]): Finding {
  const names = fields.slice(0, 5).join(', ');
  return readingFinding('nested-values', count, [], {
    uk: `Вкладені списки та об’єкти (${names}) збережено в клітинках як текст JSON: ${count}.`,
    en: `Nested lists and objects (${names}) are kept in cells as JSON text: ${count}.`,
  });
}

/** Lists of plain values, each kept in one cell with `; ` between them. */
export function joinedValues(list: PlaceList, fields: readonly string[]): Finding {
  const names = fields.slice(0, 5).join(', ');
  return readingFinding('joined-values', list.count, list.places, {
    uk: `Кілька значень одного поля (${names}) записано в одній клітинці через «; »: ${list.count}.`,
    en: `Several values of one field (${names}) are kept in one cell with “; ” between them: ${list.count}.`,
  });
}

/** Single fields of a document outside its lists of records: no part of a table, but told. */
export function besideRecords(beside: readonly (readonly [name: string, value: string])[]): Finding {
  const names = beside
    .slice(0, 5)
    .map(([name]) => name)
    .join(', ');
  const places = beside.slice(0, PLACES).map(([name, value]) => ({ row: 0, value: `${name}: ${value.slice(0, 200)}` }));
  return readingFinding('beside-list', beside.length, places, {
    uk: `У файлі поруч зі списком є окремі поля (${names}); до таблиці вони не входять.`,
    en: `Beside the list the file has single fields (${names}); they are no part of the table.`,
  });
}

/** A file with several tables: one is read, the others are named, hidden ones as such. */
export function otherParts(read: string, others: readonly SheetInfo[]): Finding {
  const names = (open: string, close: string, hidden: string) =>
    others
      .slice(0, 10)
      .map(({ name, hidden: isHidden }) => `${open}${name}${close}${isHidden ? ` (${hidden})` : ''}`)
      .join(', ') + (others.length > 10 ? ' …' : '');
  return readingFinding('other-sheets', others.length, [], {
    uk: `У файлі є й інші таблиці (${others.length}): ${names('«', '»', 'прихована')}. Прочитано «${read}». Решту можна взяти до набору на кроці «Погляд».`,
    en: `The file has other tables (${others.length}): ${names('“', '”', 'hidden')}. “${read}” was read. The others can be taken into the dataset at the step “Look”.`,
  });
}

/** Sheets with the same columns, read one under another. */
export function joinedSheets(names: readonly string[]): Finding {
  const shown = names
    .slice(0, 12)
    .map((name) => `«${name}»`)
    .join(', ');
  return readingFinding('joined-sheets', names.length, [], {
    uk: `Аркушів з однаковими стовпцями: ${names.length} (${shown}). Їх прочитано один під одним; стовпець «Аркуш» каже, звідки рядок. Потрібен лише один аркуш? Оберіть його в «Щось не так?».`,
    en: `Sheets with the same columns: ${names.length} (${shown}). They are read one under another; the column «Аркуш» says where a row comes from. Need only one of them? Choose it in “Something wrong?”.`,
  });
}

/** Files of an archive that are no tables. */
export function notTaken(names: readonly string[]): Finding {
  const shown = (open: string, close: string) =>
    names
      .slice(0, 5)
      .map((name) => `${open}${name}${close}`)
      .join(', ') + (names.length > 5 ? ' …' : '');
  const places = names.slice(0, PLACES).map((value) => ({ row: 0, value }));
  return readingFinding('not-taken', names.length, places, {
    uk: `В архіві є файли, які не є таблицями (${names.length}): ${shown('«', '»')}. До даних вони не входять.`,
    en: `The archive has files that are no tables (${names.length}): ${shown('“', '”')}. They are left out of the data.`,
  });
}
