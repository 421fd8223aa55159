import type { ColumnFacts } from '../../checks/check.ts';
import { words } from '../../kinds/kind.ts';
import { headed, personBeside } from '../column-context.ts';
import type { Detector } from '../detector.ts';
import { personal } from '../personal-predicate.ts';

const DAY =
  '\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2} (?i:січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру)[A-Za-zА-Яа-яІіЇїЄєҐґ]* \\d{4}|\\d{4}';
const BORN = '(?i:народи(?:в|ла|ли)|народж|рожден)';
const AFTER = '(?i:р\\. ?н|року народж|р\\. ?народж|д\\. ?н\\.|г\\. ?р\\.)';
const HEADER = words(
  '(?:\\S+ ){0,5}народжен',
  '(?:\\S+ ){0,3}народж ',
  '(?:\\S+ ){0,2}народи(?:в|л)',
  'д ?н ',
  'дата нар ',
  'р ?н ',
  '(?:\\S+ ){0,2}birth',
  'birthday',
  'dob ',
  '(?:\\S+ ){0,2}рожден',
);
const AGE = words('вік ', 'вік особи', 'вік заявник', 'повних років', 'age ');
/** «ageFrom», «вік до»: whom a service is for. */
const AGE_LIMIT = words('(?:age|вік) (?:\\S+ )?(?:from|to|min|max|limit|group|від|до|групи?) ');
const OF_OTHERS = words(
  '(?:\\S+ ){0,5}(?:місце|кільк|число наро|свідоцтв|тварин|собак|кішк|рівень|коефіцієнт|країна|place)',
);
const ANIMALS = words('(?:кличка|порода|вид тварин|тварин)');

const told = personal('birth-told', `${BORN}[^\\d]{0,40}(?:${DAY})|(?:${DAY})[ ,]{0,2}${AFTER}`, {
  topic: 'numbers',
  guard: `${BORN}|${AFTER}`,
});
const dates = personal(
  'birth-dates',
  `^\\s*(?:${DAY})(?:[ T]\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\.\\d+)?)?(?: ?р\\.?(?: ?н\\.?)?)?\\s*$`,
  {
    topic: 'numbers',
    guard: '\\d{2}',
    onlyHeader: /нар|birth|dob|рожд|д\.? ?н|р\.? ?н/iu,
  },
);
const ages = personal('ages', '^\\s*\\d{1,3}(?: ?р[A-Za-zА-Яа-яІіЇїЄєҐґ]*\\.?)?\\s*$', {
  topic: 'numbers',
  guard: '\\d',
  onlyHeader: /вік|років|age/iu,
});

const isAnimals = (beside: readonly ColumnFacts[]) => beside.some((one) => headed(one, ANIMALS));

export const birthDateDetector: Detector = {
  code: 'birth-date',
  title: { uk: 'Дата народження', en: 'Birth date' },
  harm: {
    uk: 'З іменем чи адресою дата народження точно вказує на людину.',
    en: 'With a name or an address a birth date points at a person exactly.',
  },
  group: 'identifier',
  predicates: [told, dates, ages],
  judge: (column, beside) => {
    const named = headed(column, HEADER) && !headed(column, OF_OTHERS) && !isAnimals(beside);
    const count = named ? column.count(dates.code) : 0;
    if (count > 0)
      return {
        count,
        confidence: 0.97,
        why: {
          uk: 'Стовпець названо датою народження, у клітинках дати.',
          en: 'The column is called a birth date, and cells hold dates.',
        },
        where: dates.sql,
      };
    const said = column.count(told.code);
    if (said > 0)
      return {
        count: said,
        confidence: 0.85,
        why: { uk: 'У тексті клітинок стоять дати народження.', en: 'Birth dates stand in the text of cells.' },
        where: told.sql,
      };
    const aged =
      headed(column, AGE) && !headed(column, AGE_LIMIT) && personBeside(column, beside) ? column.count(ages.code) : 0;
    if (aged === 0) return null;
    return {
      count: aged,
      confidence: 0.7,
      why: {
        uk: 'У клітинках вік людей, названих поруч.',
        en: 'Cells hold the age of people named beside them.',
      },
      where: ages.sql,
    };
  },
};
