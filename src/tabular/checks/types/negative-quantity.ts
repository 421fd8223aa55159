import { lines } from '../example.ts';
import { patternCheck } from '../pattern-check.ts';

/** What is counted or measured and cannot be below zero. */
const NEVER_NEGATIVE =
  /кільк|к-сть|площ|насел|чисельн|довжин|ширин|висот|поверх|вік(?:$|[ ,(])|вага|маса|об.?єм|місткіст|quantity|count|area|height|width|population/iu;

/** Numbers below zero in a column of quantities and sizes. */
export const negativeQuantity = patternCheck({
  code: 'negative-quantity',
  title: { uk: 'Від’ємне там, де його не буває', en: 'Below zero where nothing can be' },
  why: {
    uk: 'Площа чи кількість не буває меншою за нуль. Найчастіше це зайвий мінус або значення з чужого стовпця, і суму він зіпсує.',
    en: 'An area or a quantity is never below zero. Most often it is a stray minus or a value of another column, and it spoils the sum.',
  },
  example: {
    before: lines('id,"Площа, м2"', '1,120.5', '2,-80', '3,64'),
    after: lines('id,"Площа, м2"', '1,120.5', '2,80', '3,64'),
  },
  pattern: '^[-−–]\\d[\\d  ]*(?:[.,]\\d+)?$',
  of: 'clean',
  onlyHeader: NEVER_NEGATIVE,
  // temperatures, differences and changes by header go both ways
  applies: ({ header, profile }, n) =>
    n * 4 < profile.distinct + 4 && !/змін|приріст|відхил|різниц|динамік|change|diff/iu.test(header),
  say: (cells, { profile }, n) => ({
    uk: `У стовпці «${profile.title}» у ${cells.uk} від’ємне число, хоча такого тут не буває. Перевірте мінус і виправте у файлі.`,
    en: `In “${profile.title}”, ${cells.en} ${n === 1 ? 'holds' : 'hold'} a number below zero, which cannot be here. Check the minus and correct the file.`,
  }),
});
