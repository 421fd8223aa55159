import { USUAL_NOTATION } from '../../column.ts';
import { isNumber, plainNumber } from '../../types/number-forms.ts';
import { lines } from '../example.ts';
import { hasForm, kindCheck } from '../kind-check.ts';

const CURRENCY = '(?i:грн\\.?|гривень|гривні|гривня|₴|uah)';
const WRITTEN = `[-+−–]?\\d.* ?${CURRENCY}`;
/** The number without its currency. */
const bare = (clean: string) => `regexp_replace(${clean}, ' ?${CURRENCY}$', '')`;

/** “грн” in cells of numbers. */
export const currencyInNumber = kindCheck({
  code: 'currency-in-number',
  title: { uk: '«грн» у клітинках з числами', en: '“грн” in cells of numbers' },
  why: {
    uk: 'Число зі словом «грн» програма читає як слово: його не додати й не впорядкувати.',
    en: 'A number with the word “грн” is read as a word: it can be neither added up nor sorted.',
  },
  example: {
    before: lines('Послуга,Оплата', 'а,1 500 грн', 'б,"700,50 грн."', 'в,300 грн'),
    after: lines('Послуга,Оплата', 'а,1500', 'б,700.50', 'в,300'),
  },
  kinds: ['money'],
  faulty: (clean) => `(${hasForm(clean, WRITTEN)} AND ${isNumber(bare(clean), USUAL_NOTATION)})`,
  digits: 'blind',
  guard: `(?:${CURRENCY})$`,
  mend: (clean) => plainNumber(bare(clean), USUAL_NOTATION),
  say: () => ({
    uk: 'разом із числом стоїть «грн». Приберемо: одиниця належить назві стовпця або структурі.',
    en: 'a number with the word “грн”. We can take it out: the unit belongs to the name of the column or to the structure.',
  }),
  mendable: ({ count, filled, decision }, n) =>
    n + count('whole') + count('whole-written') + count('point') + count('comma') + decision.noValues === filled,
});
