import { tidyText } from '../../types/tidy-text.ts';
import type { TableCheck } from '../check.ts';
import { lines } from '../example.ts';
import { ofColumn } from '../told.ts';

const SHORT =
  /(?:^|[\s(/])(?:к-сть|кіл-ть|кільк\.|найм\.|наймен\.|адр\.|дог\.|заг\.|пл\.|прізв\.|орг\.|дод\.|прим\.|місц\.|відп\.|викон\.|розп\.|зем\.|діл\.|буд-во|р-н|нас\.? ?п(?:\.|ункт)|ел\. ?пошта|кор\.|обл\.|зал\.|ост\.|пост\.|вик\.)(?:$|[\s),/])/iu;

/** Names of columns cut short: «К-сть дог.», «Заг. пл.». */
export const headerAbbreviated: TableCheck = {
  code: 'header-abbreviated',
  title: { uk: 'Скорочення в назві стовпця', en: 'An abbreviation in a column’s name' },
  why: {
    uk: '«Заг. пл.» зрозуміло тому, хто складав таблицю; іншим доводиться вгадувати, а пошук за словом «площа» стовпця не знайде.',
    en: 'Who made the table understands its abbreviations; others have to guess, and search by the whole word misses the column.',
  },
  example: {
    before: lines('id,Заг. пл.', '1,1.25', '2,0.8'),
    after: lines('id,Загальна площа', '1,1.25', '2,0.8'),
  },
  async find({ columns }) {
    return columns.flatMap(({ profile, header }) => {
      const name = tidyText(header);
      if (!SHORT.test(name)) return [];
      return ofColumn(
        'header-abbreviated',
        profile,
        {
          uk: `Назву стовпця «${name}» скорочено. Напишіть її повністю у файлі або на сторінці структури.`,
          en: `The column’s name “${name}” is abbreviated. Write it in full, in the file or on the page of the structure.`,
        },
        { places: [{ row: 0, value: name }] },
      );
    });
  },
};
