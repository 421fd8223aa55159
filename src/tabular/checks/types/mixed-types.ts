import { type ColumnProfile, USUAL_NOTATION } from '../../column.ts';
import { headerWords } from '../../kinds/header-words.ts';
import { kindOf } from '../../kinds/kind-of.ts';
import { sqlText } from '../../scan/predicate.ts';
import { fits } from '../../types/cast.ts';
import { looksLikeDate } from '../../types/date-forms.ts';
import { NO_VALUE_SIGNS, NO_VALUE_WORDS } from '../../types/word-forms.ts';
import type { CellCheck, RepairFacts } from '../check.ts';
import { impossibleDate } from '../dates/impossible-date.ts';
import { lines } from '../example.ts';
import { lostAsText, TYPE_WORDS, values } from '../wording.ts';

const NO_VALUE = sqlText(`(?:${NO_VALUE_SIGNS}|${NO_VALUE_WORDS})`);

function misfit(clean: string, { expected = 'text', notation = USUAL_NOTATION }: RepairFacts): string {
  const dates = expected === 'date' || expected === 'datetime' ? ` AND NOT ${looksLikeDate(clean)}` : '';
  return `(${clean} IS NOT NULL AND NOT (${fits(clean, expected, notation)}) AND NOT regexp_full_match(${clean}, ${NO_VALUE})${dates})`;
}

/** Numbers of orders, acts, houses, codes: «58-р» among digits is as good as «216», and nobody adds them up. */
const OF_RECORDS = / (?:identifier|ідентифікатор|номер|number|код|code|шифр|індекс) /u;
/** A number of its own («Номер») counts the rows: there «Всього» is a row of another kind. */
const COUNTS_ROWS = /^ \S+ $/u;

function namesRecords({ title, kind, expected }: ColumnProfile): boolean {
  if (expected !== 'integer' && expected !== 'decimal') return false;
  const words = headerWords(title);
  return !COUNTS_ROWS.test(words) && (OF_RECORDS.test(words) || (kind !== null && kindOf(kind).asText === true));
}

/** A column where most values are numbers (or dates …) and some are not: it stays text until they are dealt with. */
export const mixedTypes: CellCheck = {
  code: 'mixed-types',
  title: { uk: 'Різнорідні значення в стовпці', en: 'Different kinds of values in a column' },
  why: {
    uk: 'Одне слово серед чисел робить текстом увесь стовпець: його не додати, не впорядкувати й не показати на графіку.',
    en: 'One word among numbers makes the whole column text: it cannot be added up, sorted or drawn as a chart.',
  },
  example: {
    before: lines('id,Місць', '1,320', '2,410', '3,120', '4,90', '5,близько ста', '6,80'),
    after: lines('id,Місць', '1,320', '2,410', '3,120', '4,90', '5,', '6,80'),
  },
  predicates: [],
  asks: { uk: 'Позначити як невідомі', en: 'Mark as unknown' },
  find(column) {
    const { profile, filled, decision } = column;
    if (profile.expected === undefined || namesRecords(profile)) return null;
    const broken = impossibleDate.find(column)?.count ?? 0;
    const n = filled - decision.noValues - decision.fitting - broken;
    if (n <= 0) return null;
    const many = values(n);
    const words = TYPE_WORDS[profile.expected];
    const lost = lostAsText(profile.expected);
    return {
      count: n,
      repairable: false,
      message: {
        uk: `У стовпці «${profile.title}» майже всюди ${words.uk}, але ${many.uk} — щось інше. Тому весь стовпець буде текстом: ${lost.uk}. Виправте ці місця у файлі, позначте як невідомі або залиште так.`,
        en: `“${profile.title}” holds ${words.en} almost everywhere, but ${many.en} ${n === 1 ? 'is' : 'are'} something else, so the whole column stays text and ${lost.en}. Correct them in the file, mark them as unknown, or leave it so.`,
      },
      where: (_raw, clean) => misfit(clean, profile),
    };
  },
  repair: (raw, clean, facts) =>
    facts.expected === undefined ? raw : `CASE WHEN ${misfit(clean, facts)} THEN NULL ELSE ${raw} END`,
};
