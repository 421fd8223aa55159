import type { FieldFault } from '../../../kernel/errors.ts';
import { foldText } from '../../../language/folding.ts';
import { GivenCode, MOST_CODES, type Served } from './code-list.ts';

type Row = readonly (string | null)[];

const KATOTTG = /^UA\d{17}$/;
const MOST_FAULTS = 20;

const HEADINGS = {
  code: /^(код|code|id|шифр|ідентифікатор|identifier|номер|№)/,
  name: /(назва|name|title|наймен|значення|опис|вулиц)/,
  category: /(категорі|category|тип|вид)/,
  parent: /(parent|вищ|батьків|належ)/,
  retired: /(retired|виведен)/,
} as const;

const cell = (row: Row, at: number | undefined): string => (at === undefined ? '' : (row[at] ?? '').trim());

/** Columns of one code each, from the region down to the part of a city, as the ministry's workbook has them; fewer than three are no levels. */
function levelsOf(rows: readonly Row[], width: number): number[] {
  const levels = Array.from({ length: width }, (_, at) => at).filter((at) => {
    const filled = rows.map((row) => cell(row, at)).filter((text) => text !== '');
    return filled.length > 0 && filled.every((text) => KATOTTG.test(text));
  });
  return levels.length < 3 ? [] : levels;
}

interface Columns {
  readonly code: number | undefined;
  readonly name: number | undefined;
  readonly category: number | undefined;
  readonly parent: number | undefined;
  /** When the code went out of use, as in the file a list is downloaded as. */
  readonly retired: number | undefined;
}

function columnsOf(headings: readonly string[], taken: readonly number[]): Columns {
  const free = headings
    .map((heading, at) => ({ at, words: foldHeading(heading) }))
    .filter(({ at }) => !taken.includes(at));
  const used = new Set<number>();
  const find = (pattern: RegExp) => {
    const found = free.find(({ at, words }) => !used.has(at) && pattern.test(words));
    if (found) used.add(found.at);
    return found?.at;
  };
  const retired = find(HEADINGS.retired);
  const parent = find(HEADINGS.parent);
  const code = taken.length > 0 ? undefined : (find(HEADINGS.code) ?? free[0]?.at);
  if (code !== undefined) used.add(code);
  const category = find(HEADINGS.category);
  const name = find(HEADINGS.name) ?? free.find(({ at }) => !used.has(at))?.at;
  return { code, name, category, parent, retired };
}

const foldHeading = (heading: string) => heading.normalize('NFC').trim().toLocaleLowerCase('uk');

/**
 * Codes of a table: which columns hold code, name, category and the code above is told by the headings, otherwise the first is the code and
 * the second the name. A table with a column for each level of the codifier of territories (КАТОТТГ) is read by levels: the code is the
 * deepest one of the row, the code above it the one before. Rows with a day in the column of retirement are no codes in use. `faults` name the row, counted from 1 below the headings.
 */
export function codesOfCells(
  headings: readonly string[],
  rows: readonly Row[],
): { codes: GivenCode[]; faults: FieldFault[] } {
  const levels = levelsOf(rows, headings.length);
  const columns = columnsOf(headings, levels);
  const faults: FieldFault[] = [];
  const codes: GivenCode[] = [];
  const seen = new Map<string, number>();
  const add = (uk: string, en: string) => faults.push({ field: 'file', text: { uk, en } });
  for (const [at, row] of rows.entries()) {
    if (row.every((text) => (text ?? '').trim() === '') || cell(row, columns.retired) !== '') continue;
    const chain = levels.map((level) => cell(row, level)).filter((text) => text !== '');
    const code = levels.length > 0 ? (chain.at(-1) ?? '') : cell(row, columns.code);
    const parent = levels.length > 0 ? chain.at(-2) : cell(row, columns.parent);
    const category = cell(row, columns.category);
    const parsed = GivenCode.safeParse({
      code,
      name: cell(row, columns.name).replace(/\s+/g, ' '),
      ...(category === '' ? {} : { category }),
      ...(parent ? { parent } : {}),
    });
    if (!parsed.success)
      add(
        `Рядок ${at + 1}: потрібні код (до 100 знаків) і назва (до 254), а тут «${code}» і «${cell(row, columns.name).slice(0, 60)}».`,
        `Row ${at + 1}: a code (up to 100 characters) and a name (up to 254) are needed, here are “${code}” and “${cell(row, columns.name).slice(0, 60)}”.`,
      );
    else if (seen.has(foldText(code)))
      add(
        `Рядок ${at + 1}: код «${code}» уже є в рядку ${seen.get(foldText(code))}. Лишіть один.`,
        `Row ${at + 1}: the code “${code}” stands in row ${seen.get(foldText(code))} already. Leave one.`,
      );
    else {
      seen.set(foldText(code), at + 1);
      codes.push(parsed.data);
    }
  }
  if (codes.length > MOST_CODES)
    add(`У довіднику вміщується ${MOST_CODES} кодів.`, `A code list holds ${MOST_CODES} codes.`);
  if (codes.length === 0 && faults.length === 0)
    add('У файлі немає жодного рядка з кодом і назвою.', 'The file has no row with a code and a name.');
  return { codes, faults: faults.slice(0, MOST_FAULTS) };
}

/** Codes that cannot stand in the list that serves as this: the codifier of territories has codes of one form only. At most a few are told. */
export function strangeCodes(serves: Served | null, codes: readonly GivenCode[]): FieldFault[] {
  if (serves !== 'katottg') return [];
  const strange = codes.filter(({ code }) => !KATOTTG.test(code));
  if (strange.length === 0) return [];
  const shown = strange.slice(0, 3).map(({ code }) => code);
  const more = strange.length > shown.length ? ' …' : '';
  return [
    {
      field: 'file',
      text: {
        uk: `Код КАТОТТГ — це UA і 17 цифр, а у файлі є ${shown.map((code) => `«${code}»`).join(', ')}${more}. Візьміть книгу кодифікатора з сайту міністерства.`,
        en: `A KATOTTG code is UA and 17 digits, and the file has ${shown.map((code) => `“${code}”`).join(', ')}${more}. Take the codifier’s workbook from the ministry’s site.`,
      },
    },
  ];
}
