import type { Text } from '../../../kernel/text.ts';
import type { ColumnFacts } from '../../checks/check.ts';
import { headerWords } from '../../kinds/header-words.ts';
import { ORGANIZATION_FORM } from '../../kinds/organization-forms.ts';
import type { Predicate } from '../../scan/predicate.ts';
import type { Detector, Judgement } from '../detector.ts';
import { WHOSE_PREDICATES } from '../whose/cell-words.ts';
import {
  aloneGuard,
  isFullSql,
  isGivenAlone,
  isLooseSql,
  isPairSql,
  isPatronymicAlone,
  isSureSql,
  isSurnameAlone,
  isWordAlone,
  NAME_GUARD,
  WORD_GUARD,
} from './name-forms.ts';
import { GIVEN_NAME, NOT_PEOPLE, OTHER_NAMES, PATRONYMIC, PEOPLE, SURNAME } from './name-headers.ts';

const AN_ORGANIZATION = `(?i:${ORGANIZATION_FORM})`;

const asked = (code: string, guard: string, sql: (value: string) => string): Predicate => ({
  code,
  of: 'clean',
  sql,
  digits: 'blind',
  family: 'personal',
  topic: 'names',
  guard,
});

/** No value answers yes to two of the first four: their counts are added. */
const QUESTIONS = {
  'name-full': isFullSql,
  'name-sure': isSureSql,
  'name-pair': isPairSql,
  'name-loose': (value: string) => isLooseSql(value, AN_ORGANIZATION),
  'name-given': isGivenAlone,
  'name-surname': isSurnameAlone,
  'name-patronymic': isPatronymicAlone,
  'name-word': isWordAlone,
} as const;
type QuestionCode = keyof typeof QUESTIONS;

const LIKELY: readonly QuestionCode[] = ['name-full', 'name-sure', 'name-pair'];
const NAMED: readonly QuestionCode[] = [...LIKELY, 'name-loose'];
const ALONE: ReadonlySet<string> = new Set(['name-given', 'name-surname', 'name-patronymic', 'name-word']);
const ONLY_OF_PEOPLE: ReadonlySet<string> = new Set(['name-loose', 'name-word']);

/** Headers as they stand in the file: rather too many than too few, `judge` looks closer. */
const MAY_BE_PEOPLE =
  /б$|б[^\p{L}]|прізвищ|фамил|ім.?я|имя|заявн|громадян|абонент|пільгов|пацієнт|уч[ен]|дит|бать|мати|опікун|отрим|одерж|мешкан|найм|оренд|користув|власн|керів|директор|голов|лікар|началь|завід|відпов|особ|депутат|старост|вчит|виклад|тренер|працівн|викон|автор|ініціат|доповід|спадк|загиб|похов|name|person|head|contact|applic|owner|subject|author|fio|фіо|отчеств|patronym/iu;

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

const counted = (column: ColumnFacts, codes: readonly QuestionCode[]) =>
  codes.reduce((sum, code) => sum + column.count(code), 0);

function found(
  column: ColumnFacts,
  codes: readonly QuestionCode[],
  { confidence, why }: Pick<Judgement, 'confidence' | 'why'>,
): Judgement | null {
  const count = counted(column, codes);
  if (count === 0) return null;
  const where = (_: string, clean: string) => `(${codes.map((code) => QUESTIONS[code](clean)).join(' OR ')})`;
  return { count, confidence, why, where };
}

/** A column of one part of a name: by its title, or because most of its words are names. */
function judgeParts(column: ColumnFacts, title: string): Judgement | null {
  const share = (code: QuestionCode) => column.count(code) / Math.max(1, column.filled);
  const parts: readonly (readonly [RegExp, QuestionCode])[] = [
    [SURNAME, 'name-surname'],
    [GIVEN_NAME, 'name-given'],
    [PATRONYMIC, 'name-patronymic'],
  ];
  const named = parts.some(([words]) => words.test(title)) && !NOT_PEOPLE.test(title);
  if (named && share('name-word') > 0.5 && parts.some(([, code]) => share(code) > 0.2)) {
    return found(column, ['name-word'], { confidence: 0.96, why: TEXTS.part });
  }
  if (OTHER_NAMES.test(title) || column.profile.distinct < 3) return null;
  for (const [, code] of parts) {
    const least = code === 'name-patronymic' ? 0.5 : code === 'name-given' ? 0.6 : 0.75;
    if (share(code) >= least) return found(column, [code], { confidence: 0.85, why: TEXTS.part });
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
  const sure = column.count('name-full') + column.count('name-sure');
  const likely = counted(column, LIKELY);
  const named = counted(column, NAMED);
  const people = PEOPLE.test(title) && !NOT_PEOPLE.test(title);
  if (people && named > 0) {
    const confidence = likely / filled > 0.2 ? 0.98 : named / filled > 0.5 || likely > 0 ? 0.85 : 0.4;
    if (confidence > 0.5 && (part === null || part.count < named))
      return found(column, NAMED, { confidence, why: TEXTS.named });
  }
  if (part !== null && part.count > likely) return part;
  if (likely / filled > 0.5) return found(column, LIKELY, { confidence: 0.95, why: TEXTS.full });
  if (likely === 0) return part;
  const some =
    sure > 0 ? 0.7 + 0.25 * Math.min(1, (sure / filled) * 4) : likely >= 3 || likely / filled > 0.05 ? 0.6 : 0.45;
  return found(column, LIKELY, { confidence: some, why: TEXTS.some });
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
    ...WHOSE_PREDICATES,
    ...Object.entries(QUESTIONS).map(([code, sql]) => ({
      ...asked(code, ALONE.has(code) ? aloneGuard : code === 'name-loose' ? WORD_GUARD : NAME_GUARD, sql),
      ...(ONLY_OF_PEOPLE.has(code) ? { onlyHeader: MAY_BE_PEOPLE } : {}),
    })),
  ],
  judge,
};
