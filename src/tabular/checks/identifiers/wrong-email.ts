import { ONE_EMAIL as ONE } from '../../types/link-forms.ts';
import { lines } from '../example.ts';
import { hasForm, kindCheck, saysSomething } from '../kind-check.ts';

/** Wrong e-mail address. */
export const wrongEmail = kindCheck({
  code: 'wrong-email',
  title: { uk: 'Помилка в електронній адресі', en: 'Wrong e-mail address' },
  why: { uk: 'За адресою з помилкою людина не отримає відповіді.', en: 'By a wrong address nobody gets an answer.' },
  example: {
    before: lines('E-mail,Назва', 'rada@misto.gov.ua,а', 'kp@misto,б', 'dnz@misto.gov.ua,в'),
    after: lines('E-mail,Назва', 'rada@misto.gov.ua,а', 'kp@misto.gov.ua,б', 'dnz@misto.gov.ua,в'),
  },
  kinds: ['email'],
  faulty: (clean) =>
    `(${saysSomething(clean)} AND NOT ${hasForm(clean, `${ONE}(?:[,; \\n]+${ONE})*[,; ]*`)} AND NOT ${hasForm(`replace(regexp_replace(replace(${clean}, ' ', ''), '^(?i:mailto:)|[.,;]+$', '', 'g'), ',', '.')`, ONE)})`,
  digits: 'blind',
  say: () => ({
    uk: 'стоїть не електронна адреса: у ній є @, після неї ім’я з крапкою, і літери лише латинські. Звірте й виправте у файлі.',
    en: 'something that is no e-mail address: it has @, a name with a point after it, and Latin letters only. Compare and correct the file.',
  }),
});
