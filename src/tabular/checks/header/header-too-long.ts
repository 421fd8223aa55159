import { tidyText } from '../../types/tidy-text.ts';
import type { TableCheck } from '../check.ts';
import { lines } from '../example.ts';
import { ofColumn } from '../told.ts';

/** More than this no table shows and no query is typed with. */
const LONGEST = 120;

/** Names of columns that are sentences. */
export const headerTooLong: TableCheck = {
  code: 'header-too-long',
  title: { uk: 'Задовга назва стовпця', en: 'A column’s name is too long' },
  why: {
    uk: 'Назву на кілька речень не видно в таблиці цілою, і за нею незручно звертатися. Коротка назва стоїть у таблиці, пояснення — у призначенні поля.',
    en: 'A name of several sentences is never seen whole and is hard to ask for. The short name belongs in the table, the explanation in the field’s purpose.',
  },
  example: {
    before: lines(
      'id,Кількість звернень громадян які надійшли до виконавчого комітету міської ради поштою електронною поштою або були подані особисто під час прийому,Рік',
      '1,120,2024',
      '2,135,2025',
    ),
    after: lines('id,Кількість звернень,Рік', '1,120,2024', '2,135,2025'),
  },
  async find({ columns }) {
    return columns.flatMap(({ profile, header }) => {
      const name = tidyText(header);
      if ([...name].length <= LONGEST) return [];
      return ofColumn(
        'header-too-long',
        profile,
        {
          uk: `Назва стовпця ${profile.index + 1} має ${[...name].length} знаків. Дайте йому коротку назву, а пояснення перенесіть у призначення поля на сторінці структури.`,
          en: `The name of column ${profile.index + 1} has ${[...name].length} characters. Give it a short name and move the explanation to the field’s purpose on the page of the structure.`,
        },
        { places: [{ row: 0, value: name }] },
      );
    });
  },
};
