import type { TableCheck, Told } from '../check.ts';
import { numberOf } from '../column-words.ts';
import { lines } from '../example.ts';
import { ofColumn } from '../told.ts';
import { inCells } from '../wording.ts';

const SHARE = /частка|питома вага|(?:^|[ _])share(?:$|[ _])/iu;
/** Shares of something else than of the whole go over a hundred lawfully. */
const GROWS = /викон|темп|зрост|прир|індекс|до попередн|плану|змін/iu;

/** Shares of a whole that are more than all of it, or less than nothing. */
export const shareOverWhole: TableCheck = {
  code: 'share-over-whole',
  title: { uk: 'Частка більша за ціле', en: 'A share larger than the whole' },
  why: {
    uk: 'Частка не буває більшою за 100 % чи меншою за нуль: таке число — описка або стоїть не у своєму стовпці.',
    en: 'A share is never over 100 % or below zero: such a number is a slip or stands in another’s column.',
  },
  example: {
    before: lines(
      'Громада,Частка',
      ...['12.5', '40', '130', '8', '25', '33', '61', '70', '5', '9', '14'].map((n, at) => `Громада ${at + 1},${n}`),
    ),
    after: lines(
      'Громада,Частка',
      ...['12.5', '40', '13', '8', '25', '33', '61', '70', '5', '9', '14'].map((n, at) => `Громада ${at + 1},${n}`),
    ),
  },
  async find({ session, columns, mended }) {
    const told: Told[] = [];
    for (const { profile, header, filled } of columns) {
      const isNumber = profile.type === 'decimal' || profile.type === 'integer';
      if (!isNumber || !SHARE.test(header) || GROWS.test(header)) continue;
      const cell = numberOf(profile.index);
      const places = await session.rows(
        `SELECT file_row_number + 1 AS r, c${profile.index} AS v, count(*) OVER () AS n FROM ${mended([profile.index])} WHERE ${cell} > 100 OR ${cell} < 0 ORDER BY r LIMIT 20`,
      );
      const n = Number(places[0]?.n ?? 0);
      if (n === 0 || n * 10 > filled) continue;
      const cells = inCells(n);
      told.push(
        ofColumn(
          'share-over-whole',
          profile,
          {
            uk: `У стовпці «${profile.title}» у ${cells.uk} частка більша за 100 або менша за нуль («${places[0]?.v}»). Перевірте й виправте у файлі.`,
            en: `In “${profile.title}”, ${cells.en} ${n === 1 ? 'holds' : 'hold'} a share over 100 or below zero (“${places[0]?.v}”). Check it and correct the file.`,
          },
          { count: n, places: places.map(({ r, v }) => ({ row: Number(r), value: String(v) })) },
        ),
      );
    }
    return told;
  },
};
