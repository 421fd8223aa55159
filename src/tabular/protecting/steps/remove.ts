import { z } from 'zod';
import { defineProtection } from '../protect-step.ts';

/** The column leaves the table. */
export const remove = defineProtection({
  code: 'protect-remove',
  title: { uk: 'Вилучити', en: 'Remove' },
  deed: { uk: 'Вилучити стовпець', en: 'Remove the column' },
  shape: 'none',
  of: 'column',
  parameters: z.strictObject({}),
  describe: () => ({ uk: 'стовпець вилучено', en: 'the column is removed' }),
  apply: async (work) => {
    const filled = work.places.map((place) => `count(c${place})`).join(' + ');
    const [row] = await work.ask(`SELECT ${filled} AS n FROM ${work.sql}`);
    return {
      cells: new Map(work.places.map((place) => [place, 'CAST(NULL AS VARCHAR)'])),
      removed: work.places,
      count: Number(row?.n ?? 0),
    };
  },
});
