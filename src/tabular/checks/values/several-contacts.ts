import { lines } from '../example.ts';
import { patternCheck } from '../pattern-check.ts';

const PHONE = '(?:\\+|\\(?0)\\d[\\d ()-]{6,15}\\d';

/** Two addresses of mail, of the web or two phones in one cell. */
export const severalContacts = patternCheck({
  code: 'several-contacts',
  title: { uk: 'Кілька адрес чи телефонів в одній клітинці', en: 'Several addresses or phones in one cell' },
  why: {
    uk: 'Програма набере або відкриє клітинку цілком: з двох номерів через кому не вийде жодного.',
    en: 'A program dials or opens the cell as a whole: two numbers with a comma make none.',
  },
  example: {
    before: lines('id,Пошта', '1,"a@rada.example, b@rada.example"', '2,c@rada.example', '3,d@rada.example'),
    after: lines('id,Пошта,Пошта 2', '1,a@rada.example,b@rada.example', '2,c@rada.example,', '3,d@rada.example,'),
  },
  pattern: `\\S@[^\\s@]+[\\s,;/]+[^\\s@]+@\\S|https?://\\S+[\\s,;]+https?://|^${PHONE}\\s*[,;/]\\s*${PHONE}`,
  say: (cells, { profile }, n) => ({
    uk: `У стовпці «${profile.title}» у ${cells.uk} кілька адрес або телефонів. Лишіть головний, а інші винесіть в окремий стовпець.`,
    en: `In “${profile.title}”, ${cells.en} ${n === 1 ? 'holds' : 'hold'} several addresses or phones. Keep the main one and put the others in a column of their own.`,
  }),
});
