import { FLAT_WORDS, STREET_STEMS } from '../../address-words.ts';
import type { ColumnFacts } from '../../checks/check.ts';
import type { ColumnKind } from '../../column.ts';
import { headerWords } from '../../kinds/header-words.ts';
import { type Predicate, sqlText } from '../../scan/predicate.ts';
import type { AloneQuestion, Detector, Judgement } from '../detector.ts';
import { ofPersons, rowsAbout } from '../rows-about.ts';
import { rowSubject } from '../whose/row-subject.ts';

/**
 * «кв. 12», «квартира № 7», «5/кв3»: three digits, so that «1 кв. 2024» stays a quarter of a year; one number, for «кв. 12, 13» and «кв. 69-73» are
 * quarters of a forest.
 */
export const FLAT = `(?i:(?:^|[^а-яіїєґa-z])(?:${FLAT_WORDS}|flat|apt|kv)[. №:-]{0,3}\\d{1,3}[а-яіїєґ]?(?:[^\\d.,а-яіїєґ–-]|[.,](?:[^\\d ]| \\D|$)|$))`;
/** Beside it: a street or a house. */
export const STREET = `(?i:(?:^|[^а-яіїєґ])(?:${STREET_STEMS}|буд|б)[а-яіїєґ]*[. ,№])`;
/** There «кв.» is a quarter of the forest; «вул. Лісова» is a street. */
export const FOREST =
  '(?i:лісниц|лісгосп|лісов(?:ий|ого|ому|і|их) (?:фонд|масив|кварт|ділян)|урочищ|(?:^|[^а-яіїєґ])л-в[оа]|(?:^|[^а-яіїєґ])вид(?:іл)?[. ]{1,2}\\d)';
/** A word, then a number that ends a part of the address: «вул. Франка, 5а», «Миру 7/9». «1 Травня» goes on with a word. */
export const HOUSE =
  '(?i:[а-яіїєґa-z][»"]?[. ,№-]{1,3}(?:б(?:уд(?:инок)?)?[. ]{0,2}№? ?)?\\d{1,4}(?:[ -]?[а-яіїєґa-z])?(?: ?[/-] ?\\d{1,4} ?[а-яіїєґa-z]?)?(?:$|[,;(/]| ?(?:кв|кім|корп|під|оф|прим|flat|apt)))';

/** Headers that say somebody lives there. */
const HOME =
  / (?:прожива|\S* прожива|мешка|домашн|\S+ домашн|прописк|зареєстрован|\S+ реєстрац\S+ (?:місця|особи)|адрес\S* (?:заявни|громадян|пацієнт|абонент|власни|дитин|учн|особи |фізичн|боржни|квартир|пільгови|отримувач|фоп |споживач)|\S* ?home|residence|residential)/u;
const NOT_HOME =
  /(?:^ місце $|об ?єкт|обєкт|заклад|установ|юридичн|приміщен|ділянк|будівництв|магазин|розташуван|розміщен|поді[їя] |робіт |робот|дільниц|зупинк|діяльн|торг|location|нто |майн|кіоск|орган[уі]? |підприємств|організац|аптек|лікарн|школ|садк|електронн|сайт|ремонт|провадж|проведен|при[йє]м|надання послуг|офіс|кабінет|осбб|споруд|складу|суду |укритт|e ?mail|ip |code|код |площ|кількіст|поверх|рік |вид |тип |стан |балансоутримувач|орендодав|посад|прац|встановлен)/u;

const KINDS: readonly ColumnKind[] = ['address', 'street', 'house', 'place', 'settlement'];

const asked = (code: string, form: string): Predicate => ({
  code,
  of: 'clean',
  family: 'forms',
  digits: 'blind',
  guard: form,
  sql: (value) => `regexp_matches(${value}, ${sqlText(form)})`,
  onlyKinds: KINDS,
});

const isFlat = (value: string) =>
  `(regexp_matches(${value}, ${sqlText(FLAT)}) AND NOT regexp_matches(${value}, ${sqlText(FOREST)}))`;

const FILLED = (_raw: string, clean: string) => `${clean} IS NOT NULL`;
const matching = (form: string) => (_raw: string, clean: string) => `regexp_matches(${clean}, ${sqlText(form)})`;

const WITH_FLAT = {
  uk: 'Адреси в клітинках — до квартири.',
  en: 'Addresses in the cells go down to the flat.',
};
const LIVES_THERE = {
  uk: 'Назва стовпця каже, що там живуть, а в клітинках є номер будинку.',
  en: 'The name of the column says that somebody lives there, and the cells have a house number.',
};
const BESIDE_PERSON = {
  uk: 'Номер будинку стоїть поруч з іменем, номером або датою народження людини.',
  en: 'A house number stands beside a person’s name, number or birth date.',
};
const FLATS = {
  uk: 'Стовпець з номерами квартир стоїть поруч з вулицею й будинком.',
  en: 'A column of flat numbers stands beside the street and the house.',
};

/** An address beside people in office is of the office, unless its title says that they live there. */
function livesThere(beside: readonly ColumnFacts[]): boolean {
  const { whose } = rowSubject(beside);
  return whose !== 'official' && whose !== 'organization';
}

/** Columns of one part of an address: the number of the house or of the flat. */
function judgePart(column: ColumnFacts, beside: readonly ColumnFacts[]): Judgement | null {
  const { kind } = column.profile;
  const about = rowsAbout(beside);
  const street = beside.some(({ profile }) => profile.kind === 'street' || profile.kind === 'address');
  if (!street || column.filled === 0) return null;
  const persons = ofPersons(about) && livesThere(beside);
  if (kind === 'house') {
    return persons ? { count: column.filled, confidence: 0.85, why: BESIDE_PERSON, where: FILLED } : null;
  }
  if (kind !== 'flat' || (!persons && (about.object || about.organization))) return null;
  return { count: column.filled, confidence: persons ? 0.95 : 0.8, why: FLATS, where: FILLED };
}

function judgeWhole(column: ColumnFacts, beside: readonly ColumnFacts[]): Judgement | null {
  const about = rowsAbout(beside);
  const persons = ofPersons(about) && livesThere(beside);
  const words = headerWords(column.header);
  const flats = column.count('flat-in-address');
  if (HOME.test(words)) {
    const houses = column.count('house-in-address');
    return houses > 0 ? { count: houses, confidence: 0.95, why: LIVES_THERE, where: matching(HOUSE) } : null;
  }
  if (NOT_HOME.test(words) && !about.surely) return null;
  if (persons && !NOT_HOME.test(words)) {
    const houses = column.count('house-in-address');
    if (houses > 0) return { count: houses, confidence: 0.85, why: BESIDE_PERSON, where: matching(HOUSE) };
  }
  if (flats === 0 || (!persons && (about.object || about.organization))) return null;
  return { count: flats, confidence: persons ? 0.9 : 0.75, why: WITH_FLAT, where: (_, clean) => isFlat(clean) };
}

/** Of columns of addresses the whole table tells; in a note a flat with its street is somebody's. */
function flatAlone({ profile, header }: ColumnFacts): AloneQuestion | null {
  const { kind, type } = profile;
  if (type !== 'text' || (kind !== null && [...KINDS, 'flat'].includes(kind))) return null;
  if (NOT_HOME.test(headerWords(header))) return null;
  const has = (clean: string, form: string) => `regexp_matches(${clean}, ${sqlText(form)})`;
  return {
    value: (_, clean) => `${isFlat(clean)} AND ${has(clean, STREET)}`,
    why: WITH_FLAT,
  };
}

export const homeAddressDetector: Detector = {
  code: 'home-address',
  title: { uk: 'Домашня адреса', en: 'Home address' },
  harm: {
    uk: 'За адресою до будинку чи квартири до людини можна прийти; її домівка не є публічною інформацією.',
    en: 'By an address down to the house or flat somebody can come to a person; a home is not public information.',
  },
  group: 'place',
  predicates: [{ ...asked('flat-in-address', FLAT), sql: isFlat }, asked('house-in-address', HOUSE)],
  judge: (column, beside) =>
    column.profile.kind === 'house' || column.profile.kind === 'flat'
      ? judgePart(column, beside)
      : judgeWhole(column, beside),
  alone: flatAlone,
};
