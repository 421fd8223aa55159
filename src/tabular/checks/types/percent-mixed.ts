import type { Predicate } from '../../scan/predicate.ts';
import { sqlText } from '../../scan/predicate.ts';
import type { CellCheck } from '../check.ts';
import { lines } from '../example.ts';
import { inCells } from '../wording.ts';

const FRACTION = '^0[.,]\\d*[1-9]\\d*$';
const PERCENT = '^(?:[2-9]|[1-9]\\d{1,2})(?:[.,]\\d+)?$';

const counted = (code: string, regex: string, shape: string): Predicate => ({
  code,
  of: 'clean',
  family: 'forms',
  onlyKinds: ['percent'],
  digits: { shape },
  guard: regex,
  sql: (value) => `coalesce(regexp_matches(${value}, ${sqlText(regex)}), false)`,
});

/** Both have to stand there more than once: one alone may be a small share. */
const ENOUGH = 2;

/** Shares written as fractions of one beside shares in per cent. */
export const percentMixed: CellCheck = {
  code: 'percent-mixed',
  title: { uk: 'Частки і відсотки разом', en: 'Fractions and per cents together' },
  why: {
    uk: '0,45 і 45 можуть бути тим самим, а можуть відрізнятися в сто разів: середнє з такого стовпця не має змісту.',
    en: '0.45 and 45 may be the same or a hundred times apart: the mean of such a column says nothing.',
  },
  example: {
    before: lines('Послуга,Частка', 'а,0.45', 'б,0.7', 'в,45', 'г,80'),
    after: lines('Послуга,Частка', 'а,45', 'б,70', 'в,45', 'г,80'),
  },
  kinds: ['percent'],
  predicates: [counted('share-fraction', FRACTION, '0[.,]0+'), counted('share-percent', PERCENT, '0{1,3}(?:[.,]0+)?')],
  find({ profile, count }) {
    const n = count('share-fraction');
    if (profile.kind !== 'percent' || n < ENOUGH || count('share-percent') < ENOUGH) return null;
    const cells = inCells(n);
    return {
      count: n,
      repairable: false,
      message: {
        uk: `У стовпці «${profile.title}» у ${cells.uk} частку записано дробом («0,45»), а в інших — у відсотках («45»). Якщо це те саме, запишіть усе у відсотках.`,
        en: `In “${profile.title}”, ${cells.en} ${n === 1 ? 'holds' : 'hold'} a share as a fraction (“0.45”) while others are in per cent (“45”). If they mean the same, write all in per cent.`,
      },
      where: (_raw, clean) => `coalesce(regexp_matches(${clean}, ${sqlText(FRACTION)}), false)`,
    };
  },
};
