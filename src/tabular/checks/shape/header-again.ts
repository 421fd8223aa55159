import { sqlText } from '../../scan/predicate.ts';
import { tidyText } from '../../types/tidy-text.ts';
import type { TableCheck } from '../check.ts';
import { lines } from '../example.ts';
import { ofTable } from '../told.ts';
import { rowsOf } from '../wording.ts';

/** Cells compared: more would only repeat the answer. */
const ENOUGH = 6;

/** SQL, true for a row whose first cells are the names of their columns; null where too few columns have a name. */
export function repeatsHeader(headers: readonly string[]): string | null {
  const named = headers.flatMap((header, index) =>
    tidyText(header) === '' ? [] : [{ index, name: tidyText(header) }],
  );
  if (named.length < 2) return null;
  return named
    .slice(0, ENOUGH)
    .map(({ index, name }) => `trim(c${index}) = ${sqlText(name)}`)
    .join(' AND ');
}

/** The header once more among the rows, as where several tables were pasted below each other. */
export const headerAgain: TableCheck = {
  code: 'header-again',
  title: { uk: 'Заголовок посеред даних', en: 'The header again among the rows' },
  why: {
    uk: 'Повторений заголовок програма вважає записом: стовпець чисел через слово «Сума» стає текстом.',
    en: 'A program takes the repeated header for a record: the word “Сума” makes a column of numbers text.',
  },
  example: {
    before: lines('Номер,Назва,Місць', '1,Школа № 1,320', '2,Школа № 2,410', 'Номер,Назва,Місць', '3,Садок № 3,120'),
    after: lines('Номер,Назва,Місць', '1,Школа № 1,320', '2,Школа № 2,410', '3,Садок № 3,120'),
  },
  mends: true,
  async find({ session, path, headers, rows }) {
    const again = repeatsHeader(headers);
    if (again === null || rows < 2) return [];
    const from = `read_parquet(${path}, file_row_number = true)`;
    const places = await session.rows(
      `SELECT file_row_number + 1 AS r, count(*) OVER () AS n FROM ${from} WHERE ${again} ORDER BY r LIMIT 20`,
    );
    const n = Number(places[0]?.n ?? 0);
    if (n === 0) return [];
    const many = rowsOf(n);
    return [
      ofTable(
        'header-again',
        {
          uk: `Серед даних ${many.uk} з назвами стовпців: заголовок повторено. Приберемо його повторення.`,
          en: `Among the data stand ${many.en} of column names: the header is repeated. We can leave the repeats out.`,
        },
        {
          count: n,
          places: places.map(({ r }) => ({ row: Number(r), value: tidyText(headers[0] ?? '') })),
          repairable: true,
          step: { code: 'shape-header-again', columnTitle: null, parameters: {} },
        },
      ),
    ];
  },
};
