import { foldLookAlikes } from '../../../language/folding.ts';
import { tidyText } from '../../types/tidy-text.ts';
import type { TableCheck } from '../check.ts';
import { lines } from '../example.ts';
import { ofColumn } from '../told.ts';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** A name all of whose words are of one alphabet. */
const inOneAlphabet = (name: string): string => name.replace(WORD, foldLookAlikes);

/** Names of columns where a letter of the other alphabet stands for one that looks the same: `legalActІdentifier`. */
export const headerLookAlike: TableCheck = {
  code: 'header-look-alike',
  title: { uk: 'Чужа літера в назві стовпця', en: 'A letter of another alphabet in a column’s name' },
  why: {
    uk: 'Програма шукає стовпець за точною назвою: з українською «І» замість латинської «I» його для неї просто немає.',
    en: 'A program asks for the column by its exact name: with a Cyrillic “І” for a Latin “I” the column is simply not there.',
  },
  example: {
    before: lines('id,legalActІdentifier', '1,215', '2,216'),
    after: lines('id,legalActIdentifier', '1,215', '2,216'),
  },
  mends: true,
  async find({ columns }) {
    return columns.flatMap(({ profile, header }) => {
      const name = tidyText(header);
      const mended = inOneAlphabet(name);
      if (mended === name) return [];
      return ofColumn(
        'header-look-alike',
        profile,
        {
          uk: `У назві стовпця ${profile.index + 1} («${name}») змішано латинські й українські літери, однакові на вигляд. Запишемо її однією абеткою: «${mended}».`,
          en: `The name of column ${profile.index + 1} (“${name}”) mixes Latin and Ukrainian letters that look alike. We can write it in one alphabet: “${mended}”.`,
        },
        {
          places: [{ row: 0, value: name, repaired: mended }],
          repairable: true,
          step: { code: 'shape-rename', columnTitle: null, parameters: { column: name, title: mended } },
        },
      );
    });
  },
};
