import { tidyText } from '../../types/tidy-text.ts';
import type { TableCheck } from '../check.ts';
import { lines } from '../example.ts';
import { ofColumn } from '../told.ts';

/** Names of columns with letters Ukrainian does not have. */
export const headerRussian: TableCheck = {
  code: 'header-russian',
  title: { uk: 'Назва стовпця російською', en: 'A column’s name in Russian' },
  why: {
    uk: 'У назві українського набору таких літер не буває: стовпця не знайде той, хто шукає українською.',
    en: 'A Ukrainian dataset has no such letters in its names: who searches in Ukrainian misses the column.',
  },
  example: {
    before: lines('id,Объект', '1,Школа № 1', '2,Школа № 2'),
    after: lines('id,Об’єкт', '1,Школа № 1', '2,Школа № 2'),
  },
  async find({ columns }) {
    return columns.flatMap(({ profile, header }) =>
      /[ыэёъ]/iu.test(header)
        ? ofColumn(
            'header-russian',
            profile,
            {
              uk: `У назві стовпця «${tidyText(header)}» є літери, яких в українській немає. Назвіть його українською.`,
              en: `The column’s name “${tidyText(header)}” has letters Ukrainian does not have. Name it in Ukrainian.`,
            },
            { places: [{ row: 0, value: tidyText(header) }] },
          )
        : [],
    );
  },
};
