import type { TableCheck } from '../check.ts';
import { lines } from '../example.ts';
import { ofTable } from '../told.ts';

const ENOUGH = 3;

/** The row of column numbers (1, 2, 3 …) that paper forms have under the header. */
export const columnNumbersRow: TableCheck = {
  code: 'column-numbers-row',
  title: { uk: 'Рядок із номерами граф', en: 'A row of column numbers' },
  why: {
    uk: 'Нумерація граф під заголовком потрібна на папері. У даних це зайвий запис, через який числа не сходяться.',
    en: 'Numbers of columns under the header belong on paper. Among data they are one record too many, and sums do not agree.',
  },
  example: {
    before: lines('Код,Назва,Місць', '1,2,3', '15,Школа № 1,320', '16,Школа № 2,410', '17,Садок № 3,120'),
    after: lines('Код,Назва,Місць', '15,Школа № 1,320', '16,Школа № 2,410', '17,Садок № 3,120'),
  },
  mends: true,
  async find({ session, path, headers, rows }) {
    if (headers.length < ENOUGH || headers.length > 300 || rows < 2) return [];
    const names = headers.map((_, index) => `c${index}`);
    const list = names.map((name, at) => `coalesce(trim(${name}), '') AS v${at}`).join(', ');
    const [first] = await session.rows(`SELECT ${list} FROM read_parquet(${path}) LIMIT 1`);
    const numbered = first !== undefined && names.every((_, at) => String(first[`v${at}`]) === String(at + 1));
    if (!numbered) return [];
    return [
      ofTable(
        'column-numbers-row',
        {
          uk: `Перший рядок даних — це номери граф: 1, 2, … ${headers.length}. Приберемо його.`,
          en: `The first row of data holds numbers of columns: 1, 2, … ${headers.length}. We can leave it out.`,
        },
        {
          places: [{ row: 1, value: null }],
          repairable: true,
          step: { code: 'shape-column-numbers', columnTitle: null, parameters: {} },
        },
      ),
    ];
  },
};
