import { lines } from '../example.ts';
import { hasForm, kindCheck } from '../kind-check.ts';

const SIGNS = '[+\\d() .–—-]{8,40}';
const DIGITS = (clean: string) => `regexp_replace(${clean}, '[^0-9]', '', 'g')`;

/** Wrong phone number. */
export const wrongPhone = kindCheck({
  code: 'wrong-phone',
  title: { uk: 'Помилка в номері телефону', en: 'Wrong phone number' },
  why: {
    uk: 'За номером, де бракує цифри або є зайва, не додзвонитися.',
    en: 'A number with a digit too few or too many cannot be dialled.',
  },
  example: {
    before: lines('Телефон,Назва', '+380501234567,а', '+38050123456,б'),
    after: lines('Телефон,Назва', '+380501234567,а', '+380501234560,б'),
  },
  kinds: ['phone'],
  faulty: (clean) =>
    `(${hasForm(clean, SIGNS)} AND length(${DIGITS(clean)}) >= 8 AND NOT ${hasForm(DIGITS(clean), '(?:3?8)?0\\d{9}|[1-9]\\d{8}')})`,
  digits: { shape: '[+0() .–—-]{8,40}' },
  guard: `^(?:${SIGNS})$`,
  say: () => ({
    uk: 'у номері телефону бракує цифр або є зайві: після +380 їх дев’ять. Звірте й виправте у файлі.',
    en: 'a phone number with digits missing or too many: nine follow +380. Compare and correct the file.',
  }),
});
