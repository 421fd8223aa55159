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
  'прожива(?:є|ю|ючий|юча|ємо|ють) (?:за |по |в |у |на |разом|одн|сам)|мешка(?:є|ю|ємо) (?:за |по |в |у )|зареєстрован(?:ий|а|і) за адрес';
const FAMILY =
  '(?:м[іо]й|моя|мої|моєї|моєму|мою|моїх?|моїм|його|її|наш(?:а|ої|у)?) (?:чоловік|дружин|син|дочк|доньк|мати|матір|мам|батьк|дит|діт|бабус|дідус|сестр|брат)|багатодітн(?:а мати|ої матері)|одинок(?:а мати|ої матері)|(?:я|він|вона) перебува(?:є|ю) на обліку';
const BORN = 'народи(?:вся|лася|лись) (?:в |у |\\d)';
const LIFE = `(?i:(?:^|[^а-яіїєґ])(?:${LIVES}|${FAMILY}|${BORN}))`;
const WORDS = '(?:\\S+\\s+){4}\\S';
/** Shorter ones are names, addresses and phones of their own columns. */
const SHORTEST = 40;

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
const parts = (value: string) => [
  has(value, LIFE),
  `(${has(value, FLAT)} AND ${has(value, STREET)} AND NOT ${has(value, FOREST)})`,
  ...QUESTIONS.map(({ guard, sql }) => `(${has(value, guard)} AND ${sql(value)})`),
];

const told: Predicate = {
  code: 'text-of-person',
  of: 'raw',
  family: 'personal',
  topic: 'words',
  digits: { shape: `(?s:.{${SHORTEST},})` },
  guard: [...new Set([LIFE, FLAT, ...QUESTIONS.map(({ guard }) => guard)])].join('|'),
  sql: (value) =>
    `coalesce(length(${value}) >= ${SHORTEST} AND ${has(value, WORDS)} AND (${parts(value).join(' OR ')}), false)`,
  onlyKinds: ['text'],
};

export const freeTextDetector: Detector = {
  code: 'free-text',
  title: { uk: 'Розповідь про людину', en: 'Text about a person' },
  harm: {
    uk: 'У довгому тексті лишаються імена, телефони, адреси й сімейні обставини, яких не видно за назвою стовпця.',
    en: 'Long texts keep names, phones, addresses and family circumstances that the name of the column does not show.',
  },
  group: 'text',
  predicates: [told],
  judge: (column, beside) => {
    const count = column.count(told.code);
    const about = rowsAbout(beside);
    // in a text about an organization a phone is most likely its own
    const quiet = about.organization && !ofPersons(about) && OTHERS.every(({ code }) => column.count(code) === 0);
    if (count === 0 || quiet) return null;
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
