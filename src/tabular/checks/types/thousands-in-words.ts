import { USUAL_NOTATION } from '../../column.ts';
import { isNumber, plainNumber } from '../../types/number-forms.ts';
import { lines } from '../example.ts';
import { hasForm, kindCheck } from '../kind-check.ts';

const AFTER = ' ?(?i:тис|млн|млрд)\\.?(?: ?(?i:грн\\.?|гривень|₴|осіб|шт\\.?|м3|кв\\.? ?м))?';
const WRITTEN = `[-+−–]?\\d{1,9}(?:[.,]\\d{1,6})?${AFTER}`;
/** The number without its words. */
const bare = (clean: string) => `regexp_replace(${clean}, '${AFTER}$', '')`;

/** “тис.” and “млн” in cells of numbers. */
export const thousandsInWords = kindCheck({
  code: 'thousands-in-words',
  title: { uk: '«тис.» і «млн» у клітинках з числами', en: '“тис.” and “млн” in cells of numbers' },
  why: {
    uk: 'Число зі словом «тис.» не додається до інших, а без слова стає в тисячу разів меншим.',
    en: 'A number with the word “тис.” cannot be added to others, and without the word it is a thousand times less.',
  },
  example: {
    before: lines('Послуга,Вартість', 'а,5 тис. грн', 'б,"1,2 млн грн"', 'в,300 грн'),
    after: lines('Послуга,Вартість', 'а,5000', 'б,1200000', 'в,300 грн'),
  },
  kinds: ['money', 'quantity'],
  faulty: (clean) => `(${hasForm(clean, WRITTEN)} AND ${isNumber(bare(clean), USUAL_NOTATION)})`,
  digits: 'blind',
  guard: '(?i:тис|млн|млрд)',
  mend: (clean) =>
    `regexp_replace(CAST(TRY_CAST(${plainNumber(bare(clean), USUAL_NOTATION)} AS DECIMAL(28, 6)) * CASE WHEN regexp_matches(${clean}, '(?i)тис') THEN 1000 WHEN regexp_matches(${clean}, '(?i)млн') THEN 1000000 ELSE 1000000000 END AS VARCHAR), '\\.0*$', '')`,
  asks: { uk: 'Записати повним числом', en: 'Write in full' },
  say: () => ({
    uk: 'число записано зі словом «тис.», «млн» або «млрд». Його можна записати повним числом: «5 тис.» — 5000.',
    en: 'a number with the word “тис.”, “млн” or “млрд”. It can be written in full: “5 тис.” is 5000.',
  }),
});
