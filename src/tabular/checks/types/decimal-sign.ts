import { USUAL_NOTATION } from '../../column.ts';
import { plainNumber, writtenNumber } from '../../types/number-forms.ts';
import type { CellCheck } from '../check.ts';
import { lines } from '../example.ts';
import { inCells } from '../wording.ts';

/** Numbers with a decimal comma, with groups of thousands, with a typographic minus. */
export const decimalSign: CellCheck = {
  code: 'decimal-sign',
  title: { uk: 'Коми та пробіли в числах', en: 'Commas and spaces in numbers' },
  why: {
    uk: 'Число з комою чи пробілом програма читає як слово: його не додати й не впорядкувати за величиною.',
    en: 'A number with a comma or a space is read as a word: it can be neither added up nor sorted by size.',
  },
  example: {
    before: lines('id,Сума', '1,"1 234,50"', '2,"12,5"', '3,"150,00"'),
    after: lines('id,Сума', '1,1234.50', '2,12.5', '3,150.00'),
  },
  predicates: [],
  find({ profile, count, decision }) {
    const type = profile.expected ?? profile.type;
    if (type !== 'decimal' && type !== 'integer') return null;
    const commas =
      decision.notation.comma === 'group' ? count('comma-maybe-group') : type === 'decimal' ? count('comma') : 0;
    const groups = type === 'decimal' ? count('point-written') + count('comma-groups') + count('point-groups') : 0;
    const points = type === 'decimal' && decision.notation.point === 'group' ? count('point-maybe-group') : 0;
    const n = count('whole-written') + commas + groups + points;
    if (n === 0) return null;
    const cells = inCells(n);
    const doubt = commas > 0 && commas === count('comma-maybe-group') && count('comma-groups') === 0;
    return {
      count: n,
      repairable: true,
      message: {
        uk: `У стовпці «${profile.title}» у ${cells.uk} числа записано з комою чи пробілами («1 234,5»). Програми читають їх як текст. Запишемо так: 1234.5.${doubt ? ' Кому тут ми вважаємо знаком дробу: «1,234» — це одна ціла і 234 тисячні.' : ''}`,
        en: `In “${profile.title}”, ${cells.en} hold numbers with a comma or spaces (“1 234,5”), which programs read as text. We can write them as 1234.5.${doubt ? ' We take the comma for a decimal sign: “1,234” is one and 234 thousandths.' : ''}`,
      },
      where: (_raw, clean) => writtenNumber(clean, decision.notation),
    };
  },
  repair(raw, clean, { notation = USUAL_NOTATION }) {
    return `CASE WHEN ${writtenNumber(clean, notation)} THEN ${plainNumber(clean, notation)} ELSE ${raw} END`;
  },
};
