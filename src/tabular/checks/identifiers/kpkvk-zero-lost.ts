import { lines } from '../example.ts';
import { hasForm, kindCheck } from '../kind-check.ts';

/** KPKVK of six digits. */
export const kpkvkZeroLost = kindCheck({
  code: 'kpkvk-zero-lost',
  title: { uk: 'КПКВК із шести цифр', en: 'KPKVK of six digits' },
  why: {
    uk: 'Нині в коді програми сім цифр: шість — це втрачений нуль або старий код, і програму за ним не знайти.',
    en: 'A code of a programme has seven digits now: six mean a lost zero or an old code, and the programme is not found.',
  },
  example: {
    before: lines('КПКВК,Сума', '0110150,1', '0611010,2', '611010,3'),
    after: lines('КПКВК,Сума', '0110150,1', '0611010,2', '0611010,3'),
  },
  kinds: ['kpkvk'],
  faulty: (clean) => hasForm(clean, '\\d{6}'),
  digits: 'blind',
  guard: '^\\d{6}$',
  mend: (clean) => `'0' || ${clean}`,
  asks: { uk: 'Додати нуль на початку', en: 'Add the leading zero' },
  say: () => ({
    uk: 'код КПКВК із шести цифр. Якщо це сучасний код, Excel загубив нуль на початку.',
    en: 'a KPKVK code of six digits. If it is a present one, Excel has lost its leading zero.',
  }),
});
