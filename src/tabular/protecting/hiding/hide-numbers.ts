import { sqlText } from '../../scan/predicate.ts';

/** A chain of replacements in a text: regex of RE2, what stands in its place. The value is named once, so chains may be long. */
export function replaced(value: string, ...rules: readonly (readonly [regex: string, by: string])[]): string {
  return rules.reduce((sql, [regex, by]) => `regexp_replace(${sql}, ${sqlText(regex)}, ${sqlText(by)}, 'g')`, value);
}

const GAP = '[ \\x{00A0}()–—-]{0,3}';
const DAY =
  '\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2} (?i:січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру)\\p{L}* \\d{4}|\\d{4}';
const BORN = '(?i:народи(?:вся|лася|лись|в|ла|ли)|народж\\p{L}*|рожден\\p{L}*)';
const AFTER = '(?i:р\\. ?н\\.?|року народж\\p{L}*|р\\. ?народж\\p{L}*|д\\. ?н\\.|г\\. ?р\\.)';
const PHONE_WORD = '(?i:тел|моб|дзвон|viber|вайбер|telegram|whatsapp|факс|☎|phone)';

/** Signs for those between the digits of a day, so that it is no number meanwhile; nobody writes them. */
const KEPT = { '-': '\u{e001}', '.': '\u{e002}' } as const;
const keepDays = [
  ['(^|\\D)(\\d{4})-(\\d{2})-(\\d{2})', `\\1\\2${KEPT['-']}\\3${KEPT['-']}\\4`],
  ['(^|\\D)(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})', `\\1\\2${KEPT['.']}\\3${KEPT['.']}\\4`],
] as const;
const givenBack = [
  [KEPT['-'], '-'],
  [KEPT['.'], '.'],
] as const;

/** Numbers that name a person, a paper or a thing of theirs, each by its word. Whatever has seven digits in a row is one, days left out. */
export function hideNumbers(value: string): string {
  return replaced(
    value,
    ['[\\p{L}\\d._%+-]+@[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)+', '[пошта]'],
    ['[UuУу][AaАа][ \\x{00A0}]?\\d{2}(?:[ \\x{00A0}-]?\\d){25}', '[рахунок]'],
    ['(^|[^\\p{L}\\p{N}])[A-HJ-NPR-ZАВСЕНКМРТХ0-9]{13}\\d{4}', '\\1[код авто]'],
    [
      '(^|[^\\p{L}\\p{N}])[A-Za-zА-Яа-яІіЇї]{2}[ \\x{00A0}-]?\\d{4}[ \\x{00A0}-]?[A-Za-zА-Яа-яІіЇї]{2}([^\\p{L}\\p{N}]|$)',
      '\\1[номер авто]\\2',
    ],
    [`(?i:дат\\p{L}* )?${BORN}[^\\d]{0,40}(?:${DAY})(?: ?(?:р\\.|року))?`, '[дата народження]'],
    [`(?:${DAY})[ ,]{0,2}${AFTER}`, '[дата народження]'],
    ['(^|[^\\p{L}])[А-ЯІЇЄҐA-Z]{2}[\\s,-]{0,2}(?:(?i:№|n|номер)\\s?)?\\d{6}', '\\1[документ]'],
    ...keepDays,
    [`\\+?${GAP}(?:3[ -]?8)?${GAP}0${GAP}[3-9]${GAP}\\d(?:[ \\x{00A0}().–—-]{0,3}\\d){7}`, ' [телефон]'],
    [`(${PHONE_WORD}[^\\d\\n\\[]{0,20})\\d(?:[ \\x{00A0}().–—-]{0,3}\\d){2,}`, '\\1[телефон]'],
    ['(^|[^\\d\\p{L}])\\d{1,3}[-–]\\d{2}[-–]\\d{2}([^\\d]|$)', '\\1[телефон]\\2'],
    [`\\+?\\d(?:${GAP}\\d){6,}`, '[номер]'],
    ['(^|[^\\d.])\\d{1,3}(?:\\.\\d{1,3}){3}', '\\1[адреса в мережі]'],
    ...givenBack,
  );
}
