import { tidyText } from '../../types/tidy-text.ts';
import type { ColumnFacts, TableCheck, Told } from '../check.ts';
import { lines } from '../example.ts';
import { ofTable } from '../told.ts';
import { rowsOf } from '../wording.ts';

const PAIRS: readonly (readonly [RegExp, RegExp])[] = [
  [/початк[уа]?|початок/iu, /закінченн[яі]|завершенн[яі]|кінец[ья]|кінця/iu],
  [/(?:^|[ _])(?:дата )?з$/iu, /(?:^|[ _])(?:дата )?по$/iu],
  [/start|begin/iu, /end(?:ed)?|finish/iu],
  [/from$/iu, /(?:to|through|until)$/iu],
];

const isTime = ({ profile }: ColumnFacts) => {
  const type = profile.expected ?? profile.type;
  return type === 'date' || type === 'datetime';
};

/** What is left of a name without the word for the beginning or the end. */
const rest = (name: string, word: RegExp) => tidyText(name.replace(word, '')).toLowerCase();

function pairsOf(columns: readonly ColumnFacts[]): (readonly [ColumnFacts, ColumnFacts])[] {
  const times = columns.filter(isTime);
  return times.flatMap((start) =>
    PAIRS.flatMap(([first, last]) => {
      if (!first.test(start.header)) return [];
      const end = times.find(
        (other) => other !== start && last.test(other.header) && rest(other.header, last) === rest(start.header, first),
      );
      return end ? [[start, end] as const] : [];
    }),
  );
}

/** Rows whose beginning is later than their end. */
export const startAfterEnd: TableCheck = {
  code: 'start-after-end',
  title: { uk: 'Початок пізніший за кінець', en: 'The beginning is later than the end' },
  why: {
    uk: 'Строк, що закінчився раніше, ніж почався, дає від’ємну тривалість: на ньому помиляться і люди, і підрахунки.',
    en: 'A term that ended before it began has a negative length: both people and sums go wrong on it.',
  },
  example: {
    before: lines(
      'id,Дата початку,Дата закінчення',
      '1,2025-01-10,2025-02-10',
      '2,2025-05-01,2025-04-01',
      '3,2025-06-01,2025-07-01',
    ),
    after: lines(
      'id,Дата початку,Дата закінчення',
      '1,2025-01-10,2025-02-10',
      '2,2025-04-01,2025-05-01',
      '3,2025-06-01,2025-07-01',
    ),
  },
  async find({ session, columns, mended }) {
    const told: Told[] = [];
    for (const [{ profile: a }, { profile: b }] of pairsOf(columns)) {
      const later = `TRY_CAST(c${a.index} AS TIMESTAMP) > TRY_CAST(c${b.index} AS TIMESTAMP)`;
      const places = await session.rows(
        `SELECT file_row_number + 1 AS r, c${a.index} || ' > ' || c${b.index} AS v, count(*) OVER () AS n FROM ${mended([a.index, b.index])} WHERE ${later} ORDER BY r LIMIT 20`,
      );
      const n = Number(places[0]?.n ?? 0);
      if (n === 0) continue;
      const many = rowsOf(n);
      told.push(
        ofTable(
          'start-after-end',
          {
            uk: `${many.uk}, де «${a.title}» пізніше за «${b.title}» (${places[0]?.v}). Перевірте обидві дати й виправте у файлі.`,
            en: `${many.en} where “${a.title}” is later than “${b.title}” (${places[0]?.v}). Check both dates and correct the file.`,
          },
          { count: n, places: places.map(({ r, v }) => ({ row: Number(r), value: String(v) })) },
        ),
      );
    }
    return told;
  },
};
