import { BARE_LINK as BARE } from '../../types/link-forms.ts';
import { lines } from '../example.ts';
import { hasForm, kindCheck } from '../kind-check.ts';

/** Link without https://. */
export const urlNoScheme = kindCheck({
  code: 'url-no-scheme',
  title: { uk: 'Посилання без https://', en: 'Link without https://' },
  why: {
    uk: 'Без початку https:// програма не знає, що це посилання, і сторінка не відкриється одним дотиком.',
    en: 'Without https:// a program does not take it for a link, and the page does not open by one touch.',
  },
  example: {
    before: lines('Сайт,Назва', 'https://rada.gov.ua,а', 'www.misto.gov.ua,б'),
    after: lines('Сайт,Назва', 'https://rada.gov.ua,а', 'https://www.misto.gov.ua,б'),
  },
  kinds: ['url'],
  faulty: (clean) => hasForm(clean, BARE),
  digits: 'blind',
  guard: `^(?:${BARE})$`,
  mend: (clean) => `'https://' || ${clean}`,
  asks: { uk: 'Дописати https://', en: 'Add https://' },
  say: () => ({
    uk: 'посилання без початку https://. Якщо сторінка відкривається, допишемо його.',
    en: 'a link without https:// at the beginning. If the page opens, we can add it.',
  }),
});
