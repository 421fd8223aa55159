import { both } from '../../scan/predicate.ts';
import { ONE_EMAIL as ONE } from '../../types/link-forms.ts';
import { lines } from '../example.ts';
import { hasForm, kindCheck } from '../kind-check.ts';

const asWritten = (clean: string) =>
  `replace(regexp_replace(replace(${clean}, ' ', ''), '^(?i:mailto:)|[.,;]+$', '', 'g'), ',', '.')`;

/** Needless signs in an e-mail address. */
export const emailWritten = kindCheck({
  code: 'email-written',
  title: { uk: 'Зайве в електронній адресі', en: 'Needless signs in an e-mail address' },
  why: {
    uk: 'Лист за адресою з пробілом чи комою не дійде.',
    en: 'A letter to an address with a space or a comma does not come.',
  },
  example: {
    before: lines('E-mail,Назва', 'rada@misto.gov.ua,а', '"kp@misto,gov.ua",б', 'dnz @misto.gov.ua,в'),
    after: lines('E-mail,Назва', 'rada@misto.gov.ua,а', 'kp@misto.gov.ua,б', 'dnz@misto.gov.ua,в'),
  },
  kinds: ['email'],
  faulty: (clean) => both(`NOT ${hasForm(clean, ONE)}`, hasForm(asWritten(clean), ONE)),
  digits: 'blind',
  guard: '@',
  mend: asWritten,
  say: () => ({
    uk: 'в електронній адресі є пробіл, кома замість крапки, «mailto:» або знак у кінці. Приберемо зайве.',
    en: 'an e-mail address with a space, a comma for a point, “mailto:” or a sign at the end. We can take it out.',
  }),
});
