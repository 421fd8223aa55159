import { sqlText } from '../../scan/predicate.ts';
import { isEdrpou, isShortEdrpou } from '../../types/identifier-forms.ts';
import { NO_VALUE_SIGNS, NO_VALUE_WORDS } from '../../types/word-forms.ts';
import type { CellCheck } from '../check.ts';
import { lines } from '../example.ts';
import { values } from '../wording.ts';

const NO_VALUE = sqlText(`(?:${NO_VALUE_SIGNS}|${NO_VALUE_WORDS})`);

/** Of more values of a column, nobody mistypes a digit. */
const MISTYPED = 0.5;

/** Codes of legal persons whose last digit does not agree with the others, or that are not eight digits. */
export const wrongEdrpou: CellCheck = {
  code: 'wrong-edrpou',
  title: { uk: 'Помилка в коді ЄДРПОУ', en: 'Wrong code of a legal person' },
  why: {
    uk: 'За кодом з помилкою установу не знайдуть або знайдуть чужу.',
    en: 'By a wrong code the institution is not found, or another one is.',
  },
  example: {
    before: lines('ЄДРПОУ,Назва', '04054346,Міська рада', '04054347,Виконком', '40100207,Депо'),
    after: lines('ЄДРПОУ,Назва', '04054346,Міська рада', '04054346,Виконком', '40100207,Депо'),
  },
  predicates: [],
  find({ profile, count, filled, decision }) {
    if (profile.kind !== 'edrpou') return null;
    const n = filled - decision.noValues - count('edrpou') - count('edrpou-short');
    if (n <= 0) return null;
    const many = values(n);
    // a word in place of a code («приховано») is no slip of the finger, and many of them are none
    const slip = n <= filled * MISTYPED;
    return {
      count: n,
      repairable: false,
      message: {
        uk: `У стовпці «${profile.title}» ${many.uk} не є кодом ЄДРПОУ: код має вісім цифр, і остання узгоджена з іншими.${slip ? ' Найчастіше це описка в одній цифрі.' : ''} Звірте з документами й виправте у файлі.`,
        en: `In “${profile.title}”, ${many.en} ${n === 1 ? 'is' : 'are'} not an EDRPOU code: it has eight digits, and the last agrees with the others.${slip ? ' Usually one digit is mistyped.' : ''} Compare with the papers and correct the file.`,
      },
      where: (_raw, clean) =>
        `(${clean} IS NOT NULL AND NOT ${isEdrpou(clean)} AND NOT ${isShortEdrpou(clean)} AND NOT regexp_full_match(${clean}, ${NO_VALUE}))`,
    };
  },
};
