import type { ColumnFacts, TableCheck, Told } from '../check.ts';
import { lines } from '../example.ts';
import { ofColumn } from '../told.ts';

const CODES: readonly (string | null)[] = ['edrpou', 'kved', 'dk021', 'kekv', 'kpkvk'];
const NAME = /назв|найменув|name|title/iu;

/** The column of names of a code: the nearest one whose header says so. */
function namesOf(columns: readonly ColumnFacts[], at: number): ColumnFacts | null {
  for (const step of [1, -1, 2, -2]) {
    const column = columns[at + step];
    if (column && column.profile.type === 'text' && NAME.test(column.header) && column.filled > 0) return column;
  }
  return null;
}

/** One code with several names. */
export const twoNamesOfCode: TableCheck = {
  code: 'two-names-of-code',
  title: { uk: 'Один код — кілька назв', en: 'One code, several names' },
  why: {
    uk: 'Хто збере рядки за кодом, дістане одне, а хто за назвою — інше. Одна з назв або один із кодів хибні.',
    en: 'Who gathers rows by the code gets one thing, who gathers by the name another. One of the names or codes is wrong.',
  },
  example: {
    before: lines('ЄДРПОУ,Назва', '04054346,Міська рада', '04054346,Міськрада', '40100207,Депо', '22100202,Музей'),
    after: lines('ЄДРПОУ,Назва', '04054346,Міська рада', '04054346,Міська рада', '40100207,Депо', '22100202,Музей'),
  },
  async find({ session, columns, mended }) {
    const told: Told[] = [];
    for (const [at, { profile }] of columns.entries()) {
      const named = CODES.includes(profile.kind) ? namesOf(columns, at) : null;
      if (named === null) continue;
      const [code, name] = [`c${profile.index}`, `c${named.profile.index}`];
      const pairs = `SELECT ${code} AS code, ${name} AS name FROM ${mended([profile.index, named.profile.index])} WHERE ${code} IS NOT NULL AND ${name} IS NOT NULL GROUP BY ALL`;
      const places = await session.rows(
        `SELECT code, min(name) AS one, max(name) AS other, count(*) OVER () AS n FROM (${pairs}) GROUP BY code
         HAVING count(DISTINCT lower(regexp_replace(name, '[^\\p{L}\\p{N}]+', '', 'g'))) > 1 ORDER BY code LIMIT 20`,
      );
      const n = Number(places[0]?.n ?? 0);
      // where one code in three has several names, the names are of something else
      if (n === 0 || n * 3 > Number(profile.distinct)) continue;
      const first = places[0];
      told.push(
        ofColumn(
          'two-names-of-code',
          profile,
          {
            uk: `Кодів «${profile.title}», у яких кілька назв у стовпці «${named.profile.title}»: ${n}. Наприклад, ${first?.code}: «${first?.one}» і «${first?.other}». Залиште одну назву для кожного коду.`,
            en: `Codes in “${profile.title}” with several names in “${named.profile.title}”: ${n}. For example, ${first?.code}: “${first?.one}” and “${first?.other}”. Keep one name for each code.`,
          },
          {
            count: n,
            places: places.map((row) => ({ row: 0, value: `${row.code}: ${row.one} / ${row.other}`.slice(0, 300) })),
          },
        ),
      );
    }
    return told;
  },
};
