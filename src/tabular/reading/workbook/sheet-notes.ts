import type { Finding } from '../../../kernel/finding.ts';
import { PlaceList, readingFinding } from '../reading-findings.ts';
import type { Cell } from '../row-sink.ts';
import type { ShownAs, WorkbookRow } from './workbook.ts';

/** What a sheet holds beside values, counted over its rows of data. */
export class SheetNotes {
  readonly merged = new PlaceList();
  readonly across = new PlaceList();
  readonly hiddenRows = new PlaceList();
  readonly lostLinks = new PlaceList();
  readonly valueless = new PlaceList();
  formulas = 0;
  links = 0;
  hiddenColumns: readonly number[] = [];
  private readonly shownCells = new Map<ShownAs, Map<number, number>>();

  /**
   * @param row 1-based row of data; `repeated` cells of it got a value from a cell merged above
   * @param place where a column of the sheet stands in the table
   */
  take(
    row: number,
    cells: readonly Cell[],
    { given, repeated }: { given: WorkbookRow; repeated: number },
    place: (column: number) => number,
  ): void {
    const text = () => cells.filter((cell) => (cell ?? '').trim() !== '').join(' | ');
    for (let at = 0; at < repeated; at++) this.merged.add(row, text());
    if (given.spans?.some(({ columns }) => columns > 1)) this.across.add(row, text());
    if (given.hidden === true) this.hiddenRows.add(row, text());
    if ((given.formulasWithoutValue ?? 0) > 0) this.valueless.add(row, text());
    this.formulas += given.formulas ?? 0;
    for (const [column, as] of given.shown ?? []) {
      const at = place(column);
      const columns = this.shownCells.get(as) ?? new Map<number, number>();
      this.shownCells.set(as, columns.set(at, (columns.get(at) ?? 0) + 1));
    }
  }

  /** Columns whose numbers are shown so, with how many of them. */
  shown(as: ShownAs): ReadonlyMap<number, number> {
    return this.shownCells.get(as) ?? new Map();
  }
}

/** A sheet's notes with what turns their places into rows and columns of the table that is read. */
export interface PlacedNotes {
  readonly notes: SheetNotes;
  /** Rows of the table before the sheet's own. */
  readonly before: number;
}

const MOST_PLACES = 20;

type Choose = (notes: SheetNotes) => PlaceList;

function gathered(all: readonly PlacedNotes[], choose: Choose) {
  const places = all.flatMap(({ notes, before }) =>
    choose(notes).places.map((place) => ({ ...place, row: place.row + before })),
  );
  return { count: all.reduce((sum, { notes }) => sum + choose(notes).count, 0), places: places.slice(0, MOST_PLACES) };
}

const sum = (all: readonly PlacedNotes[], of: (notes: SheetNotes) => number) =>
  all.reduce((total, { notes }) => total + of(notes), 0);

function mergedFindings(all: readonly PlacedNotes[]): Finding[] {
  const down = gathered(all, (notes) => notes.merged);
  const across = gathered(all, (notes) => notes.across);
  const findings: Finding[] = [];
  if (down.count > 0)
    findings.push(
      readingFinding('merged-cells', down.count, down.places, {
        uk: `Клітинок, об’єднаних на кілька рядків: їхнє значення повторено ще в ${down.count}. Так кожен рядок читається сам.`,
        en: `Cells merged over several rows: their value is repeated in ${down.count} more. So each row can be read by itself.`,
      }),
    );
  if (across.count > 0)
    findings.push(
      readingFinding('merged-across', across.count, across.places, {
        uk: `Рядків, де клітинки об’єднано впоперек стовпців: ${across.count}. Значення стоїть у першому з цих стовпців, решта порожні; перевірте, чи не належить воно всім.`,
        en: `Rows with cells merged across columns: ${across.count}. The value stands in the first of these columns, the others are empty; check whether it belongs to all of them.`,
      }),
    );
  return findings;
}

/** Columns of the table that some of its sheets hides. */
export function hiddenColumns(all: readonly PlacedNotes[], width: number): number[] {
  return [...new Set(all.flatMap(({ notes }) => notes.hiddenColumns))].filter((at) => at < width);
}

function hiddenFindings(all: readonly PlacedNotes[], headers: readonly string[]): Finding[] {
  const rows = gathered(all, (notes) => notes.hiddenRows);
  const columns = hiddenColumns(all, headers.length);
  const findings: Finding[] = [];
  if (rows.count > 0)
    findings.push(
      readingFinding('hidden-rows', rows.count, rows.places, {
        uk: `Прихованих рядків: ${rows.count}. На екрані їх не видно, але в таблицю вони потраплять. Якщо їх не мають бачити всі, оберіть «без прихованих рядків і стовпців» у «Щось не так?».`,
        en: `Hidden rows: ${rows.count}. They are not seen on the screen, yet they will be in the table. If not everyone should see them, choose “without hidden rows and columns” under “Something wrong?”.`,
      }),
    );
  if (columns.length > 0) {
    const names = columns.map((at) => `«${headers[at] || `${at + 1}`}»`).join(', ');
    findings.push(
      readingFinding('hidden-columns', columns.length, [], {
        uk: `Прихованих стовпців: ${columns.length} (${names}). На екрані їх не видно, але в таблицю вони потраплять. Якщо їх не мають бачити всі, оберіть «без прихованих рядків і стовпців» у «Щось не так?».`,
        en: `Hidden columns: ${columns.length} (${names}). They are not seen on the screen, yet they will be in the table. If not everyone should see them, choose “without hidden rows and columns” under “Something wrong?”.`,
      }),
    );
  }
  return findings;
}

function formulaFindings(all: readonly PlacedNotes[]): Finding[] {
  const formulas = sum(all, (notes) => notes.formulas);
  const valueless = gathered(all, (notes) => notes.valueless);
  const findings: Finding[] = [];
  if (formulas > 0)
    findings.push(
      readingFinding('formulas', formulas, [], {
        uk: `Клітинок з формулами: ${formulas}. Узято значення, які порахувала програма, коли файл зберігали востаннє.`,
        en: `Cells with formulas: ${formulas}. Their values are taken as the program counted them when the file was last saved.`,
      }),
    );
  if (valueless.count > 0)
    findings.push(
      readingFinding('formula-without-value', valueless.count, valueless.places, {
        uk: `Рядків, де формула не має порахованого значення: ${valueless.count}; ці клітинки порожні. Відкрийте файл в Excel чи LibreOffice, збережіть і додайте ще раз.`,
        en: `Rows where a formula has no counted value: ${valueless.count}; these cells are empty. Open the file in Excel or LibreOffice, save it and add it once more.`,
      }),
    );
  return findings;
}

function linkFindings(all: readonly PlacedNotes[]): Finding[] {
  const kept = sum(all, (notes) => notes.links);
  const lost = gathered(all, (notes) => notes.lostLinks);
  const findings: Finding[] = [];
  if (kept > 0)
    findings.push(
      readingFinding('links-kept', kept, [], {
        uk: `Посилань за текстом клітинок: ${kept}. Їхні адреси винесено в окремий стовпець «… (посилання)» поруч.`,
        en: `Links behind the text of cells: ${kept}. Their addresses stand in a column of their own, “… (посилання)”, beside.`,
      }),
    );
  if (lost.count > 0)
    findings.push(
      readingFinding('links-left', lost.count, lost.places, {
        uk: `Поодиноких посилань за текстом клітинок: ${lost.count}. Лишився тільки текст; якщо потрібні й адреси, додайте для них стовпець у файлі.`,
        en: `Single links behind the text of cells: ${lost.count}. Only the text stayed; if the addresses are needed, add a column for them in the file.`,
      }),
    );
  return findings;
}

const SHOWN_WORDS = {
  percent: {
    uk: (title: string) =>
      `Стовпець «${title}» у книзі показано у відсотках, а записано часткою одиниці: 0,15 означає 15 %. Так він і лишиться; назвіть це в структурі.`,
    en: (title: string) =>
      `The workbook shows “${title}” as per cents, but holds shares of one: 0.15 means 15 %. So it stays; say so in the structure.`,
  },
  currency: {
    uk: (title: string) =>
      `Стовпець «${title}» у книзі показано зі знаком валюти. У дані входять лише числа; валюту назвіть у структурі.`,
    en: (title: string) =>
      `The workbook shows “${title}” with the sign of a currency. Only the numbers are data; name the currency in the structure.`,
  },
} as const;

function shownFindings(all: readonly PlacedNotes[], headers: readonly string[], kept: readonly number[]): Finding[] {
  return (['percent', 'currency'] as const).flatMap((as) => {
    const counts = new Map<number, number>();
    for (const { notes } of all)
      for (const [column, count] of notes.shown(as)) counts.set(column, (counts.get(column) ?? 0) + count);
    return [...counts].flatMap(([column, count]): Finding[] => {
      const at = kept.indexOf(column);
      if (at < 0) return [];
      const title = headers[column]?.trim() || `${column + 1}`;
      const message = { uk: SHOWN_WORDS[as].uk(title), en: SHOWN_WORDS[as].en(title) };
      return [{ ...readingFinding(`shown-as-${as}`, count, [], message), column: at, columnName: title }];
    });
  });
}

/**
 * Everything a sheet (or several joined) holds beside values, told.
 * @param headers of the sheet's columns, addresses of links among them
 * @param kept which of them the table has; hidden ones may have been left out
 */
export function notesFindings(
  all: readonly PlacedNotes[],
  headers: readonly string[],
  kept: readonly number[],
): Finding[] {
  return [
    ...(kept.length < headers.length ? [] : hiddenFindings(all, headers)),
    ...formulaFindings(all),
    ...mergedFindings(all),
    ...linkFindings(all),
    ...shownFindings(all, headers, kept),
  ];
}

export const MACROS = readingFinding('macros', 1, [], {
  uk: 'У книзі є макроси. Ми їх не виконуємо, і в дані вони не потрапляють.',
  en: 'The workbook has macros. They are not run here, and are no part of the data.',
});
