import type { DuckSession } from '../../../platform/duckdb/duckdb.ts';
import type { ColumnFacts, TableCheck } from '../check.ts';
import { lines } from '../example.ts';
import { ofColumn } from '../told.ts';
import { inCells } from '../wording.ts';

/** Where programs cut a text: a field of a database, a cell of a spreadsheet. */
const CUTS = [255, 32_767];
const MOST_COLUMNS = 60;
/** Bytes of a cell on average. */
const LONG_BYTES = 100;
const LONG_LENGTH = 100;
const LONG =
  'кадастровий план земельної ділянки, заяву, витяг із реєстру та копію рішення міської ради про надання дозволу; ';
const TEXT = LONG.repeat(3);

/** Columns whose texts are long on average, or some of those seen are: no others are worth a pass. */
async function longTexts(session: DuckSession, path: string, texts: readonly ColumnFacts[]): Promise<ColumnFacts[]> {
  if (texts.length === 0) return [];
  const sizes = await session.rows(
    `SELECT path_in_schema AS name, sum(total_uncompressed_size) / greatest(sum(num_values), 1) AS bytes FROM parquet_metadata(${path}) GROUP BY 1`,
  );
  const bytes = new Map(sizes.map((row) => [String(row.name), Number(row.bytes)]));
  return texts.filter(
    ({ profile }) =>
      (bytes.get(`c${profile.index}`) ?? 0) > LONG_BYTES || profile.examples.some((one) => one.length > LONG_LENGTH),
  );
}

/** Texts that all end at the length where a program cuts them: 255 or 32,767 characters. */
export const truncated: TableCheck = {
  code: 'truncated',
  title: { uk: 'Обрізаний текст', en: 'Text cut short' },
  why: {
    uk: 'Деякі програми вміщують у поле 255 знаків, а решту мовчки відкидають: речення обривається на півслові, і кінця вже немає в файлі.',
    en: 'Some programs fit 255 characters in a field and silently drop the rest: the sentence breaks off, and its end is not in the file.',
  },
  example: {
    before: lines('id,Опис', `1,"${TEXT.slice(0, 255)}"`, '2,Подано заяву', '3,Подано витяг'),
    after: lines('id,Опис', `1,"${TEXT.trim()}"`, '2,Подано заяву', '3,Подано витяг'),
  },
  async find({ session, path, columns }) {
    const texts = columns
      .filter(({ profile, filled }) => profile.type === 'text' && profile.expected === undefined && filled > 0)
      .filter(({ profile }) => profile.kind !== 'geometry')
      .slice(0, MOST_COLUMNS);
    const long = await longTexts(session, path, texts);
    if (long.length === 0) return [];
    const list = long.map(({ profile }) => `max(strlen(c${profile.index})) AS n${profile.index}`).join(', ');
    const [bytes = {}] = await session.rows(`SELECT ${list} FROM read_parquet(${path})`);
    const told = [];
    for (const { profile } of long) {
      const name = `c${profile.index}`;
      if (Number(bytes[`n${profile.index}`] ?? 0) < (CUTS[0] ?? 0)) continue;
      const [row] = await session.rows(
        `SELECT max(length(${name})) AS most, ${CUTS.map((cut) => `count_if(length(${name}) = ${cut}) AS n${cut}`).join(', ')} FROM read_parquet(${path})`,
      );
      const cut = CUTS.find((length) => Number(row?.most) === length);
      if (cut === undefined) continue;
      const n = Number(row?.[`n${cut}`] ?? 0);
      const places = await session.rows(
        `SELECT file_row_number + 1 AS r, right(${name}, 60) AS v FROM read_parquet(${path}, file_row_number = true) WHERE length(${name}) = ${cut} ORDER BY r LIMIT 20`,
      );
      const cells = inCells(n);
      told.push(
        ofColumn(
          'truncated',
          profile,
          {
            uk: `У стовпці «${profile.title}» у ${cells.uk} рівно ${cut} знаків, довших немає: схоже, програма обрізала текст («…${places[0]?.v}»). Вивантажте дані ще раз так, щоб текст увійшов цілим.`,
            en: `In “${profile.title}”, ${cells.en} ${n === 1 ? 'has' : 'have'} exactly ${cut} characters and none has more: a program seems to have cut the text (“…${places[0]?.v}”). Export the data again so that the text fits whole.`,
          },
          { count: n, places: places.map(({ r, v }) => ({ row: Number(r), value: `…${v}` })) },
        ),
      );
    }
    return told;
  },
};
