import type { Text } from '../../../kernel/text.ts';
import type { ColumnFacts } from '../../checks/check.ts';
import { headerWords } from '../../kinds/header-words.ts';
import { overMade, type Predicate, sqlText, widened } from '../../scan/predicate.ts';
import type { AloneQuestion, Detector, Judgement } from '../detector.ts';
import { TRADER_CELLS, WHOSE_PREDICATES } from '../whose/cell-words.ts';
import { IN_GENITIVE } from './genitive.ts';
import {
  aloneGuard,
  FREE,
  FULL,
  IN_FULL_GUARD,
  isGivenAlone,
  isInFullSql,
  isLooseSql,
  isPairSql,
  isPatronymicAlone,
  isSureSql,
  isSurnameAlone,
  isWordAlone,
  MARKED,
  MAY_HAVE_PATRONYMIC,
  NAME_GUARD,
  WORD_GUARD,
} from './name-forms.ts';
import {
  GIVEN_NAME,
  NOT_PEOPLE,
  OF_SOMEBODY,
  OTHER_NAMES,
  PATRONYMIC,
  PEOPLE,
  QUESTION,
  SURNAME,
} from './name-headers.ts';

const ofNames = { of: 'clean', digits: 'blind', family: 'personal', topic: 'names' } as const;
const asked = (code: string, guard: string, sql: (value: string) => string): Predicate => ({
  ...ofNames,
  code,
  sql,
  guard,
});

/** Each of these three says yes wherever the one before does. */
const SURE = overMade(
  { ...ofNames, code: 'name-sure', guard: NAME_GUARD, surely: FULL },
  { made: FREE, sql: isSureSql },
);
const LIKELY = widened(
  SURE,
  overMade({ ...ofNames, code: 'name-likely', guard: NAME_GUARD }, { made: MARKED, sql: isPairSql }),
);
const GIVEN = asked('name-given', aloneGuard, isGivenAlone);
const LAST = asked('name-surname', aloneGuard, isSurnameAlone);
const FATHERS = asked('name-patronymic', aloneGuard, isPatronymicAlone);
/** Headers as they stand in the file: rather too many than too few, `judge` looks closer. */
const MAY_BE_PEOPLE =
  /б$|б[^\p{L}]|прізвищ|фамил|ім.?я|имя|читач|волонт|герой|нагород|викладає|закріпл|адмініст|предст|ключ|майст|підпис|позив|відповід|кому|ким|хто|прийняв|склав|перевірив|заявн|громадян|абонент|пільгов|пацієнт|уч[ен]|дит|бать|мати|опікун|отрим|одерж|мешкан|найм|оренд|користув|власн|керів|директор|голов|лікар|началь|завід|відпов|особ|депутат|старост|вчит|виклад|тренер|працівн|викон|автор|ініціат|доповід|спадк|загиб|похов|name|person|head|contact|volunt|member|user|runner|athlete|coach|trainer|speaker|player|teacher|doctor|deputy|chair|winner|employee|editor|guest|applic|owner|subject|author|fio|фіо|отчеств|patronym/iu;

const TEXTS = {
  named: {
    uk: 'Стовпець названо за людьми, у клітинках стоять прізвища й імена.',
    en: 'The column is named after people, cells hold surnames and given names.',
  },
  full: {
    uk: 'У клітинках стоять прізвища з іменами, по батькові або ініціалами.',
    en: 'Cells hold surnames with given names, patronymics or initials.',
  },
  some: {
    uk: 'Серед інших слів у деяких клітинках названо людей на ім’я.',
    en: 'Among other words some cells name people.',
  },
  part: {
    uk: 'У стовпці стоїть частина імені: прізвище, ім’я або по батькові.',
    en: 'The column holds a part of a name: surname, given name or patronymic.',
  },
} satisfies Record<string, Text>;

function isOfPeople(title: string): boolean {
  return PEOPLE.test(title) && !NOT_PEOPLE.test(title) && !QUESTION.test(title);
}

const NO_HEADER = /^ (?:(?:column|стовпець|поле|field|unnamed) ?\d*)? ?$/u;
/** The loose question is dear: it is asked where the header speaks of people, or where there is no header to speak. */
const NAMED: Predicate = {
  ...widened(
    LIKELY,
    overMade({ ...ofNames, code: 'name-named', guard: WORD_GUARD }, { made: MARKED, sql: isLooseSql }),
  ),
  onlyHeader: {
    test: (header) => {
      const title = headerWords(header);
      return NO_HEADER.test(title) || MAY_BE_PEOPLE.test(header) || isOfPeople(title);
    },
  },
};
/** Asked only in columns of titles, where initials are no sign yet. */
const IN_FULL: Predicate = {
  ...asked('name-in-full', IN_FULL_GUARD, isInFullSql),
  onlyHeader: { test: (header) => OTHER_NAMES.test(headerWords(header)) },
};
const notOfPeople = {
  test: (header: string) => {
    const title = headerWords(header);
    return !isOfPeople(title) && !OF_SOMEBODY.test(title);
  },
};
const isGenitive = (value: string) =>
  `(regexp_matches(${value}, ${sqlText(IN_GENITIVE)}) AND NOT regexp_matches(${value}, ${sqlText(MAY_HAVE_PATRONYMIC)}))`;
/** Where nothing says that people are meant: words in the genitive, as streets and stops are called, and names or such words. */
const GENITIVE: Predicate = { ...asked('name-genitive', LIKELY.guard, isGenitive), onlyHeader: notOfPeople };
const EITHER: Predicate = {
  ...widened(LIKELY, asked('name-or-genitive', LIKELY.guard, isGenitive)),
  // two words with capitals stand in these as in all names: no regex more
  guard: LIKELY.guard,
  onlyHeader: notOfPeople,
};
const WORD_ALONE: Predicate = { ...asked('name-word', aloneGuard, isWordAlone), onlyHeader: MAY_BE_PEOPLE };

const shareOf = (column: ColumnFacts, { code }: Predicate) => column.count(code) / Math.max(1, column.filled);

function found(column: ColumnFacts, { code, sql }: Predicate, confidence: number, why: Text): Judgement | null {
  const count = column.count(code);
  return count === 0 ? null : { count, confidence, why, where: (_, clean) => sql(clean) };
}

/** A column of one part of a name: by its title, or because most of its words are names. */
function judgeParts(column: ColumnFacts, title: string, beside: readonly ColumnFacts[]): Judgement | null {
  const parts = [
    [SURNAME, LAST],
    [GIVEN_NAME, GIVEN],
    [PATRONYMIC, FATHERS],
  ] as const;
  const named = parts.some(([words]) => words.test(title)) && !NOT_PEOPLE.test(title);
  if (named && shareOf(column, WORD_ALONE) > 0.5 && parts.some(([, part]) => shareOf(column, part) > 0.2))
    return found(column, WORD_ALONE, 0.96, TEXTS.part);
  if (OTHER_NAMES.test(title) || column.profile.distinct < 3) return null;
  if (shareOf(column, FATHERS) >= 0.5) return found(column, FATHERS, 0.9, TEXTS.part);
  if (shareOf(column, GIVEN) >= 0.6) return found(column, GIVEN, 0.85, TEXTS.part);
  // words that end like surnames name villages and districts too: given names have to stand beside
  const withGiven = beside.some((one) => one !== column && shareOf(one, GIVEN) >= 0.5);
  return withGiven && shareOf(column, LAST) >= 0.5 ? found(column, LAST, 0.85, TEXTS.part) : null;
}

/** Kinds of columns whose values are called by names of people. */
const PLACES: ReadonlySet<string | null> = new Set([
  'street',
  'settlement',
  'district',
  'region',
  'country',
  'community',
]);

/** Under this part of the cells initials in titles are chances. */
const FEW = 0.01;

/** Over this part of the names of a column are in the genitive where streets, stops or trees are called by them; so few may be a chance. */
const MOST = 0.7;
const ENOUGH = 5;
/** Over this part of the cells even a column called after titles or places is a list of people. */
const A_LIST = 0.7;

/**
 * Cells with a name that is no name of a street: all with a name, where names are not mostly in the genitive.
 * @param enough names in the genitive that are no chance any more
 */
export function apartFromStreets(column: Pick<ColumnFacts, 'count'>, enough = ENOUGH): number {
  const likely = column.count(LIKELY.code);
  if (column.count(EITHER.code) === 0) return likely;
  const apart = column.count(EITHER.code) - column.count(GENITIVE.code);
  return likely - apart >= Math.max(enough, likely * MOST) ? apart : likely;
}

/** A list of people under a title that says something else: «Округ», «Назва книги». */
function isListOfPeople(column: ColumnFacts): boolean {
  return column.count(EITHER.code) - column.count(GENITIVE.code) >= column.filled * A_LIST;
}

/** In a column of titles, places or goods only what cannot be the name of one. */
function judgeTitles(column: ColumnFacts): Judgement | null {
  if (isListOfPeople(column)) return found(column, LIKELY, 0.85, TEXTS.full);
  if (apartFromStreets(column, 1) < column.count(LIKELY.code)) return found(column, IN_FULL, 0.6, TEXTS.some);
  const by = column.count(TRADER_CELLS) > 0 ? LIKELY : SURE;
  // one pair of initials among many titles is most likely of an author, a plant or a law
  if (by === SURE && shareOf(column, SURE) < FEW) return found(column, IN_FULL, 0.6, TEXTS.some);
  return found(column, by, 0.6 + 0.3 * Math.min(1, shareOf(column, by) * 4), TEXTS.some);
}

/** Names without a patronymic or initials. */
const ofSome = (count: number, share: number): number => ((count >= 3 && share > 0.005) || share > 0.05 ? 0.6 : 0.45);

/** Among names of streets only the names that are none. */
function judgeBesideStreets(column: ColumnFacts, apart: number): Judgement | null {
  if (apart === 0) return null;
  const where = (_: string, clean: string) => `(${LIKELY.sql(clean)} AND NOT ${isGenitive(clean)})`;
  return { count: apart, confidence: ofSome(apart, apart / column.filled), why: TEXTS.some, where };
}

function judge(column: ColumnFacts, beside: readonly ColumnFacts[]): Judgement | null {
  const title = headerWords(column.header.trim() === '' ? column.profile.title : column.header);
  if (column.filled === 0 || (PLACES.has(column.profile.kind) && !isListOfPeople(column))) return null;
  const likely = shareOf(column, LIKELY);
  const named = shareOf(column, NAMED);
  const people = isOfPeople(title);
  if (!people && OTHER_NAMES.test(title)) return judgeTitles(column);
  const part = judgeParts(column, title, beside);
  if (people && named > 0) {
    const confidence = likely > 0.2 ? 0.98 : named > 0.5 || likely > 0 ? 0.85 : 0.4;
    if (confidence > 0.5 && (part === null || part.count < column.count(NAMED.code)))
      return found(column, NAMED, confidence, TEXTS.named);
  }
  if (part !== null && part.count > column.count(LIKELY.code)) return part;
  const apart = people ? column.count(LIKELY.code) : apartFromStreets(column);
  if (apart < column.count(LIKELY.code)) return judgeBesideStreets(column, apart);
  // where most of the cells are names, words with capitals in the others are names that no list knows
  if (likely > 0.4) return found(column, named > 0.8 ? NAMED : LIKELY, 0.95, TEXTS.full);
  if (likely === 0) return part;
  const sure = shareOf(column, SURE);
  const some = sure > 0 ? 0.7 + 0.25 * Math.min(1, sure * 4) : ofSome(column.count(LIKELY.code), likely);
  return found(column, LIKELY, some, TEXTS.some);
}

/** In titles a name in Latin letters and nothing else. */
const WHOLE_LATIN = "'^[A-Z][A-Za-z-]+ [A-Z][A-Za-z-]+$'";

/** A given name beside a surname names somebody in any column but those of titles and places. */
function pairAlone(column: ColumnFacts): AloneQuestion | null {
  const title = headerWords(column.header.trim() === '' ? column.profile.title : column.header);
  if (column.count(LIKELY.code) === 0 || PLACES.has(column.profile.kind)) return null;
  const inTitle = OTHER_NAMES.test(title) && !PEOPLE.test(title);
  const value = (_: string, clean: string) =>
    inTitle ? `regexp_matches(${clean}, ${WHOLE_LATIN}) AND ${LIKELY.sql(clean)}` : LIKELY.sql(clean);
  return { value, ofFew: true, why: TEXTS.some };
}

export const personName: Detector = {
  code: 'person-name',
  title: { uk: 'Прізвище, ім’я, по батькові', en: 'Name of a person' },
  harm: {
    uk: 'За ім’ям усе, що стоїть поруч у рядку, стає відомостями про людину.',
    en: 'With a name, all that stands beside it in the row becomes data about that person.',
  },
  group: 'name',
  predicates: [SURE, LIKELY, NAMED, IN_FULL, GENITIVE, EITHER, GIVEN, LAST, FATHERS, WORD_ALONE, ...WHOSE_PREDICATES],
  judge,
  alone: pairAlone,
};
