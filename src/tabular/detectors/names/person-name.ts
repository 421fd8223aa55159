import type { Text } from '../../../kernel/text.ts';
import type { ColumnFacts } from '../../checks/check.ts';
import { headerWords } from '../../kinds/header-words.ts';
import { ORGANIZATION_FORM } from '../../kinds/organization-forms.ts';
import type { Predicate } from '../../scan/predicate.ts';
import type { Detector, Judgement } from '../detector.ts';
import {
  aloneGuard,
  isGivenAlone,
  isLikelySql,
  isNamedSql,
  isPatronymicAlone,
  isSureSql,
  isSurnameAlone,
  isWordAlone,
  NAME_GUARD,
} from './name-forms.ts';
import { GIVEN_NAME, NOT_PEOPLE, OTHER_NAMES, PATRONYMIC, PEOPLE, SURNAME } from './name-headers.ts';

const NO_ORGANIZATION = `(?i:${ORGANIZATION_FORM})`;
const GUARD = `${NAME_GUARD}|${aloneGuard}`;

const asked = (code: string, sql: (value: string) => string): Predicate => ({
  code,
  of: 'clean',
  sql,
  digits: 'blind',
  family: 'personal',
  topic: 'names',
  guard: GUARD,
});

const PREDICATES = {
  'name-sure': isSureSql,
  'name-likely': isLikelySql,
  'name-given': isGivenAlone,
  'name-surname': isSurnameAlone,
  'name-patronymic': isPatronymicAlone,
} as const;
const IN_COLUMNS_OF_PEOPLE = {
  'name-named': (value: string) => isNamedSql(value, NO_ORGANIZATION),
  'name-word': isWordAlone,
} as const;
/** Headers as they stand in the file: rather too many than too few, `judge` looks closer. */
const MAY_BE_PEOPLE =
  /б$|б[^\p{L}]|прізвищ|фамил|ім.?я|имя|заявн|громадян|абонент|пільгов|пацієнт|уч[ен]|дит|бать|мати|опікун|отрим|одерж|мешкан|найм|оренд|користув|власн|керів|директор|голов|лікар|началь|завід|відпов|особ|депутат|старост|вчит|виклад|тренер|працівн|викон|автор|ініціат|доповід|спадк|загиб|похов|name|person|head|contact|applic|owner|subject|author|fio|фіо|отчеств|patronym/iu;

type PredicateCode = keyof typeof PREDICATES | keyof typeof IN_COLUMNS_OF_PEOPLE;

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

function found(column: ColumnFacts, code: PredicateCode, confidence: number, why: Text): Judgement | null {
  const count = column.count(code);
  if (count === 0) return null;
  const sql = { ...PREDICATES, ...IN_COLUMNS_OF_PEOPLE }[code];
  return { count, confidence, why, where: (_, clean) => sql(clean) };
}

/** A column of one part of a name: by its title, or because most of its words are names. */
function judgeParts(column: ColumnFacts, title: string): Judgement | null {
  const share = (code: PredicateCode) => column.count(code) / Math.max(1, column.filled);
  const parts: readonly (readonly [RegExp, PredicateCode])[] = [
    [SURNAME, 'name-surname'],
    [GIVEN_NAME, 'name-given'],
    [PATRONYMIC, 'name-patronymic'],
  ];
  const named = parts.some(([words]) => words.test(title)) && !NOT_PEOPLE.test(title);
  if (named && share('name-word') > 0.5 && parts.some(([, code]) => share(code) > 0.2)) {
    return found(column, 'name-word', 0.96, TEXTS.part);
  }
  if (OTHER_NAMES.test(title) || column.profile.distinct < 3) return null;
  for (const [, code] of parts) {
    const least = code === 'name-patronymic' ? 0.5 : code === 'name-given' ? 0.6 : 0.75;
    if (share(code) >= least) return found(column, code, 0.85, TEXTS.part);
  }
  return null;
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

function judge(column: ColumnFacts): Judgement | null {
  const title = headerWords(column.header);
  const { filled } = column;
  if (filled === 0 || PLACES.has(column.profile.kind)) return null;
  const part = judgeParts(column, title);
  const sure = column.count('name-sure');
  const likely = column.count('name-likely');
  const named = column.count('name-named');
  const people = PEOPLE.test(title) && !NOT_PEOPLE.test(title);
  if (people && named > 0) {
    const confidence = likely / filled > 0.2 ? 0.98 : named / filled > 0.5 || likely > 0 ? 0.85 : 0.4;
    const byName = found(column, 'name-named', confidence, TEXTS.named);
    if (confidence > 0.5 && (part === null || part.count < named)) return byName;
  }
  if (part !== null && part.count > likely) return part;
  if (likely / filled > 0.5) return found(column, 'name-likely', 0.95, TEXTS.full);
  if (likely === 0) return part;
  const some =
    sure > 0 ? 0.7 + 0.25 * Math.min(1, (sure / filled) * 4) : likely >= 3 || likely / filled > 0.05 ? 0.6 : 0.45;
  return found(column, 'name-likely', some, TEXTS.some);
}

export const personName: Detector = {
  code: 'person-name',
  title: { uk: 'Прізвище, ім’я, по батькові', en: 'Name of a person' },
  harm: {
    uk: 'За ім’ям усе, що стоїть поруч у рядку, стає відомостями про людину.',
    en: 'With a name, all that stands beside it in the row becomes data about that person.',
  },
  group: 'name',
  predicates: [
    ...Object.entries(PREDICATES).map(([code, sql]) => asked(code, sql)),
    ...Object.entries(IN_COLUMNS_OF_PEOPLE).map(([code, sql]) => ({ ...asked(code, sql), onlyHeader: MAY_BE_PEOPLE })),
  ],
  judge,
};
