import { lines } from '../example.ts';
import { kindCheck, lacksForm } from '../kind-check.ts';

/** Codes with a section’s letter, with words after them, and what the other checks of this kind tell. */
const KNOWN =
  '(?:[A-UА-Я][ .]?)?\\d{2}(?:\\.\\d{1,2})?(?:[ ,;.–-].*)?|[A-UА-Я]|\\d{4}|\\d{4}-\\d{2}-\\d{2}.*|\\d{1,2}\\.\\d{1,2}\\.\\d{4}';

/** Not a KVED code. */
export const wrongKved = kindCheck({
  code: 'wrong-kved',
  title: { uk: 'Це не код КВЕД', en: 'Not a KVED code' },
  why: {
    uk: 'За класифікатором можна відібрати всі заклади однієї діяльності. Значення поза ним випаде з такого відбору.',
    en: 'By the classifier all institutions of one activity are found. A value outside it drops out.',
  },
  example: {
    before: lines('КВЕД,Назва', '84.11,а', '62.01,б', 'місцеве самоврядування,в'),
    after: lines('КВЕД,Назва', '84.11,а', '62.01,б', '84.11,в'),
  },
  kinds: ['kved'],
  faulty: (clean) => lacksForm(clean, KNOWN),
  digits: 'blind',
  say: () => ({
    uk: 'стоїть не код КВЕД: це дві цифри розділу, крапка й одна-дві цифри класу (84.11).',
    en: 'something that is no KVED code: it has two digits, a point and one or two more (84.11).',
  }),
});
