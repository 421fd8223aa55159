import { lines } from '../example.ts';
import { patternCheck } from '../pattern-check.ts';

/** Whole phrases in capital letters: two words of four letters and more without a small one. */
export const capitals = patternCheck({
  code: 'capitals',
  title: { uk: 'Суцільні великі літери', en: 'All in capitals' },
  why: {
    uk: 'Текст великими літерами важко читати, а програма для незрячих може вимовляти його по літерах. Де було велике ім’я, а де звичайне слово, з нього вже не видно.',
    en: 'Text in capitals is hard to read, and a screen reader may spell it out. It no longer tells a name from a common word.',
  },
  example: {
    before: lines('id,Назва', '1,ПОЧАТКОВА ШКОЛА СЕЛА ЛІСОВЕ', '2,Дитячий садок «Калинка»'),
    after: lines('id,Назва', '1,Початкова школа села Лісове', '2,Дитячий садок «Калинка»'),
  },
  pattern: '^[^a-zа-яіїєґ]*[А-ЯІЇЄҐ’]{4,}[^a-zа-яіїєґ]*\\s[^a-zа-яіїєґ]*[А-ЯІЇЄҐ’]{4,}[^a-zа-яіїєґ]*$',
  say: (cells, { profile }, n) => ({
    uk: `У стовпці «${profile.title}» у ${cells.uk} текст написано суцільними великими літерами. Запишіть його звичайним письмом там, звідки вивантаження.`,
    en: `In “${profile.title}”, ${cells.en} ${n === 1 ? 'is' : 'are'} written all in capitals. Write them in the usual way where the file is exported from.`,
  }),
});
