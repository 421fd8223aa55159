import { lines } from '../example.ts';
import { patternCheck } from '../pattern-check.ts';

const WORDS =
  '^\\s*(?i:x{3,}|х{3,}|test|тест|тестов(?:ий|а|е) (?:запис|рядок|назва)|lorem ipsum.*|qwerty|йцукен|asdf|фівa|todo|tbd|уточнюється|буде (?:уточнено|додано|заповнено)|заповнити)\\s*\\.{0,3}\\s*$';

/** Words somebody left to be replaced: «тест», «уточнюється», «xxx». */
export const placeholder = patternCheck({
  code: 'placeholder',
  title: { uk: 'Слово замість значення', en: 'A word in place of a value' },
  why: {
    uk: '«Тест» чи «уточнюється» хтось лишив, щоб замінити потім. Люди приймуть це за справжнє значення.',
    en: '“Test” or “to be specified” was left to be replaced later. People take it for the real value.',
  },
  example: {
    before: lines('id,Керівник', '1,Коваль', '2,уточнюється', '3,Мельник'),
    after: lines('id,Керівник', '1,Коваль', '2,', '3,Мельник'),
  },
  pattern: WORDS,
  say: (cells, { profile }, n) => ({
    uk: `У стовпці «${profile.title}» у ${cells.uk} стоїть слово, лишене для заміни («тест», «уточнюється»). Впишіть значення у файлі або залиште клітинку порожньою.`,
    en: `In “${profile.title}”, ${cells.en} ${n === 1 ? 'holds' : 'hold'} a word left to be replaced (“тест”, “уточнюється”). Write the value in the file or leave the cell empty.`,
  }),
  asks: { uk: 'Залишити порожніми', en: 'Leave empty' },
  repair: (raw) => `CASE WHEN regexp_matches(${raw}, '${WORDS}') THEN NULL ELSE ${raw} END`,
});
