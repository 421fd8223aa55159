import type { TableCheck, Told } from '../check.ts';
import { lines } from '../example.ts';
import { ofColumn } from '../told.ts';
import { categoriesOf } from './category-values.ts';

const WAYS: readonly RegExp[] = [
  /^(?:так|ні)$/iu,
  /^(?:yes|no|y|n)$/iu,
  /^(?:true|false|істина|хибність)$/iu,
  /^[+-]$/u,
  /^[01]$/u,
  /^(?:є|немає|нема)$/iu,
];

/** Yes and no written in several ways in one column: «так», «+», «yes». */
export const yesNoSpelling: TableCheck = {
  code: 'yes-no-spelling',
  title: { uk: '«Так» і «ні» записано по-різному', en: 'Yes and no written in several ways' },
  why: {
    uk: 'Коли в одному стовпці і «так», і «+», хто відбере «так», загубить решту.',
    en: 'Where one column has both “так” and “+”, whoever filters by one loses the other.',
  },
  example: {
    before: lines('id,Є пандус', '1,так', '2,ні', '3,yes', '4,no', '5,так'),
    after: lines('id,Є пандус', '1,так', '2,ні', '3,так', '4,ні', '5,так'),
  },
  async find(table) {
    const told: Told[] = [];
    const booleans = await categoriesOf(table, ({ profile }) => profile.type === 'boolean' && profile.distinct > 2);
    for (const { column, values } of booleans) {
      const ways = WAYS.filter((way) => values.some(({ value }) => way.test(value)));
      if (ways.length < 2) continue;
      const { title } = column.profile;
      const rare = values.filter(({ value }) => !WAYS.find((way) => way.test(values[0]?.value ?? ''))?.test(value));
      told.push(
        ofColumn(
          'yes-no-spelling',
          column.profile,
          {
            uk: `У стовпці «${title}» відповіді записано по-різному: ${values
              .slice(0, 5)
              .map(({ value }) => `«${value}»`)
              .join(', ')}. В опублікованих даних буде «true» і «false»; у файлі теж оберіть один запис.`,
            en: `In “${title}” answers are written in several ways: ${values
              .slice(0, 5)
              .map(({ value }) => `“${value}”`)
              .join(', ')}. Published data will have “true” and “false”; keep to one way in the file too.`,
          },
          {
            count: rare.reduce((sum, { times }) => sum + times, 0),
            places: rare.slice(0, 20).map(({ value }) => ({ row: 0, value })),
          },
        ),
      );
    }
    return told;
  },
};
