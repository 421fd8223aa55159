import type { FindingPlace } from '../../../kernel/finding.ts';
import type { DuckSession } from '../../../platform/duckdb/duckdb.ts';
import { sqlText } from '../../scan/predicate.ts';
import { leadsIntoParts } from '../../shaping/steps/section-titles.ts';
import { TOTAL_BEGINS } from '../../shaping/steps/total-rows.ts';
import type { ColumnFacts, RelationOf, TableCheck } from '../check.ts';
import { lines } from '../example.ts';
import { rowsOf } from '../wording.ts';

const WIDEST = 200;
const STEP = 'shape-section-titles';

/** Rows with one filled cell between full ones: titles of parts, written for the eye. Their numbers are left in the table `section_rows`. */
export const sectionRow: TableCheck = {
  code: 'section-row',
  title: { uk: 'Рядки-заголовки всередині таблиці', en: 'Titles inside the table' },
  why: {
    uk: 'Рядок-заголовок не є записом: програма порахує його як дані, а до якої частини належать інші рядки, не знатиме.',
    en: 'A title is no record: a program counts it as data and does not know which part the other rows belong to.',
  },
  example: {
    before: lines(
      'Назва,Вулиця,Місць',
      'Центральний район,,',
      'Школа № 1,Миру,320',
      'Школа № 2,Лісова,410',
      'Садок № 3,Нова,120',
      'Садок № 4,Стара,90',
      'Садок № 5,Мала,80',
    ),
    after: lines(
      'Назва,Вулиця,Місць,Розділ',
      'Школа № 1,Миру,320,Центральний район',
      'Школа № 2,Лісова,410,Центральний район',
      'Садок № 3,Нова,120,Центральний район',
      'Садок № 4,Стара,90,Центральний район',
      'Садок № 5,Мала,80,Центральний район',
    ),
  },
  shapes: STEP,
  async find({ session, rows, columns, mended }) {
    const filled = columns.filter((column) => column.filled > 0);
    const full = filled.filter((column) => column.filled - column.decision.noValues === rows);
    if (filled.length < 3 || filled.length > WIDEST || full.length > 1 || rows < 3) return [];
    const found = await findTitles(session, mended, filled, rows);
    if (found.n === 0) return [];
    const many = rowsOf(found.n);
    return [
      {
        code: 'section-row',
        column: null,
        columnName: null,
        count: found.n,
        places: found.places,
        repairable: found.sure,
        step: { code: STEP, columnTitle: null, parameters: { into: found.levels } },
        message: {
          uk: `У таблиці ${many.uk} з однією заповненою клітинкою: схоже на заголовки частин. Винесемо їх в окремий стовпець, щоб кожен рядок був записом.`,
          en: `The table has ${many.en} with a single filled cell: they look like titles of parts. We can put them in a column of their own, so that every row is a record.`,
        },
      },
    ];
  },
};

interface Titles {
  readonly n: number;
  readonly places: readonly FindingPlace[];
  /** Columns the titles go to: two where one stands under another. */
  readonly levels: readonly string[];
  /** No record of this table looks like a title, so nothing can be taken for one. */
  readonly sure: boolean;
}

/** Rows with one filled cell that rows follow; what stands alone at the end is a note. Numbers of both are left in `section_rows`. */
async function findTitles(
  session: DuckSession,
  mended: RelationOf,
  filled: readonly ColumnFacts[],
  total: number,
): Promise<Titles> {
  const columns = filled.map(({ profile }) => `c${profile.index}`);
  const every = `(SELECT file_row_number AS r, list_count([${columns.join(', ')}]) AS n, coalesce(${columns.join(', ')}) AS v FROM ${mended(filled.map(({ profile }) => profile.index))})`;
  // what leads into a list of parts stands under no title and is none
  const rows = `(SELECT * FROM ${every} WHERE NOT (n = 1 AND ${leadsIntoParts('v')}))`;
  const near = `(SELECT *, coalesce(lead(n) OVER (), 0) = 1 AS above FROM ${rows})`;
  const [facts = {}] = await session.rows(
    `SELECT coalesce(max(r) FILTER (WHERE n > 1), -1) AS last, count(*) FILTER (WHERE n = 1) AS alone, count(*) FILTER (WHERE n = 2 AND NOT regexp_full_match(trim(v), ${sqlText(TOTAL_BEGINS)})) AS twos,
      min(r) FILTER (WHERE n = 1) AS first, min(r) FILTER (WHERE n > 1) AS record FROM ${rows}`,
  );
  // a table of sections begins with one; rows with two cells would show that its records may be nearly empty
  const begins = Number(facts.first ?? 0) < Number(facts.record ?? 0);
  const sure = begins && (columns.length === 3 || Number(facts.twos ?? 0) === 0);
  // where every second row is so, it is the table's own way
  if (Number(facts.alone ?? 0) * (sure ? 2 : 4) > total) return { n: 0, places: [], levels: [], sure: false };
  await session.run(`INSERT INTO section_rows SELECT r FROM ${every} WHERE n = 1`);
  const source = `SELECT r, v, above FROM ${near} WHERE n = 1 AND r < ${Number(facts.last)}`;
  const [counted = {}] = await session.rows(
    `SELECT count(*) AS n, count(*) FILTER (WHERE above) AS upper FROM (${source})`,
  );
  const first = await session.rows(`${source} ORDER BY r LIMIT 20`);
  return {
    n: Number(counted.n ?? 0),
    places: first.map(({ r, v }) => ({ row: Number(r) + 1, value: String(v).slice(0, 300) })),
    levels: Number(counted.upper ?? 0) > 0 ? ['Розділ', 'Підрозділ'] : ['Розділ'],
    sure,
  };
}
