import { lines } from '../example.ts';
import { kindCheck } from '../kind-check.ts';

const NUMBERS: readonly (readonly [string, number])[] = [
  ['нуль', 0],
  ['один', 1],
  ['одна', 1],
  ['два', 2],
  ['дві', 2],
  ['три', 3],
  ['чотири', 4],
  ['п’ять', 5],
  ['шість', 6],
  ['сім', 7],
  ['вісім', 8],
  ['дев’ять', 9],
  ['десять', 10],
  ['одинадцять', 11],
  ['дванадцять', 12],
  ['двадцять', 20],
];
const LIST = `[${NUMBERS.map(([word]) => `'${word}'`).join(', ')}]`;
const VALUES = `[${NUMBERS.map(([, value]) => value).join(', ')}]`;
const folded = (clean: string) => `lower(translate(${clean}, '''ʼ\`', '’’’'))`;

/** A number in words. */
export const numberInWords = kindCheck({
  code: 'number-in-words',
  title: { uk: 'Число словами', en: 'A number in words' },
  why: { uk: '«П’ять» програма не додасть до 5.', en: 'A program cannot add “five” to 5.' },
  example: {
    before: lines('Об’єкт,Кількість місць', 'а,10', 'б,п’ять', 'в,20'),
    after: lines('Об’єкт,Кількість місць', 'а,10', 'б,5', 'в,20'),
  },
  kinds: ['quantity', 'money'],
  faulty: (clean) => `list_contains(${LIST}, ${folded(clean)})`,
  digits: 'blind',
  guard: '(?i:^(?:нуль|один|одна|дв|три|чоти|п.?ять|шіст|сім|віс|дев|десят|одина|двана|два))',
  mend: (clean) => `CAST(${VALUES}[list_position(${LIST}, ${folded(clean)})] AS VARCHAR)`,
  asks: { uk: 'Записати цифрами', en: 'Write in digits' },
  say: () => ({
    uk: 'число записано словом. Його можна записати цифрами.',
    en: 'a number written in words. It can be written in digits.',
  }),
});
