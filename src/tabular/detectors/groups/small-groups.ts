import { headerWords } from '../../kinds/header-words.ts';
import { sqlText } from '../../scan/predicate.ts';
import type { Detector } from '../detector.ts';
import { ofPersons, rowsAbout } from '../rows-about.ts';

/** A group of fewer people lets its members be known by those around. The usual rule of statistical offices; data, not law. */
export const SMALLEST_GROUP = 5;

const SMALL = `[1-${SMALLEST_GROUP - 1}](?:[.,]0+)?`;
const PEOPLE =
  'ос[іо]б|людей|громадян|дітей|учн|жінок|чоловік|пацієнт|хвор|заявник|отримувач|мешканц|сімей|родин|випадк|жител|населення|безробітн|переселен|внутрішньо|впо|інвалід|ветеран|пенсіонер|студент|вихованц|потерпіл|загибл|померл|постраждал';
/** As people write them: decides only which columns are asked. */
const OF_PEOPLE = new RegExp(PEOPLE, 'iu');
const COUNTS = new RegExp(` (?:${PEOPLE})`, 'u');
/** Posts, places and those who work or vote there are no secret. */
const NOT =
  / (?:посад|штатн|працівник|депутат|місць |місткіст|членів|ставк|площ|сум[аи] |варт|код |номер|дата|рік |відсот|частк|% |на \d+ )/u;

export const smallGroupsDetector: Detector = {
  code: 'small-groups',
  title: { uk: 'Малі групи людей', en: 'Small groups of people' },
  harm: {
    uk: 'Коли в групі одна-чотири людини, сусіди впізнають їх без імені.',
    en: 'Where a group has one to four people, neighbours know them without a name.',
  },
  group: 'text',
  predicates: [
    {
      code: 'small-group',
      of: 'clean',
      family: 'forms',
      digits: { shape: '0(?:[.,]0+)?' },
      guard: `^(?:${SMALL})$`,
      sql: (value) => `regexp_full_match(${value}, ${sqlText(SMALL)})`,
      onlyHeader: OF_PEOPLE,
      onlyKinds: ['quantity'],
    },
  ],
  judge: (column, beside) => {
    const count = column.count('small-group');
    const { type, kind } = column.profile;
    if (count === 0 || (type !== 'integer' && type !== 'decimal') || kind === 'row-number') return null;
    const words = headerWords(column.header);
    if (!COUNTS.test(words) || NOT.test(words) || ofPersons(rowsAbout(beside))) return null;
    const dimension = beside.some(
      (one) => one !== column && one.profile.type === 'text' && one.filled > 0 && one.profile.kind !== 'row-number',
    );
    if (!dimension) return null;
    return {
      count,
      confidence: 0.7,
      why: {
        uk: `Кількість людей у деяких групах менша за ${SMALLEST_GROUP}.`,
        en: `Some groups count fewer than ${SMALLEST_GROUP} people.`,
      },
      where: (_, clean) => `regexp_full_match(${clean}, ${sqlText(SMALL)})`,
    };
  },
};
