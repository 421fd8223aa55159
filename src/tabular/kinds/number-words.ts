const NUMBER = '[-+−–]?\\d[\\d ]*(?:[.,]\\d+)?';
const UNIT =
  ' ?(?:тис|млн|млрд|кв|куб|м|га|км|шт|кг|т|л|осіб|особи|особа|чол|місць|місця|квт|год|міс|років|роки|рік)\\p{L}*[.²³23]{0,2}(?: ?(?:м|грн|осіб)[²³23.]?)?';
const WORD = 'нуль|один|одна|два|дві|три|чотири|п.?ять|шість|сім|вісім|дев.?ять|десять';
const FORM = new RegExp(
  `^(?:${NUMBER}(?:${UNIT})?|(?:від )?${NUMBER} ?(?:[-–—]|до) ?${NUMBER}(?:${UNIT})?|${WORD})$`,
  'iu',
);

/** True for a number, a range, a number with a unit or in words: what stands in columns of quantities. */
export const isQuantityLike = (value: string): boolean => FORM.test(value);
