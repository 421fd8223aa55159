import type { TableCheck, Told } from '../check.ts';
import { lines } from '../example.ts';
import { ofColumn } from '../told.ts';

const ROW_NUMBER = /^№ ?(?:п\/п|з\/п|пп|зп)?\.?$|^(?:п\/п|з\/п|номер з\/п|номер п\/п)$/iu;
/** A series longer than this is not looked through. */
const MOST = 2_000_000;

/** A series of numbers 1, 2, 3 … with numbers left out: rows were lost or taken out. */
export const identifierGap: TableCheck = {
  code: 'identifier-gap',
  title: { uk: 'Пропуски в нумерації', en: 'Gaps in the numbering' },
  why: {
    uk: 'Якщо після 14 одразу 16, люди питатимуть, чи рядок 15 загублено, чи сховано.',
    en: 'Where 16 follows 14 people ask whether row 15 was lost or withheld.',
  },
  example: {
    before: lines('№ з/п,Вулиця', '1,Миру', '2,Лісова', '3,Нова', '5,Стара', '6,Мала'),
    after: lines('№ з/п,Вулиця', '1,Миру', '2,Лісова', '3,Нова', '4,Стара', '5,Мала'),
  },
  async find({ session, columns, mended }) {
    const told: Told[] = [];
    for (const { profile, filled, header } of columns) {
      const isSeries = profile.kind === 'row-number' || ROW_NUMBER.test(header.trim());
      if (!isSeries || profile.type !== 'integer' || filled < 4) continue;
      const cell = `TRY_CAST(c${profile.index} AS BIGINT)`;
      const from = mended([profile.index]);
      const [row] = await session.rows(
        `SELECT min(${cell}) AS least, max(${cell}) AS most, count(DISTINCT ${cell}) AS n FROM ${from}`,
      );
      const [least, most, n] = [Number(row?.least), Number(row?.most), Number(row?.n)];
      const missing = most - least + 1 - n;
      // a series with a third of it missing, or with repeats, is no series
      if (least > 1 || n < filled || missing <= 0 || missing * 3 > n || most > MOST) continue;
      const gaps = await session.rows(
        `SELECT i FROM range(${least}, ${most + 1}) numbers(i) WHERE i NOT IN (SELECT ${cell} FROM ${from} WHERE ${cell} IS NOT NULL) ORDER BY i LIMIT 5`,
      );
      const first = gaps.map(({ i }) => String(i)).join(', ');
      told.push(
        ofColumn(
          'identifier-gap',
          profile,
          {
            uk: `У нумерації «${profile.title}» пропущено номерів: ${missing} (${first}${missing > 5 ? ' …' : ''}). Перевірте, чи всі рядки вивантажено; якщо їх справді немає, так і лишіть.`,
            en: `The numbering “${profile.title}” leaves out ${missing} (${first}${missing > 5 ? ' …' : ''}). Check that all rows were exported; if they do not exist, leave it so.`,
          },
          { count: missing, places: gaps.map(({ i }) => ({ row: 0, value: String(i) })) },
        ),
      );
    }
    return told;
  },
};
