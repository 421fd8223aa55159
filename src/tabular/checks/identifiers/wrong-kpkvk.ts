import { lines } from '../example.ts';
import { kindCheck, lacksForm } from '../kind-check.ts';

/** Not a KPKVK code. */
export const wrongKpkvk = kindCheck({
  code: 'wrong-kpkvk',
  title: { uk: 'Це не КПКВК', en: 'Not a KPKVK code' },
  why: {
    uk: 'За кодом програми видатки шукають у бюджеті; рядок без нього не знайти.',
    en: 'By the code a programme is found in the budget; a row without it is not.',
  },
  example: {
    before: lines('КПКВК,Сума', '0110150,1', '0611010,2', '061-10,3'),
    after: lines('КПКВК,Сума', '0110150,1', '0611010,2', '0611010,3'),
  },
  kinds: ['kpkvk'],
  faulty: (clean) => lacksForm(clean, '\\d{6,7}(?:[ ,;:.–-].*)?'),
  digits: 'blind',
  say: () => ({
    uk: 'стоїть не код програмної класифікації: у ньому сім цифр.',
    en: 'something that is no code of the programme classification: it has seven digits.',
  }),
});
