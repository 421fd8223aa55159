import { both } from '../../scan/predicate.ts';
import { lines } from '../example.ts';
import { hasForm, kindCheck } from '../kind-check.ts';

const NUMBER = '-?\\d{1,9}(?:[.,]\\d+)?';
const ZERO = '-?0+(?:[.,]0+)?';
/** Degrees that Ukraine has: of latitude or of longitude; one taken for the other is told apart. */
const BOTH = '(?:2[2-9]|3\\d|4[4-9]|5[01])(?:[.,]\\d*)?|40(?:[.,][0-2]\\d*)?|52(?:[.,][0-3]\\d*)?';

/** Coordinates outside Ukraine. */
export const coordinatesOutside = kindCheck({
  code: 'coordinates-outside',
  title: { uk: 'Координати поза Україною', en: 'Coordinates outside Ukraine' },
  why: {
    uk: 'Об’єкт опиниться на карті в іншій країні, і ніхто його там не шукатиме.',
    en: 'The object stands in another country on the map, where nobody looks for it.',
  },
  example: {
    before: lines('Назва,Широта,Довгота', 'а,50.74,25.32', 'б,5.074,25.32', 'в,50.75,25.33'),
    after: lines('Назва,Широта,Довгота', 'а,50.74,25.32', 'б,50.74,25.32', 'в,50.75,25.33'),
  },
  kinds: ['latitude', 'longitude'],
  faulty: (clean) => both(`NOT ${hasForm(clean, `${BOTH}|${ZERO}`)}`, hasForm(clean, NUMBER)),
  digits: { shape: NUMBER },
  guard: `^(?:${NUMBER})$`,
  say: ({ profile }) =>
    profile.kind === 'latitude'
      ? {
          uk: 'широта поза Україною: у нас вона від 44 до 52,4 градуса. Звірте цифри; найчастіше це описка або широту переплутано з довготою.',
          en: 'a latitude outside Ukraine, where it is from 44 to 52.4 degrees. Compare the digits; usually one is mistyped or latitude is taken for longitude.',
        }
      : {
          uk: 'довгота поза Україною: у нас вона від 22 до 40,3 градуса. Звірте цифри; найчастіше це описка або широту переплутано з довготою.',
          en: 'a longitude outside Ukraine, where it is from 22 to 40.3 degrees. Compare the digits; usually one is mistyped or latitude is taken for longitude.',
        },
});
