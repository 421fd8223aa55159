import { headerWords } from '../../kinds/header-words.ts';
import { sqlText } from '../../scan/predicate.ts';
import type { Detector } from '../detector.ts';
import { ofPersons, rowsAbout } from '../rows-about.ts';

/** A number of degrees with four digits after the point or more: some ten metres. */
const PRECISE = '(?:^|[^\\d.,])\\d{1,3}[.,]\\d{4}';
const NOT_HOME = /(?:об ?єкт|обєкт|заклад|установ|зупинк|поді[їя] |дтп|ділянк|майн|приміщен)/u;

export const homeCoordinatesDetector: Detector = {
  code: 'home-coordinates',
  title: { uk: 'Координати домівки', en: 'Coordinates of a home' },
  harm: {
    uk: 'Точна точка на карті поруч з людиною показує, де вона живе.',
    en: 'An exact point on the map beside a person shows where they live.',
  },
  group: 'place',
  predicates: [
    {
      code: 'precise-coordinates',
      of: 'clean',
      family: 'forms',
      digits: 'blind',
      guard: PRECISE,
      sql: (value) => `regexp_matches(${value}, ${sqlText(PRECISE)})`,
      onlyKinds: ['latitude', 'longitude', 'coordinates', 'geometry'],
    },
  ],
  judge: (column, beside) => {
    const { kind } = column.profile;
    if (kind !== 'latitude' && kind !== 'longitude' && kind !== 'coordinates' && kind !== 'geometry') return null;
    const count = column.count('precise-coordinates');
    if (count === 0 || !ofPersons(rowsAbout(beside)) || NOT_HOME.test(headerWords(column.header))) return null;
    return {
      count,
      confidence: 0.85,
      why: {
        uk: 'Координати з точністю до будинку стоять поруч з іменем, номером або датою народження людини.',
        en: 'Coordinates precise to a house stand beside a person’s name, number or birth date.',
      },
      where: (_, clean) => `regexp_matches(${clean}, ${sqlText(PRECISE)})`,
    };
  },
};
