import type { ProtectChange, ProtectWork } from '../protect-step.ts';

/** A table of groups, one a row: places of its columns. */
export interface CountedGroups {
  /** What the groups are called. */
  readonly labels: readonly number[];
  /** How many are in them. */
  readonly counts: readonly number[];
  /** Each value of these has totals of its own. */
  readonly within: readonly number[];
  readonly atLeast: number;
}

/** So many columns of counts may have a total among them, so that one hidden cell of a row could be subtracted. */
const WITH_TOTAL = 3;
const MOST_ROUNDS = 50;

const numberOf = (place: number) =>
  `(CASE WHEN regexp_full_match(c${place}, '[0-9]{1,15}(?:[.,]0+)?') THEN try_cast(replace(c${place}, ',', '.') AS DOUBLE) END)`;

const apartSql = (within: readonly number[]) =>
  `concat_ws(chr(31), ''${within.map((place) => `, coalesce(c${place}, chr(30))`).join('')})`;

/** The relation with the number of each row. */
const numbered = (sql: string) => `(SELECT *, row_number() OVER () AS group_row FROM ${sql})`;

/**
 * Small counts become empty cells. A column with one hidden cell, or hidden cells of too small a sum, would give it back by its total, and so would a row:
 * the smallest of the other cells go with them until none does.
 */
export async function hideSmallCounts(work: ProtectWork, groups: CountedGroups): Promise<ProtectChange> {
  const { counts, within, atLeast } = groups;
  const cells = work.freshName();
  const lists = counts.map((_, at) => `SELECT group_row AS r, w, ${at} AS i, v${at} AS v FROM counted`);
  await work.run(`CREATE OR REPLACE TEMP TABLE ${cells} AS
    WITH counted AS (SELECT group_row, ${apartSql(within)} AS w, ${counts.map((place, at) => `${numberOf(place)} AS v${at}`).join(', ')} FROM ${numbered(work.sql)})
    SELECT r, w, i, v, v < ${atLeast} AS hidden FROM (${lists.join(' UNION ALL ')}) WHERE v > 0`);
  const size = async () => Number((await work.ask(`SELECT count(*) AS n FROM ${cells} WHERE hidden`))[0]?.n ?? 0);
  for (let round = 0, before = -1, now = await size(); now > before && round < MOST_ROUNDS; round += 1) {
    before = now;
    await hideMore(work, cells, 'w, i', atLeast);
    if (counts.length >= WITH_TOTAL) await hideMore(work, cells, 'r', 0);
    now = await size();
  }
  const count = await size();
  if (count === 0) return { count };
  const marks = counts.map(
    (_, at) => `group_row IN (SELECT r FROM ${cells} WHERE hidden AND i = ${at}) AS hidden${at}`,
  );
  const names = counts.map((_, at) => `hidden${at}`);
  const after = counts.map((place, at) => `CASE WHEN hidden${at} THEN NULL ELSE c${place} END AS c${place}`);
  const marked = `(SELECT *, ${marks.join(', ')} FROM ${numbered(work.sql)})`;
  return {
    sql: `(SELECT * EXCLUDE (group_row, ${names.join(', ')}) REPLACE (${after.join(', ')}) FROM ${marked})`,
    count,
  };
}

/** In every line of cells where something is hidden: the smallest others too, until at least two are and their sum is enough. */
async function hideMore(work: ProtectWork, cells: string, line: string, enough: number): Promise<void> {
  await work.run(`UPDATE ${cells} SET hidden = true FROM (
      SELECT r AS fr, i AS fi FROM (
        SELECT r, i, hidden, row_number() OVER best AS nth, sum(v) OVER best - v AS sum_before, bool_or(hidden) OVER (PARTITION BY ${line}) AS any_hidden
        FROM ${cells} WINDOW best AS (PARTITION BY ${line} ORDER BY hidden DESC, v, r, i ROWS UNBOUNDED PRECEDING))
      WHERE NOT hidden AND any_hidden AND (nth <= 2 OR sum_before < ${enough})) AS more
    WHERE r = fr AND i = fi`);
}

/**
 * Rows with small counts become one row of others, at the end, with their sum; where that is still one row or a small number, the smallest rows go with
 * them. Cells that are neither counts nor labels stay empty in it.
 */
export async function joinSmallCounts(
  work: ProtectWork,
  groups: CountedGroups,
  others: string,
): Promise<ProtectChange> {
  const { labels, counts, within, atLeast } = groups;
  const joined = work.freshName();
  const values = counts.map((_, at) => `v${at}`);
  const small = values.map((v) => `coalesce(${v} > 0 AND ${v} < ${atLeast}, false)`).join(' OR ');
  const sums = values.map((v) => `sum(coalesce(${v}, 0)) OVER best`);
  await work.run(`CREATE OR REPLACE TEMP TABLE ${joined} AS
    WITH counted AS (SELECT group_row AS r, ${apartSql(within)} AS w, ${counts.map((place, at) => `${numberOf(place)} AS v${at}`).join(', ')} FROM ${numbered(work.sql)}),
    asked AS (SELECT r, w, (${small}) AS small, ${values.map((v) => `coalesce(${v}, 0)`).join(' + ')} AS size, ${values.join(', ')} FROM counted),
    ranked AS (SELECT r, w, small, row_number() OVER best AS nth, count(*) FILTER (WHERE small) OVER (PARTITION BY w) AS all_small,
      (${sums.map((sum) => `(${sum} = 0 OR ${sum} >= ${atLeast})`).join(' AND ')}) AS enough
      FROM asked WINDOW best AS (PARTITION BY w ORDER BY small DESC, size, r ROWS UNBOUNDED PRECEDING)),
    ends AS (SELECT w, min(nth) AS last_one FROM ranked WHERE enough AND nth >= 2 AND nth >= all_small GROUP BY w)
    SELECT r, w FROM ranked LEFT JOIN ends USING (w) WHERE all_small > 0 AND nth <= coalesce(last_one, nth)`);
  const [row] = await work.ask(`SELECT count(*) AS n FROM ${joined}`);
  const count = Number(row?.n ?? 0);
  if (count === 0) return { count };
  const kept = work.headers.map((_, place) => `c${place}`).join(', ');
  const one = work.headers.map((_, place) => {
    const sum = `CASE WHEN count(${numberOf(place)}) > 0 THEN sum(${numberOf(place)})::BIGINT::VARCHAR END`;
    const cell = labels.includes(place)
      ? `'${others}'`
      : counts.includes(place)
        ? sum
        : within.includes(place)
          ? `any_value(c${place})`
          : 'NULL';
    return `CAST(${cell} AS VARCHAR) AS c${place}`;
  });
  const inside = `group_row IN (SELECT r FROM ${joined})`;
  const sql = `(SELECT ${kept} FROM ${numbered(work.sql)} WHERE NOT (${inside})
    UNION ALL (SELECT ${one.join(', ')} FROM ${numbered(work.sql)} WHERE ${inside} GROUP BY ${apartSql(within)} ORDER BY ${apartSql(within)}))`;
  return { sql, count };
}
