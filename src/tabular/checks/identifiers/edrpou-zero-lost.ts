import { isShortEdrpou } from '../../types/identifier-forms.ts';
import type { CellCheck } from '../check.ts';
import { lines } from '../example.ts';
import { inCells } from '../wording.ts';

/** Codes whose zeros at the left a spreadsheet dropped: 4054228 is 04054228. */
export const edrpouZeroLost: CellCheck = {
  code: 'edrpou-zero-lost',
  title: { uk: 'Втрачений нуль у коді ЄДРПОУ', en: 'Lost zero of an EDRPOU code' },
  why: {
    uk: 'Код без нуля на початку — це інший код: за ним не знайти установу в жодному реєстрі.',
    en: 'Without its leading zero the code is another code: no register finds the institution by it.',
  },
  example: {
    before: lines('ЄДРПОУ,Назва', '04054346,Міська рада', '4054346,Виконком', '40100207,Депо'),
    after: lines('ЄДРПОУ,Назва', '04054346,Міська рада', '04054346,Виконком', '40100207,Депо'),
  },
  predicates: [],
  find({ profile, count }) {
    const n = profile.kind === 'edrpou' ? count('edrpou-short') : 0;
    if (n === 0) return null;
    const cells = inCells(n);
    return {
      count: n,
      repairable: true,
      message: {
        uk: `У стовпці «${profile.title}» у ${cells.uk} код ЄДРПОУ втратив нуль на початку: так робить Excel. Повернемо його, контрольна цифра це підтверджує.`,
        en: `In “${profile.title}”, ${cells.en} hold an EDRPOU code that lost its leading zero, as Excel does. We can put it back; the check digit agrees.`,
      },
      where: (_raw, clean) => isShortEdrpou(clean),
    };
  },
  repair: (raw, clean, { kind }) =>
    kind === 'edrpou' ? `CASE WHEN ${isShortEdrpou(clean)} THEN lpad(${clean}, 8, '0') ELSE ${raw} END` : raw,
};
