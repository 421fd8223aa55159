import { z } from 'zod';
import { digestSql } from '../keyed-digest.ts';
import { defineProtection } from '../protect-step.ts';

/**
 * Rows of those who took their consent back: told by the digest of their key (`digestOf(key, value, 'row')`), so that the step itself names nobody. Done
 * before anything happens to the key's column.
 */
export const omitRows = defineProtection({
  code: 'protect-omit-rows',
  title: { uk: 'Без рядків', en: 'Rows left out' },
  deed: { uk: 'Не оприлюднювати рядки', en: 'Leave rows out' },
  shape: '`digests`: of the keys of rows; needs the key',
  of: 'column',
  keyed: true,
  parameters: z.strictObject({ digests: z.array(z.string().regex(/^[bcdfghjkmnpqrstv]{16}$/)).max(50_000) }),
  // how many there are is nobody's business: it stands in the passport too
  describe: () => ({
    uk: 'рядки людей, які відкликали згоду, не оприлюднюються',
    en: 'rows of people who withdrew their consent are left out',
  }),
  apply: async (work, { digests }) => {
    if (digests.length === 0) return { count: 0 };
    const list = digests.map((digest) => `'${digest}'`).join(', ');
    const listed = work.places
      .map((place) => `coalesce(${digestSql(`c${place}`, 'row')} IN (${list}), false)`)
      .join(' OR ');
    const [row] = await work.ask(`SELECT count(*) AS n FROM ${work.sql} WHERE ${listed}`);
    return { sql: `(SELECT * FROM ${work.sql} WHERE NOT (${listed}))`, count: Number(row?.n ?? 0) };
  },
});
