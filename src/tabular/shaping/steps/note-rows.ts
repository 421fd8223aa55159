import { z } from 'zod';
import { countWhere } from '../relation.ts';
import { defineShape } from '../shape-step.ts';
import { lastRecord, sectionsOf } from './section-titles.ts';

const FEWEST_COLUMNS = 3;

/** What stands alone in its row below the last record: notes, sources, signatures. They belong to the description of the dataset. */
export const noteRows = defineShape({
  code: 'shape-note-rows',
  title: { uk: 'Без приміток під таблицею', en: 'Notes below left out' },
  deed: { uk: 'Прибрати примітки під таблицею', en: 'Leave the notes below out' },
  parameters: z.strictObject({}),
  describe: () => ({
    uk: 'прибрано примітки під таблицею: рядки з однією заповненою клітинкою після останнього запису',
    en: 'notes below the table left out: rows with one filled cell after the last record',
  }),
  apply: async (table) => {
    if (table.headers.length < FEWEST_COLUMNS) return { ...table, count: 0 };
    const sections = sectionsOf(table);
    const isNote = `(alone AND place > ${await lastRecord(table, sections)})`;
    const count = await countWhere({ ...table, sql: sections }, isNote);
    if (count === 0) return { ...table, count };
    const list = table.headers.map((_, index) => `c${index}`).join(', ');
    return { sql: `(SELECT ${list} FROM ${sections} WHERE NOT ${isNote})`, headers: table.headers, count };
  },
});
