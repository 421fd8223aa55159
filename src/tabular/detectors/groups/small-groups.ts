import type { ColumnFacts } from '../../checks/check.ts';
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
const MAY_COUNT = new RegExp(`${PEOPLE}|к[іi]льк[іi]сть|к-сть|count|всього|усього|разом`, 'iu');
/** A count that does not say of what. */
const BARE = / (?:кількість|к ?сть|всього|усього|разом|count|total|number) (?:осіб |людей |отримувачів )?$/u;
const COUNTS = new RegExp(` (?:${PEOPLE})`, 'u');
/** Posts, places and those who work or vote there are no secret. */
const NOT =
  / (?:посад|штатн|працівник|депутат|місць |місткіст|членів|ставк|площ|сум[аи] |варт|код |номер|дата|рік |відсот|частк|% |на \d+ )/u;

/** What people are parted by. */
const PARTS =
  / (?:\S+ )?(?:стать|статі|вік|вікова|віков\S+|категорі|діагноз|захворюван|хвороб|пільг|національн|освіт[аи] |інвалідн|причин|соціальн|статус|професі|зайнят|груп[аи] |sex|gender|age |category|diagnosis)/u;
/** Who is in such a group is nobody's business. */
const SENSITIVE =
  /(?:інвалід|хвор|захворю|впо |переселен|переміщен|безробіт|онко|сиріт|сирот|насил|потерпіл|постражд|загиб|померл|самогуб|засуджен|діагноз|залежн|віл |туберкул|особлив|багатодіт|малозабезп|disab|patient)/u;
/** The values of the column are groups of people: «особи з інвалідністю», «пенсіонери». */
function namesGroups({ profile, header }: ColumnFacts): boolean {
  if (!PARTS.test(headerWords(header)) && !COUNTS.test(headerWords(header))) return false;
  const { examples } = profile;
  return examples.filter((value) => GROUPS.test(value)).length * 2 > examples.length;
}
const GROUPS = new RegExp(`${PEOPLE}|діти|особи|сім.ї|учні|жінки|ветеран`, 'iu');
const WORDS_OF_HEADER = 10;

/** A question of a survey: its answer is no count of a group. */
const isQuestion = (words: string) =>
  / (?:скільки|яка |який |яке |які |чи )/u.test(words) || words.trim().split(' ').length > WORDS_OF_HEADER;

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
      onlyHeader: MAY_COUNT,
      onlyKinds: ['quantity'],
    },
  ],
  judge: (column, beside) => {
    const count = column.count('small-group');
    const { type, kind } = column.profile;
    if (count === 0 || (type !== 'integer' && type !== 'decimal') || kind === 'row-number') return null;
    const words = headerWords(column.header);
    if (NOT.test(words) || isQuestion(words) || ofPersons(rowsAbout(beside))) return null;
    const others = beside.filter((one) => one !== column && one.profile.type === 'text' && one.filled > 0);
    const parted = others.some((one) => PARTS.test(headerWords(one.header)));
    const ofPeople = COUNTS.test(words) && (parted || (others.length > 0 && SENSITIVE.test(words)));
    if (!ofPeople && !(BARE.test(words) && others.some(namesGroups))) return null;
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
