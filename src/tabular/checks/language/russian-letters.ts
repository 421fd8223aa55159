import { lines } from '../example.ts';
import { patternCheck } from '../pattern-check.ts';

/** Letters ы э ё ъ, which Ukrainian does not have. */
export const russianLetters = patternCheck({
  code: 'russian-letters',
  title: { uk: 'Російські літери', en: 'Russian letters' },
  why: {
    uk: 'Літер «ы», «э», «ё», «ъ» в українській немає: слово з ними не знайде той, хто шукає українською. Якщо дані українською, це описка.',
    en: 'Ukrainian has no “ы”, “э”, “ё”, “ъ”: whoever searches in Ukrainian misses such a word. If the data are in Ukrainian, it is a typing mistake.',
  },
  example: {
    before: lines('id,Вулиця', '1,Майдан Рынок', '2,Лісова', '3,Польова'),
    after: lines('id,Вулиця', '1,Площа Ринок', '2,Лісова', '3,Польова'),
  },
  pattern: '[ыэёъЫЭЁЪ]',
  say: (cells, { profile, filled }, n) =>
    n * 2 > filled
      ? {
          uk: `Стовпець «${profile.title}» написано російською: літери «ы», «э», «ё», «ъ» є в ${cells.uk}. Подайте його українською.`,
          en: `“${profile.title}” is written in Russian: ${cells.en} ${n === 1 ? 'holds' : 'hold'} “ы”, “э”, “ё” or “ъ”. Give it in Ukrainian.`,
        }
      : {
          uk: `У стовпці «${profile.title}» у ${cells.uk} є російські літери «ы», «э», «ё», «ъ». Перевірте, чи це не описка, і виправте у файлі.`,
          en: `In “${profile.title}”, ${cells.en} ${n === 1 ? 'holds' : 'hold'} the Russian letters “ы”, “э”, “ё” or “ъ”. Check whether they are typed by mistake and correct the file.`,
        },
});
