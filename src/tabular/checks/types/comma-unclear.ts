import { type Notation, USUAL_NOTATION } from '../../column.ts';
import { hasComma, plainNumber } from '../../types/number-forms.ts';
import type { CellAnswer, CellCheck, CellDeed } from '../check.ts';
import { lines } from '../example.ts';
import { inCells } from '../wording.ts';

const CODE = 'comma-unclear';

/** Numbers such as «1,234» in a column where nothing tells thousands of an English spreadsheet from a decimal comma. */
export const commaUnclear: CellCheck = {
  code: CODE,
  title: { uk: 'Кома: тисячі чи дріб', en: 'A comma: thousands or a fraction' },
  why: {
    uk: '1,234 — це або тисяча двісті тридцять чотири, або одна ціла з дробом. Помилка тут змінює число в тисячу разів.',
    en: '1,234 is either one thousand two hundred and thirty-four or one and a fraction. A mistake here changes the number a thousandfold.',
  },
  example: {
    before: lines('id,Сума', '1,"1,234"', '2,"12,500"', '3,150'),
    after: lines('id,Сума', '1,1234', '2,12500', '3,150'),
  },
  predicates: [],
  find({ profile, count, decision }) {
    if (decision.notation.comma !== 'unclear') return null;
    const n = count('comma');
    const cells = inCells(n);
    return {
      count: n,
      repairable: false,
      message: {
        uk: `У стовпці «${profile.title}» у ${cells.uk} число записано з комою і трьома цифрами після неї («1,234»). Це може бути 1234, а може 1 ціла і 234 тисячні: зі стовпця цього не видно. Скажіть, що це, або виправте у файлі. Доти стовпець буде текстом.`,
        en: `In “${profile.title}”, ${cells.en} ${n === 1 ? 'holds' : 'hold'} a number with a comma and three digits after it (“1,234”). It may be 1234, or 1 and 234 thousandths: the column does not tell. Say which it is, or correct the file. Until then the column stays text.`,
      },
      where: (_raw, clean) => hasComma(clean),
    };
  },
};

const asWritten =
  (comma: Notation['comma']): NonNullable<CellDeed['repair']> =>
  (raw, clean, { notation = USUAL_NOTATION }) =>
    notation.comma === 'unclear'
      ? `CASE WHEN ${hasComma(clean)} THEN ${plainNumber(clean, { ...notation, comma })} ELSE ${raw} END`
      : raw;

/** The answer that a comma stands between thousands. */
export const commaThousands: CellAnswer = {
  code: 'comma-thousands',
  title: { uk: 'Кома між тисячами', en: 'A comma between thousands' },
  predicates: [],
  answers: CODE,
  asks: { uk: 'Це тисячі: 1234', en: 'Thousands: 1234' },
  find: () => null,
  repair: asWritten('group'),
};

/** The answer that a comma stands before a fraction. */
export const commaFractions: CellAnswer = {
  code: 'comma-fractions',
  title: { uk: 'Кома перед дробом', en: 'A comma before a fraction' },
  predicates: [],
  answers: CODE,
  asks: { uk: 'Це дроби: 1.234', en: 'Fractions: 1.234' },
  find: () => null,
  repair: asWritten('decimal'),
};
