import type { Finding, FindingPlace } from '../../../kernel/finding.ts';
import { type DuckSession, literal } from '../../../platform/duckdb/duckdb.ts';
import { readingFinding } from '../reading-findings.ts';
import { FEED_FILES, FEED_FORMS, FEED_REFERENCES } from './feed-rules.ts';

/** Unpacked files of a feed by name, with their columns. */
export type UnpackedFeed = ReadonlyMap<string, { readonly path: string; readonly columns: readonly string[] }>;

const PLACES = 20;

/** SQL: the rows of a file as text, with their line in it (`line`, the header is 1). */
export function rowsOfFile(path: string): string {
  const options =
    "header=true, all_varchar=true, delim=',', quote='\"', escape='\"', strict_mode=false, null_padding=true, auto_detect=true";
  return `(SELECT row_number() OVER () + 1 AS line, * FROM read_csv(${literal(path)}, ${options}))`;
}

const name = (column: string) => `"${column}"`;

/** Looks a feed over: files and columns that are not there, keys nobody has, values of another form. Each place by file and line. */
export async function checkFeed(session: DuckSession, feed: UnpackedFeed): Promise<Finding[]> {
  const has = (file: string, column: string) => feed.get(file)?.columns.includes(column) === true;
  const missing = missingOf(feed);
  const keys: FindingPlace[] = [];
  const forms: FindingPlace[] = [];
  let [lost, odd] = [0, 0];
  for (const { file, column, of } of FEED_REFERENCES) {
    const holders = of.filter((other) => has(other, column));
    if (!has(file, column) || holders.length === 0) continue;
    const known = holders.map((other) => `SELECT ${name(column)} FROM ${rowsOfFile(feed.get(other)?.path ?? '')}`);
    const where = `${name(column)} IS NOT NULL AND ${name(column)} NOT IN (SELECT k FROM (${known.join(' UNION ALL ')}) AS t(k) WHERE k IS NOT NULL)`;
    lost += await places(session, feed, { file, column, where }, keys);
  }
  for (const { file, column, form, most } of FEED_FORMS) {
    if (!has(file, column)) continue;
    const beyond = most === undefined ? '' : ` OR abs(TRY_CAST(${name(column)} AS DOUBLE)) > ${most}`;
    const where = `${name(column)} IS NOT NULL AND (NOT regexp_full_match(trim(${name(column)}), ${literal(form)})${beyond})`;
    odd += await places(session, feed, { file, column, where }, forms);
  }
  return [
    ...(missing.length > 0 ? [missingParts(missing)] : []),
    ...(lost > 0 ? [unknownKeys(lost, keys)] : []),
    ...(odd > 0 ? [oddValues(odd, forms)] : []),
  ];
}

/** Adds the first places, gives the number of all. */
async function places(
  session: DuckSession,
  feed: UnpackedFeed,
  asked: { readonly file: string; readonly column: string; readonly where: string },
  found: FindingPlace[],
): Promise<number> {
  const { file, column, where } = asked;
  const from = rowsOfFile(feed.get(file)?.path ?? '');
  const rows = await session.rows(
    `SELECT line, ${name(column)} AS v, count(*) OVER () AS n FROM ${from} WHERE ${where} ORDER BY line LIMIT ${PLACES}`,
  );
  for (const { line, v } of rows.slice(0, PLACES - found.length))
    found.push({ row: 0, value: `${file}:${line} ${column} = ${v}` });
  return Number(rows[0]?.n ?? 0);
}

/** «файл stop_times.txt», «стовпець stop_id у stops.txt». */
function missingOf(feed: UnpackedFeed): string[] {
  const files = FEED_FILES.filter(({ name: file, required }) => required && !feed.has(file)).map(
    ({ name: file }) => file,
  );
  if (!feed.has('calendar.txt') && !feed.has('calendar_dates.txt')) files.push('calendar.txt');
  const columns = FEED_FILES.flatMap(({ name: file, columns: wanted }) => {
    const held = feed.get(file)?.columns;
    return held ? wanted.filter((column) => !held.includes(column)).map((column) => `${file}: ${column}`) : [];
  });
  return [...files, ...columns];
}

function missingParts(missing: readonly string[]): Finding {
  const list = missing.slice(0, 12).join(', ');
  return readingFinding(
    'gtfs-missing',
    missing.length,
    missing.slice(0, PLACES).map((value) => ({ row: 0, value })),
    {
      uk: `У розкладі GTFS бракує обов’язкових файлів або стовпців: ${list}. Без них програми маршрутів його не приймуть. Додайте їх у програмі, що зробила розклад, і завантажте архів ще раз.`,
      en: `The GTFS feed lacks required files or columns: ${list}. Without them programs for routes do not take it. Add them in the program the feed comes from and upload the archive once more.`,
    },
  );
}

function unknownKeys(count: number, found: readonly FindingPlace[]): Finding {
  return readingFinding('gtfs-reference', count, found, {
    uk: `Рядків GTFS, що посилаються на зупинку, рейс, маршрут, розклад чи лінію, яких у розкладі немає: ${count}. Перший: ${found[0]?.value}. Додайте їх або виправте код.`,
    en: `Rows of the GTFS feed that point to a stop, trip, route, service or shape the feed does not have: ${count}. The first: ${found[0]?.value}. Add it or correct the code.`,
  });
}

function oddValues(count: number, found: readonly FindingPlace[]): Finding {
  return readingFinding('gtfs-value', count, found, {
    uk: `Значень GTFS не за стандартом: ${count}. Перше: ${found[0]?.value}. Час пишуть як 25:10:00 (години можуть перейти за 24), координати — градусами з крапкою.`,
    en: `Values of the GTFS feed against the standard: ${count}. The first: ${found[0]?.value}. Times are written as 25:10:00 (hours may pass 24), coordinates as degrees with a point.`,
  });
}
