import type { Predicate } from '../../scan/predicate.ts';
import { sqlText } from '../../scan/predicate.ts';
import { emailDetector } from '../contacts/email.ts';
import { phoneDetector } from '../contacts/phone.ts';
import type { Detector } from '../detector.ts';
import { bankCardDetector } from '../identifiers/bank-card.ts';
import { birthDateDetector } from '../identifiers/birth-date.ts';
import { passportBookDetector } from '../identifiers/passport-book.ts';
import { passportCardDetector } from '../identifiers/passport-card.ts';
import { taxNumberDetector } from '../identifiers/tax-number.ts';
import { unzrDetector } from '../identifiers/unzr.ts';
import { personName } from '../names/person-name.ts';
import { FLAT, FOREST, STREET } from '../places/home-address.ts';
import { ofPersons, rowsAbout } from '../rows-about.ts';

const LIVES =
  'прожива(?:є|ю|ючий|юча|ємо) (?:за |по |в |у |на |разом|одн|сам)|мешка(?:є|ю|ємо) (?:за |по |в |у )|зареєстрован(?:ий|а|і) за адрес';
const FAMILY =
  '(?:м[іо]й|моя|мої|моєї|моєму|мою|моїх?|моїм|його|її|наш(?:а|ої|у)?) (?:чоловік|дружин|син|дочк|доньк|мати|матір|мам|батьк|дит|діт|бабус|дідус|сестр|брат)|багатодітн(?:а мати|ої матері)|одинок(?:а мати|ої матері)|(?:я|він|вона) перебува(?:є|ю) на обліку';
const BORN = 'народи(?:вся|лася|лись) (?:в |у |\\d)';
const LIFE = `(?i:(?:^|[^а-яіїєґ])(?:${LIVES}|${FAMILY}|${BORN}))`;
const WORDS = '(?:\\S+\\s+){4}\\S';
/** Shorter ones are names, addresses and phones of their own columns. */
const SHORTEST = 40;

/** So few texts with a contact may stand in any column of texts. */
const FEW = 3;

const part = ({ predicates }: Detector, codes: readonly string[]) =>
  predicates.filter(({ code }) => codes.includes(code));
const CONTACTS = [...part(phoneDetector, ['phone', 'phone-bare', 'phone-told']), ...part(emailDetector, ['has-email'])];
/** A lone number of ten digits may be that of a contract: it is told only where the text says what it is. */
const OTHERS = [
  ...part(personName, ['name-sure']),
  ...part(birthDateDetector, ['birth-told']),
  ...part(taxNumberDetector, ['tax-number-told']),
  ...part(passportBookDetector, ['passport-book-told']),
  ...part(passportCardDetector, ['passport-card-told']),
  ...part(bankCardDetector, ['bank-card', 'bank-card-told']),
  ...part(unzrDetector, ['unzr-told']),
];

const has = (value: string, form: string) => `regexp_matches(${value}, ${sqlText(form)})`;
const QUESTIONS = [...OTHERS, ...CONTACTS];
const ofLife = (value: string) => [
  has(value, LIFE),
  `(${has(value, FLAT)} AND ${has(value, STREET)} AND NOT ${has(value, FOREST)})`,
];
const ofAll = (value: string) => [
  ...ofLife(value),
  ...QUESTIONS.map(({ guard, sql }) => `(${has(value, guard)} AND ${sql(value)})`),
];

/** Texts only: five words or more, longer than a name or an address. */
const inText = (value: string, questions: readonly string[]) =>
  `coalesce(length(${value}) >= ${SHORTEST} AND ${has(value, WORDS)} AND (${questions.join(' OR ')}), false)`;

const ofText = {
  of: 'raw',
  family: 'personal',
  topic: 'words',
  digits: { shape: `(?s:.{${SHORTEST},})` },
  onlyKinds: ['text'],
} as const;
const told: Predicate = {
  ...ofText,
  code: 'text-of-person',
  guard: [...new Set([LIFE, FLAT, ...QUESTIONS.map(({ guard }) => guard)])].join('|'),
  sql: (value) => inText(value, ofAll(value)),
};
const life: Predicate = {
  ...ofText,
  code: 'text-of-life',
  guard: `${LIFE}|${FLAT}`,
  sql: (value) => inText(value, ofLife(value)),
};
/** Texts that hold nothing but what may be a name hold one where the detector of names says so of the column. */
const NOT_NAMES = QUESTIONS.filter(({ topic }) => topic !== 'names');

export const freeTextDetector: Detector = {
  code: 'free-text',
  title: { uk: 'Розповідь про людину', en: 'Text about a person' },
  harm: {
    uk: 'У довгому тексті лишаються імена, телефони, адреси й сімейні обставини, яких не видно за назвою стовпця.',
    en: 'Long texts keep names, phones, addresses and family circumstances that the name of the column does not show.',
  },
  group: 'text',
  predicates: [told, life],
  judge: (column, beside) => {
    const count = column.count(told.code);
    const about = rowsAbout(beside);
    // in a text about an organization a phone is most likely its own
    const quiet =
      about.organization && !ofPersons(about) && [...OTHERS, life].every(({ code }) => column.count(code) === 0);
    // one or two contacts in many texts are told by their own detectors, and are no story about anybody
    const chance = count < FEW && !ofPersons(about) && [...OTHERS, life].every(({ code }) => column.count(code) === 0);
    if (count === 0 || quiet || chance) return null;
    const onlyNames = column.count(life.code) === 0 && NOT_NAMES.every(({ code }) => column.count(code) === 0);
    const named = onlyNames ? personName.judge(column, beside) : null;
    if (onlyNames && (named === null || named.confidence < 0.5)) return null;
    return {
      count,
      confidence: 0.8,
      why: {
        uk: 'У довгих текстах є імена, телефони, адреси або обставини життя людей.',
        en: 'Long texts hold names, phones, addresses or circumstances of people’s lives.',
      },
      where: told.sql,
    };
  },
};
