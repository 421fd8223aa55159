import { z } from 'zod';
import type { Text } from '../../../kernel/text.ts';
import { ColumnTitle } from '../../shaping/relation.ts';
import { defineProtection, type ProtectChange, type ProtectWork } from '../protect-step.ts';
import { hideSmallCounts, joinSmallCounts } from './small-counts.ts';

/** What rows of small groups are called when they stand together. */
export const OTHERS = 'інше';

const Titles = z.array(ColumnTitle).max(20).default([]);

/** For a column the step is of its counts, one group a row; for the table, of the rows of `columns` or of the counts in `counts`. */
const Parameters = z.strictObject({
  /** Columns whose values together make a group, or what groups of counts are called. */
  columns: Titles,
  atLeast: z.int().min(2).max(10_000).default(5),
  /** `empty`: their cells are emptied; `other`: they stand together as «інше». */
  way: z.enum(['empty', 'other']).default('empty'),
  /** Columns with how many there are: the table is of groups already, one a row. Absent: a row is one person or thing. */
  counts: Titles,
  /** Of a table of groups: columns whose every value has its own total, such as a year. */
  within: Titles,
});
type Parameters = z.infer<typeof Parameters>;

function describe({ columns, atLeast, way, counts }: Parameters): Text {
  const names = columns.map((title) => `«${title}»`).join(', ');
  const what =
    counts.length > 0 || columns.length === 0
      ? { uk: `числа, менші за ${atLeast},`, en: `counts under ${atLeast}` }
      : { uk: `групи, менші за ${atLeast} рядків (за ${names}),`, en: `groups under ${atLeast} rows (by ${names})` };
  const done =
    way === 'empty'
      ? {
          uk: 'приховано разом із тими, за якими їх можна відняти',
          en: 'hidden with those they could be subtracted by',
        }
      : { uk: `зведено до «${OTHERS}»`, en: `joined to “${OTHERS}” (others)` };
  return { uk: `${what.uk} ${done.uk}`, en: `${what.en} ${done.en}` };
}

/** One text of the cells that make a group; an empty cell is a value of its own. */
export const groupKey = (places: readonly number[]): string =>
  `concat_ws(chr(31), ${places.map((place) => `coalesce(c${place}, chr(30))`).join(', ')})`;

/**
 * Rows of groups that are too small lose what makes the group. One hidden group could be told from the totals, so at least two are hidden, and together
 * no fewer rows than the bound: the smallest of the others go with them.
 */
async function hideGroups(
  work: ProtectWork,
  places: readonly number[],
  { atLeast, way }: Parameters,
): Promise<ProtectChange> {
  const hidden = work.freshName();
  const key = groupKey(places);
  await work.run(`CREATE OR REPLACE TEMP TABLE ${hidden} AS
    WITH sized AS (SELECT ${key} AS k, count(*) AS n FROM ${work.sql} GROUP BY 1),
    ranked AS (SELECT k, n, n < ${atLeast} AS small, row_number() OVER best AS nth, sum(n) OVER best - n AS rows_before, bool_or(n < ${atLeast}) OVER () AS any_small
      FROM sized WINDOW best AS (ORDER BY n < ${atLeast} DESC, n, k ROWS UNBOUNDED PRECEDING))
    SELECT k, n FROM ranked WHERE small OR (any_small AND (nth <= 2 OR rows_before < ${atLeast}))`);
  const [row] = await work.ask(`SELECT coalesce(sum(n), 0) AS n FROM ${hidden}`);
  const count = Number(row?.n ?? 0);
  if (count === 0) return { count };
  const after = way === 'empty' ? 'CAST(NULL AS VARCHAR)' : `'${OTHERS}'`;
  const cells = places.map((place) => `CASE WHEN group_is_small THEN ${after} ELSE c${place} END AS c${place}`);
  const marked = `(SELECT *, ${key} IN (SELECT k FROM ${hidden}) AS group_is_small FROM ${work.sql})`;
  return { sql: `(SELECT * EXCLUDE (group_is_small) REPLACE (${cells.join(', ')}) FROM ${marked})`, count };
}

/** Groups of a few people are nobody's business: they are hidden or joined, so that subtraction brings none of them back. */
export const smallGroups = defineProtection({
  code: 'protect-small-groups',
  title: { uk: 'Малі групи', en: 'Small groups' },
  deed: { uk: 'Приховати малі групи', en: 'Hide small groups' },
  shape:
    '`columns`: titles that make a group; `atLeast` (5); `way`: `empty`, `other`; `counts`: titles of columns of counts; `within`: titles with totals of their own',
  of: 'either',
  wholeTable: true,
  parameters: Parameters,
  describe,
  apply: async (work, parameters) => {
    const { columns, counts, within, way, atLeast } = parameters;
    const missing = [...columns, ...counts, ...within].filter((title) => work.placesOf(title).length === 0);
    if (missing.length > 0) return { count: 0, missing };
    const [labels, numbers, apart] = [columns, counts, within].map((titles) => [
      ...new Set(titles.flatMap((title) => work.placesOf(title))),
    ]);
    if (!labels || !numbers || !apart) return { count: 0 };
    const counted = [...new Set([...work.places, ...numbers])];
    if (counted.length === 0 && labels.length === 0) throw new Error('small groups of no column');
    if (counted.length === 0) return hideGroups(work, labels, parameters);
    const groups = { labels, counts: counted, within: apart, atLeast };
    return way === 'empty' ? hideSmallCounts(work, groups) : joinSmallCounts(work, groups, OTHERS);
  },
});
