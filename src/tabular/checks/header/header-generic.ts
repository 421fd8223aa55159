import { freeTitle } from '../../shaping/relation.ts';
import { tidyText } from '../../types/tidy-text.ts';
import type { ColumnFacts, TableCheck, Told } from '../check.ts';
import { lines } from '../example.ts';
import { ofColumn, ofTable } from '../told.ts';
import { MOST_APART } from './headers.ts';
import { nameByContent } from './name-by-content.ts';

const GENERIC =
  /^(?:unnamed[: _]*\d*(?:_level_\d+)?|column ?\d+|col ?\d+|field ?\d+|f\d{1,3}|v\d{1,3}|стовпець ?\d+|столбец ?\d+|колонка ?\d+|поле ?\d+|_c?\d+|noname|без назви)$/iu;

/** Names a program gave because there was none: `Unnamed: 0`, `Column1`. */
export const headerGeneric: TableCheck = {
  code: 'header-generic',
  title: { uk: 'Назва стовпця нічого не каже', en: 'A column’s name says nothing' },
  why: {
    uk: '«Column1» чи «Unnamed: 0» дала програма, бо назви не було: що в стовпці, з неї не зрозуміти.',
    en: '“Column1” or “Unnamed: 0” was given by a program because there was no name: it does not tell what the column holds.',
  },
  example: {
    before: lines('Unnamed: 0,Назва,Місць', '1,Школа № 1,320', '2,Школа № 2,410'),
    after: lines('Номер,Назва,Місць', '1,Школа № 1,320', '2,Школа № 2,410'),
  },
  shapes: 'shape-rename',
  async find({ columns, headers, rows }) {
    const taken = [...headers];
    const generic = columns.filter(({ header, filled }) => GENERIC.test(tidyText(header)) && filled > 0);
    if (generic.length > MOST_APART) return [manyGeneric(generic)];
    return generic.flatMap(({ profile, header }) => {
      const name = tidyText(header);
      const better = nameByContent(profile, rows);
      const title = better === null ? null : freeTitle(taken, better);
      if (title !== null) taken.push(title);
      const offer =
        title === null
          ? { uk: 'Дайте йому назву за змістом', en: 'Name it by what it holds' }
          : {
              uk: `За змістом це «${title}»; кращу назву дасте`,
              en: `By what it holds it is “${title}”; give it a better name`,
            };
      return ofColumn(
        'header-generic',
        profile,
        {
          uk: `Стовпець ${profile.index + 1} називається «${name}»: так його назвала програма. ${offer.uk} у файлі або на сторінці структури.`,
          en: `Column ${profile.index + 1} is called “${name}”, as a program named it. ${offer.en}, in the file or on the page of the structure.`,
        },
        {
          places: [{ row: 0, value: name, ...(title === null ? {} : { repaired: title }) }],
          ...(title === null
            ? {}
            : {
                repairable: true,
                step: { code: 'shape-rename', columnTitle: null, parameters: { column: name, title } },
              }),
        },
      );
    });
  },
};

function manyGeneric(columns: readonly ColumnFacts[]): Told {
  const count = columns.length;
  const names = columns.slice(0, 5).map(({ header }) => `«${tidyText(header)}»`);
  const rest = count - names.length;
  const message = {
    uk: `Стовпців, чиї назви нічого не кажуть: ${count} (${names.join(', ')} і ще ${rest}). Так їх назвала програма. Дайте їм назви за змістом у файлі або на сторінці структури.`,
    en: `Columns whose names say nothing: ${count} (${names.join(', ')} and ${rest} more), as a program named them. Name them by what they hold, in the file or on the page of the structure.`,
  };
  return ofTable('header-generic', message, { count });
}
