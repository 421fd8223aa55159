import type { Text } from '../../../kernel/text.ts';
import { sqlText } from '../../scan/predicate.ts';
import { NO_VALUE_SIGNS, NO_VALUE_WORDS } from '../../types/word-forms.ts';
import type { CellCheck, RepairFacts } from '../check.ts';
import { lines } from '../example.ts';
import { inCells } from '../wording.ts';

/** In a column of numbers or dates words too say that there is no value; in text a word may be the answer. */
function regexFor(facts: RepairFacts): string {
  const typed = facts.type !== 'text' || facts.expected !== undefined;
  return typed ? `${NO_VALUE_SIGNS}|${NO_VALUE_WORDS}` : NO_VALUE_SIGNS;
}

function says(clean: string, facts: RepairFacts): string {
  // in a column of + and − a minus is an answer
  const answer = facts.type === 'boolean' && facts.notation?.minus !== 'no-value' ? ` AND ${clean} <> '-'` : '';
  return `(coalesce(regexp_full_match(${clean}, ${sqlText(`(?:${regexFor(facts)})`)}), false)${answer})`;
}

const EMPTY: Text = {
  uk: 'Залишимо такі клітинки порожніми: це і означає, що даних немає.',
  en: 'We can leave them empty, which says the same.',
};
const ANSWERS: Text = {
  uk: 'Прочерк поруч із «так» і «ні» може означати і «ні», і що даних немає. Якщо даних немає, залиште клітинки порожніми; якщо це «ні», напишіть так у файлі.',
  en: 'A dash beside “yes” and “no” may mean “no” or that nobody knows. If nobody knows, leave the cells empty; if it is “no”, write so in the file.',
};

/** «-», «н/д», «немає» where an empty cell is meant. */
export const noValueWritten: CellCheck = {
  code: 'no-value-written',
  title: { uk: 'Прочерк замість порожньої клітинки', en: 'A dash instead of an empty cell' },
  why: {
    uk: 'Прочерк чи «н/д» — це слово, а не порожнє місце: стовпець чисел через нього стає текстом, і ніхто не порахує, скількох даних бракує.',
    en: 'A dash or “n/a” is a word, not an empty place: it makes a column of numbers text, and nobody can count how many values are missing.',
  },
  example: {
    before: lines('id,Місць', '1,320', '2,-', '3,н/д', '4,90'),
    after: lines('id,Місць', '1,320', '2,', '3,', '4,90'),
  },
  predicates: [],
  asks: { uk: 'Залишити порожніми', en: 'Leave empty' },
  find({ profile, count, filled, decision }) {
    const signs = count('no-value-sign') - (count('plus') > 0 ? count('minus') : 0);
    const typed = profile.type !== 'text' || profile.expected !== undefined;
    const n = typed ? decision.noValues : signs;
    if (n === 0 || n === filled || (!typed && count('plus') > 0 && count('minus') > 0)) return null;
    const cells = inCells(n);
    // beside «так» and «ні» a dash may say «ні» as well as that nobody knows
    const asks = profile.type === 'boolean' && decision.notation.minus === 'no-value';
    const what = asks ? ANSWERS : EMPTY;
    return {
      count: n,
      mild: !typed,
      repairable: !asks,
      message: {
        uk: `У стовпці «${profile.title}» у ${cells.uk} замість значення стоїть прочерк або слово на зразок «н/д». ${what.uk}`,
        en: `In “${profile.title}”, ${cells.en} ${n === 1 ? 'holds' : 'hold'} a dash or a word such as “n/a” instead of a value. ${what.en}`,
      },
      where: (_raw, clean) => says(clean, profile),
    };
  },
  repair: (raw, clean, facts) => `CASE WHEN ${says(clean, facts)} THEN NULL ELSE ${raw} END`,
};
