import { BARE_LINK as BARE } from '../../types/link-forms.ts';
import { lines } from '../example.ts';
import { hasForm, kindCheck, saysSomething } from '../kind-check.ts';

const SPOILT = '(?i:h?t{1,2}p{1,2}s?).*';

/** Not a link. */
export const wrongUrl = kindCheck({
  code: 'wrong-url',
  title: { uk: 'Це не посилання', en: 'Not a link' },
  why: {
    uk: 'Слова серед посилань програма відкриє як сторінку, якої немає.',
    en: 'A program opens words among links as a page that is not there.',
  },
  example: {
    before: lines('Сайт,Назва', 'https://rada.gov.ua,а', 'https://misto.gov.ua,б', 'сторінка на ремонті,в'),
    after: lines('Сайт,Назва', 'https://rada.gov.ua,а', 'https://misto.gov.ua,б', ',в'),
  },
  kinds: ['url'],
  faulty: (clean) =>
    `(${saysSomething(clean)} AND NOT regexp_matches(${clean}, '(?i:https?|www\\.|ftp:)') AND NOT ${hasForm(clean, `${BARE}|${SPOILT}`)})`,
  digits: 'blind',
  say: () => ({
    uk: 'замість посилання стоять слова. Перенесіть їх у примітку, а клітинку залиште порожньою.',
    en: 'words in place of a link. Move them to a note and leave the cell empty.',
  }),
});
