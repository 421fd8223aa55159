import { both } from '../../scan/predicate.ts';
import { lines } from '../example.ts';
import { hasForm, kindCheck } from '../kind-check.ts';

const SPOILT = '(?i:h?t{1,2}p{1,2}s?)[:;.]?[/\\\\]{1,3}:?[^/\\\\\\s].*';

/** Spoilt link. */
export const urlWritten = kindCheck({
  code: 'url-written',
  title: { uk: 'Зіпсоване посилання', en: 'Spoilt link' },
  why: {
    uk: 'За посиланням з помилкою на початку сторінка не відкриється.',
    en: 'A link with a mistake at its beginning opens no page.',
  },
  example: {
    before: lines('Сайт,Назва', 'https://rada.gov.ua,а', 'http//misto.gov.ua,б'),
    after: lines('Сайт,Назва', 'https://rada.gov.ua,а', 'http://misto.gov.ua,б'),
  },
  kinds: ['url'],
  faulty: (clean) => both(`NOT ${hasForm(clean, 'https?://.*')}`, hasForm(clean, SPOILT)),
  digits: 'blind',
  guard: '(?i:h?t{1,2}p{1,2}s?)',
  mend: (clean) => `regexp_replace(${clean}, '^(?i:h?t{1,2}p{1,2}(s?))[:;.]?[/\\\\]{1,3}[:]?', 'http\\1://')`,
  say: () => ({
    uk: 'початок посилання записано з помилкою («http//», «https:/», «htpp://»). Запишемо так: https://.',
    en: 'a link with a mistake at its beginning (“http//”, “https:/”, “htpp://”). We can write https://.',
  }),
});
