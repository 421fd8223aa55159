import { periodColumns as periodTitles } from '../../shaping/steps/unpivot-columns.ts';
import { tidyText } from '../../types/tidy-text.ts';
import type { TableCheck } from '../check.ts';
import { lines } from '../example.ts';
import { ofTable } from '../told.ts';

const MONTH =
  /^(?:січень|лютий|березень|квітень|травень|червень|липень|серпень|вересень|жовтень|листопад|грудень|january|february|march|april|may|june|july|august|september|october|november|december)(?:[ ,.]+(?:19|20)\d\d(?: ?р(?:ік|оку|\.)?)?)?$/iu;
const YEAR = /^(?:за |на )?(?:19|20)\d\d(?: ?р(?:ік|оку|\.)?)?$/iu;
const QUARTER = /^(?:I{1,3}|IV|[1-4])[- ]?(?:й |ий )?(?:кв\.?|квартал)(?:[ ,]+(?:19|20)\d\d.*)?$/iu;
const ENOUGH = 3;

/** A name of a column that is a period: a year, a month, a quarter. */
export const isPeriodName = (name: string): boolean => MONTH.test(name) || YEAR.test(name) || QUARTER.test(name);

/** Months and years are named as such, so that the step takes in those of the next file too. */
function which(headers: readonly string[], titles: readonly string[]): 'months' | 'years' | readonly string[] {
  const all = (asked: 'months' | 'years') => periodTitles(headers, asked).length === titles.length;
  return all('years') ? 'years' : all('months') ? 'months' : titles;
}

/** Periods as columns: «2023», «2024», «2025» or twelve months beside each other. */
export const periodColumns: TableCheck = {
  code: 'period-columns',
  title: { uk: 'Роки чи місяці стовпцями', en: 'Years or months as columns' },
  why: {
    uk: 'Коли кожен рік — окремий стовпець, структура змінюється щороку, а графік за часом не побудувати. Період має бути значенням у своєму стовпці.',
    en: 'Where each year is a column, the structure changes every year and no chart over time can be drawn. The period should be a value in a column of its own.',
  },
  example: {
    before: lines('Код,Показник,2023,2024,2025', '1,Звернення,120,135,150', '2,Рішення,30,41,44'),
    after: lines(
      'Код,Показник,Період,Значення',
      '1,Звернення,2023,120',
      '1,Звернення,2024,135',
      '1,Звернення,2025,150',
      '2,Рішення,2023,30',
      '2,Рішення,2024,41',
      '2,Рішення,2025,44',
    ),
  },
  shapes: 'shape-unpivot',
  async find({ columns, headers }) {
    const periods = columns.filter(({ header }) => isPeriodName(tidyText(header)));
    if (periods.length < ENOUGH) return [];
    const titles = periods.map(({ header }) => tidyText(header));
    const names = periods
      .slice(0, 4)
      .map(({ header }) => `«${tidyText(header)}»`)
      .join(', ');
    return [
      ofTable(
        'period-columns',
        {
          uk: `Періоди стоять окремими стовпцями (${names}${periods.length > 4 ? ' …' : ''}): ${periods.length}. Зробіть два стовпці, «Період» і «Значення», щоб кожен рядок був одним записом.`,
          en: `Periods stand as columns of their own (${names}${periods.length > 4 ? ' …' : ''}): ${periods.length}. Make two columns, the period and the value, so that every row is one record.`,
        },
        {
          count: periods.length,
          step: {
            code: 'shape-unpivot',
            columnTitle: null,
            parameters: { columns: which(headers, titles), nameInto: 'Період', valueInto: 'Значення' },
          },
          places: periods.slice(0, 20).map(({ header }) => ({ row: 0, value: tidyText(header) })),
        },
      ),
    ];
  },
};
