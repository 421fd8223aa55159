import type { ColumnFacts } from '../../checks/check.ts';
import { words } from '../../kinds/kind.ts';
import { headed, isOfCodes, isOfKnownNumbers, shareOf } from '../column-context.ts';
import type { Detector, Judgement } from '../detector.ts';
import { GROUPED } from '../number-guards.ts';
import { personal } from '../personal-predicate.ts';

/** Spaces that are seen, narrow, or not seen at all. */
const SPACES = ' \\x{00A0}\\x{2009}\\x{200B}\\x{202F}';
const GAP = `[${SPACES}–—.-]`;
/** «т. Іваненко 20.12.24» has a date after it. */
const NO_POINT = `[${SPACES}–—-]`;
const COUNTRY = '(?:\\+? ?3[ -]?8|8)';
const OPEN = '[ \\x{00A0}-]?\\(?';
const START = '(?:^|[^\\d+.,:])';
const END = '(?:[^\\d:]|$)';
/** A number nothing else looks like: with the country before it, brackets or groups. */
const WRITTEN = [
  `\\+ ?38[ \\x{00A0}()–-]{0,3}0(?:[ \\x{00A0}()–.-]{0,2}\\d){9}`,
  `(?:^|\\D)380[3-9]\\d{8}`,
  `${START}(?:${COUNTRY}${OPEN})?\\(0[ -]?[3-9]\\d\\d{0,2}\\)${GAP}{0,2}\\d{1,3}${GAP}?\\d{2}${GAP}?\\d{2,3}`,
  `${START}(?:${COUNTRY}${OPEN})?0[3-9]\\d{1,3}${GAP}{1,3}\\d{1,3}${GAP}\\d{2}${GAP}\\d{2}`,
  `${START}(?:${COUNTRY}${OPEN})?0[3-9]\\d{1,3}${GAP}{1,2}\\d{1,3}${GAP}?\\d{2}${GAP}?\\d{2}`,
  `${START}(?:${COUNTRY}${OPEN})?0[3-9]\\d${GAP}{1,2}\\d{2}${GAP}\\d{2}${GAP}\\d{3}`,
  `${START}0[ -]?800[ -]\\d{3}[ -]?\\d{3}`,
  `\\+ ?[1-9]\\d{0,2}(?:[ ()–-]{0,2}\\d){8,11}`,
].join('|');
const BARE = `(?:^|[^0-9A-Za-zА-Яа-яІіЇїЄєҐґ+.,:/=_-])0[3-9]\\d{8}(?:[^0-9A-Za-zА-Яа-яІіЇїЄєҐґ:]|$)`;
const WORDS =
  'тел\\.|тел(?:ефон[ауиі]?|ефонуйте|ефонувати)?[ :№+(]|моб(?:ільний|ільного)?[.: ]|дзвон[а-яіїє]*|viber|вайбер|telegram|whatsapp|факс|☎|phone|tel';
const BEFORE = '(?:^|[^A-Za-zА-Яа-яІіЇїЄєҐґ])';
const WORD = `${BEFORE}(?i:т\\.|${WORDS})`;
/** «тел. 2.34.56»: right after the word it is no date. */
const POINTED = `${BEFORE}(?i:${WORDS})[^\\d\\n\\p{L}]{0,4}\\d{1,3}\\.\\d{2}\\.\\d{2}`;
const zeros = (regex: string) =>
  `(?s:.*(?:${regex.replaceAll('[3-9]', '\\d').replaceAll('[1-9]', '\\d').replaceAll('380', '000').replaceAll('800', '000').replaceAll('38', '00').replaceAll('3[ -]?8|8', '0[ -]?0|0')}).*)`;

const GUARD = `${GROUPED}|\\d{9}|\\d{5}|\\+ ?\\d`;
const written = personal('phone', `(?:${WRITTEN})${END}`, {
  topic: 'numbers',
  guard: GUARD,
  digits: { shape: zeros(`(?:${WRITTEN})${END}`) },
});
const bare = personal('phone-bare', BARE, { topic: 'numbers', guard: GUARD, digits: { shape: zeros(BARE) } });
const wholeBare = personal('phone-bare-whole', '^\\s*0[3-9]\\d{8}\\s*$', {
  topic: 'numbers',
  guard: GUARD,
  digits: { shape: '\\s*0{10}\\s*' },
});
const GUARD_OF_WORDS =
  '(?i:т(?:ел)?\\.|тел[ :№+(е]|моб[а-яіїє]*[.: ]|дзвон|viber|вайбер|telegram|whatsapp|факс|☎|phone|tel)';
const told = personal(
  'phone-told',
  `${WORD}[^\\d\\n]{0,20}(?:\\d{1,3}${NO_POINT}\\d{2}${NO_POINT}\\d{2}|\\d{3}${GAP}\\d{3}|\\d{6,7}|0[3-9]\\d{8}|0[ ()-]?\\d{2})${END}|${POINTED}${END}`,
  {
    topic: 'numbers',
    guard: GUARD_OF_WORDS,
  },
);
/** Under a header of phones anything that has enough digits is one, alone in its cell or among others. */
const named = personal(
  'phone-named',
  '(?:^|[^\\d:])\\d(?:[\\s\\x{00A0}()+.–—-]{0,3}\\d){5,14}(?:[^\\d:]|$)|^\\D*\\d(?:[\\s\\x{00A0}()–—-]{0,3}\\d){4}\\D*$',
  {
    topic: 'numbers',
    guard: '\\d.{0,3}\\d.{0,3}\\d.{0,3}\\d',
    onlyHeader: /тел|моб|факс|phone|mob|fax|гаряч|номер|number/iu,
  },
);

const HEADER = words(
  '(?:\\S+ ){0,5}(?:тел |телефон|моб |мобільн|факс|phone|telephone|mobile|fax|гаряч\\S+ ліні)',
  'контактн\\S+ номер',
  'номер для (?:звязку|довідок)',
  'contact number',
);

/** Whoever wants to be reached writes a bare number here. */
const CONTACT = words('(?:\\S+ ){0,3}контакт', '(?:\\S+ ){0,3}(?:звязок|звязку|зв язок|зв язку) ', 'contact');

/** Headers that speak of phones and hold something else. */
const OTHER_HEADER = words('(?:\\S+ ){0,4}(?:кільк|витрат|варт|оплат|сума|дата|час |трива|модель|марка|договор|рахун)');

/** Headers of codes that look like bare numbers of phones. */
const OTHER_NUMBERS = words(
  '(?:\\S+ ){0,4}(?:коатуу|катоттг|рахун|єдрпоу|рнокпп|іпн |інвентарн|номенклат|кадастр|штрих|артикул|код |договор|договір|картк|справ|лічильник|абонент)',
  'koatuu',
  'account',
  'code',
);

const why = (uk: string, en: string) => ({ uk, en });

const PHONES = why('У клітинках номери телефонів.', 'Cells hold phone numbers.');

function judge(column: ColumnFacts): Judgement | null {
  const count = (one: { readonly code: string }) => column.count(one.code);
  if (headed(column, HEADER) && !headed(column, OTHER_HEADER)) {
    const all = count(named);
    return all === 0
      ? null
      : {
          count: all,
          confidence: 0.98,
          why: why(
            'Стовпець названо телефоном, у клітинках номери.',
            'The column is called a phone, and cells hold numbers.',
          ),
          where: named.sql,
        };
  }
  const strong = count(written);
  const plain = count(bare);
  const whole = count(wholeBare);
  const inText = plain - whole;
  const codes = isOfCodes(column);
  const many = shareOf(column, strong + plain) >= 0.5;
  if ((codes && !many) || (headed(column, OTHER_NUMBERS) && strong === 0)) return null;
  const takesWhole =
    whole > 0 &&
    (headed(column, CONTACT) || shareOf(column, whole) >= 0.8 || whole < strong + inText) &&
    !headed(column, OTHER_NUMBERS);
  const counted = strong + (codes && !many ? 0 : inText) + (takesWhole ? whole : 0);
  const said = codes ? 0 : count(told);
  if (counted + said === 0) return null;
  const forms = [
    ...(strong > 0 ? [written.sql] : []),
    ...(said > 0 ? [told.sql] : []),
    ...(inText > 0 || takesWhole ? [bare.sql] : []),
  ];
  return {
    count: Math.max(counted, said),
    confidence: strong > 0 ? 0.93 : said > 0 ? 0.85 : 0.7,
    why: PHONES,
    where: (raw) => forms.map((sql) => sql(raw)).join(' OR '),
  };
}

export const phoneDetector: Detector = {
  code: 'phone',
  title: { uk: 'Номер телефону', en: 'Phone number' },
  harm: {
    uk: 'За номером людині телефонують, знаходять її в месенджерах і виманюють гроші.',
    en: 'By a number a person is called, found in messengers and cheated.',
  },
  group: 'contact',
  predicates: [written, bare, wholeBare, told, named],
  judge,
  alone: (column) =>
    column.count(wholeBare.code) === 0 || isOfKnownNumbers(column) || headed(column, OTHER_NUMBERS)
      ? null
      : { value: wholeBare.sql, form: (raw) => `regexp_matches(${raw}, '^\\s*\\d{10}\\s*$')`, why: PHONES },
};
