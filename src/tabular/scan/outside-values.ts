import type { DuckSession } from '../../platform/duckdb/duckdb.ts';
import type { ColumnFacts, RelationOf, Told } from '../checks/check.ts';
import { sqlText } from './predicate.ts';

/** What a column of the file is known to hold, because the file is the next one of a dataset whose structure says so. */
export interface ExpectedValues {
  /** Title or machine name of the column. */
  readonly column: string;
  readonly values: readonly string[];
  /** Name of the code list they come from; null: they are written in the structure. */
  readonly codeList: string | null;
}

const PLACES = 20;

interface Narrowed {
  readonly column: ColumnFacts;
  readonly expected: ExpectedValues;
  /** SQL of a cell as it will be typed, true for those outside. */
  readonly text: string;
  readonly outside: string;
}

/**
 * Cells of text and of whole numbers that are not among the values their column may have, after all safe repairs: counted over the whole table in one
 * pass, places of faulty columns only. Other types are looked at when they are typed.
 */
export async function outsideValues(
  session: DuckSession,
  mended: RelationOf,
  columns: readonly ColumnFacts[],
  expected: readonly ExpectedValues[],
): Promise<Told[]> {
  const narrowed = columns.flatMap((column) => narrow(column, expected));
  if (narrowed.length === 0) return [];
  const from = mended(narrowed.map(({ column }) => column.profile.index));
  const counts = narrowed.map(({ outside }, i) => `count(*) FILTER (WHERE ${outside}) AS n${i}`);
  const [row] = await session.rows(`SELECT ${counts.join(', ')} FROM ${from}`);
  const findings: Told[] = [];
  for (const [i, one] of narrowed.entries()) {
    const count = Number(row?.[`n${i}`] ?? 0);
    if (count === 0) continue;
    const places = await session.rows(
      `SELECT file_row_number + 1 AS r, ${one.text} AS v FROM ${from} WHERE ${one.outside} ORDER BY r LIMIT ${PLACES}`,
    );
    const told = places.map(({ r, v }) => ({ row: Number(r), value: String(v).slice(0, 300) }));
    findings.push({ ...findingOf(one, count), places: told });
  }
  return findings;
}

function narrow(column: ColumnFacts, expected: readonly ExpectedValues[]): Narrowed[] {
  const { index, type, title, name } = column.profile;
  const known = expected.find((one) => one.column === title || one.column === name);
  if (!known || known.values.length === 0 || (type !== 'text' && type !== 'integer')) return [];
  const cell = `trim(c${index})`;
  const text = type === 'text' ? cell : `coalesce(CAST(TRY_CAST(${cell} AS HUGEINT) AS VARCHAR), ${cell})`;
  const outside = `${cell} <> '' AND ${text} NOT IN (${known.values.map(sqlText).join(', ')})`;
  return [{ column, expected: known, text, outside }];
}

function findingOf({ column, expected }: Narrowed, count: number): Omit<Told, 'places'> {
  const { index, title } = column.profile;
  const message =
    expected.codeList === null
      ? {
          uk: `У стовпці «${title}» значень, яких немає серед дозволених у структурі набору: ${count}. Виправте їх у файлі або допишіть до дозволених: інакше набір не опублікується.`,
          en: `Values of the column “${title}” that the structure of the dataset does not allow: ${count}. Mend them in the file or add them to the allowed ones: otherwise the dataset will not be published.`,
        }
      : {
          uk: `У стовпці «${title}» значень поза довідником «${expected.codeList}»: ${count}. Виправте їх у файлі або додайте коди до довідника: інакше набір не опублікується.`,
          en: `Values of the column “${title}” outside the code list “${expected.codeList}”: ${count}. Mend them in the file or add the codes to the list: otherwise the dataset will not be published.`,
        };
  return {
    code: 'value-outside',
    column: index,
    columnName: title,
    count,
    message,
    repairable: false,
  };
}
