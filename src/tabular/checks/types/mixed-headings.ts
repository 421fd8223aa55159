import type { DuckSession } from '../../../platform/duckdb/duckdb.ts';
import { clean } from '../../scan/clean.ts';
import type { FoundFault } from '../../scan/find-places.ts';
import { sqlText } from '../../scan/predicate.ts';
import type { CellCheck, CellFault, ColumnFacts } from '../check.ts';
import { lines } from '../example.ts';
import { totalRow } from '../shape/total-row.ts';
import { lostAsText, TYPE_WORDS, values } from '../wording.ts';
import { mixedTypes } from './mixed-types.ts';

/** Values that do not fit, some of them titles of parts or words beside totals: marking them as unknown would wipe the names of parts. */
export const mixedHeadings: CellCheck = {
  code: 'mixed-headings',
  title: { uk: 'Заголовки та підсумки серед значень', en: 'Titles and totals among the values' },
  why: {
    uk: 'Назви частин і підсумки в стовпці чисел роблять весь стовпець текстом, а прибрати їх без розбору означає втратити назви частин.',
    en: 'Titles of parts and totals in a column of numbers make all of it text, and to wipe them would lose the names of the parts.',
  },
  example: {
    before: lines(
      'Поверх,Назва,Сума',
      '1,Дах,1200',
      '2,Сходи,800',
      '3,Двері,300',
      '4,Вікна,900',
      '5,Підлога,700',
      '6,Ґанок,400',
      'Всього,,4300',
    ),
    after: lines(
      'Поверх,Назва,Сума',
      '1,Дах,1200',
      '2,Сходи,800',
      '3,Двері,300',
      '4,Вікна,900',
      '5,Підлога,700',
      '6,Ґанок,400',
    ),
  },
  predicates: [],
  // told from `mixed-types` once rows are known: `tellHeadings`
  find: () => null,
};

function headingsFault(fault: CellFault, { profile }: ColumnFacts): CellFault {
  const many = values(fault.count);
  const expected = profile.expected ?? profile.type;
  const words = TYPE_WORDS[expected];
  const lost = lostAsText(expected);
  return {
    ...fault,
    message: {
      uk: `У стовпці «${profile.title}» майже всюди ${words.uk}, але ${many.uk} — щось інше, і є серед них заголовки частин або підсумки. Тому весь стовпець буде текстом: ${lost.uk}. Винесіть заголовки в окремий стовпець, підсумки приберіть, решту виправте у файлі.`,
      en: `“${profile.title}” holds ${words.en} almost everywhere, but ${many.en} ${fault.count === 1 ? 'is' : 'are'} something else, titles of parts or totals among them, so the whole column stays text and ${lost.en}. Put the titles in a column of their own, remove the totals and correct the rest in the file.`,
    },
  };
}

/** Faults of `mixed-types` that stand in rows of titles (the table `section_rows`) or of totals become `mixed-headings`, which nothing wipes. */
export async function tellHeadings(
  session: DuckSession,
  path: string,
  faults: readonly FoundFault[],
): Promise<FoundFault[]> {
  const value = ({ column }: FoundFault) => `(${clean(`c${column.profile.index}`)})`;
  const faulty = (found: FoundFault) => found.fault.where(`c${found.column.profile.index}`, value(found));
  const totals = faults.filter(({ check }) => check.code === totalRow.code).map(faulty);
  const headings = ['file_row_number IN (SELECT r FROM section_rows)', ...totals].join(' OR ');
  const source = `read_parquet(${sqlText(path)}, file_row_number = true)`;
  const told: FoundFault[] = [];
  for (const found of faults) {
    const asked = found.check.code === mixedTypes.code;
    const sql = `SELECT 1 FROM ${source} WHERE ${faulty(found)} AND (${headings}) LIMIT 1`;
    const wiped = asked && (await session.rows(sql)).length > 0;
    told.push(wiped ? { ...found, check: mixedHeadings, fault: headingsFault(found.fault, found.column) } : found);
  }
  return told;
}
