import { lines } from '../example.ts';
import { ANY_SHAPE, kindCheck, lacksForm } from '../kind-check.ts';

/** Not a KEKV code. */
export const wrongKekv = kindCheck({
  code: 'wrong-kekv',
  title: { uk: 'Це не КЕКВ', en: 'Not a KEKV code' },
  why: {
    uk: 'За кодом видатки порівнюють між роками й громадами; рядок з іншим кодом випаде з підсумку.',
    en: 'By the code expenses are compared between years and communities; a row with another code drops out.',
  },
  example: {
    before: lines('КЕКВ,Сума', '2111,1', '2240,2', '224,3'),
    after: lines('КЕКВ,Сума', '2111,1', '2240,2', '2240,3'),
  },
  kinds: ['kekv'],
  faulty: (clean) => lacksForm(clean, '[2349]\\d{3}(?:[ ,;:.–-].*)?'),
  digits: ANY_SHAPE,
  say: () => ({
    uk: 'стоїть не код економічної класифікації: у ньому чотири цифри, перша 2, 3, 4 або 9.',
    en: 'something that is no code of the economic classification: it has four digits, the first 2, 3, 4 or 9.',
  }),
});
