import { sqlText } from '../scan/predicate.ts';
import { NO_VALUE_SIGNS, NO_VALUE_WORDS } from '../types/word-forms.ts';
import type { CellCheck, RepairFacts } from './check.ts';
import { inCells } from './wording.ts';

/** In a column of numbers or dates words too say that there is no value; in text a word may be the answer. */
function regexFor(facts: RepairFacts): string {
  const typed = facts.type !== 'text' || facts.expected !== undefined;
  return typed ? `${NO_VALUE_SIGNS}|${NO_VALUE_WORDS}` : NO_VALUE_SIGNS;
}

function says(clean: string, facts: RepairFacts): string {
  // in a column of + and − a minus is an answer
  const answer = facts.type === 'boolean' || facts.expected === 'boolean' ? ` AND ${clean} <> '-'` : '';
  return `(coalesce(regexp_full_match(${clean}, ${sqlText(`(?:${regexFor(facts)})`)}), false)${answer})`;
}

/** «-», «н/д», «немає» where an empty cell is meant. */
export const noValueWritten: CellCheck = {
  code: 'no-value-written',
  title: { uk: 'Прочерк замість порожньої клітинки', en: 'A dash instead of an empty cell' },
  clause: 'Словники рекомендованих структур: відсутнє значення записують однаково',
  predicates: [],
  find({ profile, count, filled, decision }) {
    const signs = count('no-value-sign') - (count('plus') > 0 ? count('minus') : 0);
    const typed = profile.type !== 'text' || profile.expected !== undefined;
    const n = typed ? decision.noValues : signs;
    if (n === 0 || n === filled || (!typed && count('plus') > 0 && count('minus') > 0)) return null;
    const cells = inCells(n);
    return {
      count: n,
      severity: typed ? 'warning' : 'advice',
      repairable: true,
      message: {
        uk: `У стовпці «${profile.title}» у ${cells.uk} замість значення стоїть прочерк або слово на зразок «н/д». Залишимо такі клітинки порожніми: це і означає, що даних немає.`,
        en: `In “${profile.title}”, ${cells.en} hold a dash or a word such as “n/a” instead of a value. We can leave them empty, which says the same.`,
      },
      where: (_raw, clean) => says(clean, profile),
    };
  },
  repair: (raw, clean, facts) => `CASE WHEN ${says(clean, facts)} THEN NULL ELSE ${raw} END`,
};
