import { lines } from '../example.ts';
import { hasForm, kindCheck } from '../kind-check.ts';

/** KOATUU is abolished. */
export const koatuuAbolished = kindCheck({
  code: 'koatuu-abolished',
  title: { uk: 'Скасований класифікатор КОАТУУ', en: 'KOATUU is abolished' },
  why: {
    uk: 'КОАТУУ замінено Кодифікатором КАТОТТГ: нові набори поєднуються за його кодами.',
    en: 'KOATUU was replaced by the codifier KATOTTG: new datasets join by its codes.',
  },
  example: {
    before: lines('КОАТУУ,Назва', '1211900000,а', '0520680203,б'),
    after: lines('КАТОТТГ,Назва', 'UA71020010000037786,а', 'UA32060110010087428,б'),
  },
  kinds: ['koatuu'],
  faulty: (clean) => hasForm(clean, '\\d{9,10}'),
  digits: 'blind',
  guard: '^\\d{9,10}$',
  say: () => ({
    uk: 'стоїть код скасованого класифікатора КОАТУУ. Додайте поруч стовпець з кодом КАТОТТГ того самого місця.',
    en: 'a code of the abolished classifier KOATUU. Add a column with the KATOTTG code of the same place.',
  }),
  mild: true,
});
