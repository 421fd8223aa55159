import { tidyText } from '../../types/tidy-text.ts';
import type { TableCheck } from '../check.ts';
import { lines } from '../example.ts';
import { ofColumn } from '../told.ts';

const UNIT =
  /[,(]\s*(?:в |у )?((?:тис\.?|млн\.?|млрд\.?)?\s*(?:грн\.?|гривень|дол\.?|євро|м|км|см|мм|га|м2|м²|м3|м³|кв\. ?м\.?|куб\. ?м\.?|л|т|кг|г|шт\.?|од\.?|осіб|чол\.?|років|дн(?:ів|\.)?|год\.?|хв\.?|квт(?:\*год|·год|-год)?|гкал|%))\s*\)?$/iu;

/** Units that stand in names of columns: «Площа, га», «Сума (грн)». */
export const headerUnit: TableCheck = {
  code: 'header-unit',
  title: { uk: 'Одиниця виміру в назві стовпця', en: 'A unit in a column’s name' },
  why: {
    uk: 'У структурі для одиниці виміру є своє місце: там її прочитає програма, а назва лишиться короткою й однаковою з року в рік.',
    en: 'The structure has a place of its own for the unit: a program reads it there, and the name stays short and the same from year to year.',
  },
  example: {
    before: lines('id,"Площа, га"', '1,1.25', '2,0.8'),
    after: lines('id,Площа', '1,1.25', '2,0.8'),
  },
  async find({ columns }) {
    return columns.flatMap(({ profile, header }) => {
      const unit = UNIT.exec(tidyText(header))?.[1]?.trim();
      if (unit === undefined || !['integer', 'decimal'].includes(profile.type)) return [];
      return ofColumn(
        'header-unit',
        profile,
        {
          uk: `У назві «${profile.title}» стоїть одиниця виміру «${unit}». Впишіть її на сторінці структури в поле «Одиниця», а назву скоротіть.`,
          en: `The name “${profile.title}” holds the unit “${unit}”. Write it as the field’s unit on the page of the structure and shorten the name.`,
        },
        { places: [{ row: 0, value: profile.title }] },
      );
    });
  },
};
