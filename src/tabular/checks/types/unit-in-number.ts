import { USUAL_NOTATION } from '../../column.ts';
import { type Predicate, sqlText } from '../../scan/predicate.ts';
import { plainNumber } from '../../types/number-forms.ts';
import type { CellCheck, ColumnFacts } from '../check.ts';
import { lines } from '../example.ts';
import { inCells } from '../wording.ts';

const NUMBER = '[-+−–]?\\d[\\d ]*(?:[.,]\\d+)?';
/** Units as people write them after a number; each is counted apart, because kilometres and metres in one column are no mere writing. */
const UNITS: readonly (readonly [string, string])[] = [
  ['m2', 'кв\\.? ?м\\.?|м2|м²'],
  ['m3', 'куб\\.? ?м\\.?|м3|м³'],
  ['ha', 'га\\.?'],
  ['km', 'км\\.?'],
  ['m', 'м\\.?'],
  ['kg', 'кг\\.?'],
  ['t', 'т\\.?|тонни?'],
  ['pieces', 'шт\\.?|штук[аи]?'],
  ['people', 'осіб|особ[аи]|чол\\.?'],
  ['places', 'місць|місц[ея]'],
  ['kwh', 'квт(?:[*·⋅-]?год)?\\.?'],
];
const written = (unit: string) => `^${NUMBER} ?(?i:${unit})$`;
const ANY = written(UNITS.map(([, unit]) => unit).join('|'));

const predicates: Predicate[] = UNITS.map(([code, unit]) => ({
  code: `unit-${code}`,
  of: 'clean',
  family: 'forms',
  onlyKinds: ['quantity'],
  digits: 'blind',
  guard: written(unit),
  sql: (value) => `coalesce(regexp_matches(${value}, ${sqlText(written(unit))}), false)`,
}));

const bare = (clean: string) =>
  `regexp_replace(${clean}, ${sqlText(` ?(?i:${UNITS.map(([, unit]) => unit).join('|')})$`)}, '')`;
const isWritten = (clean: string) => `coalesce(regexp_matches(${clean}, ${sqlText(ANY)}), false)`;

/** Numbers of the column that stand without a unit. */
const bareNumbers = ({ count }: ColumnFacts) =>
  count('whole') + count('whole-written') + count('point') + count('comma');

/** Numbers with a unit beside them: the unit belongs to the structure. */
export const unitInNumber: CellCheck = {
  code: 'unit-in-number',
  title: { uk: 'Одиниця виміру в клітинках', en: 'A unit in cells of numbers' },
  why: {
    uk: '«12 км» програма читає як слово: його не додати й не впорядкувати за величиною.',
    en: 'A program reads “12 km” as a word: it can be neither added up nor sorted by size.',
  },
  example: {
    before: lines('Ділянка,Довжина', 'а,12 км', 'б,"7,5 км"', 'в,3км'),
    after: lines('Ділянка,Довжина', 'а,12', 'б,7.5', 'в,3'),
  },
  kinds: ['quantity'],
  predicates,
  find(column) {
    const { profile, count, filled, decision } = column;
    if (profile.kind !== 'quantity') return null;
    const found = predicates.map(({ code }) => count(code)).filter((n) => n > 0);
    const n = found.reduce((sum, one) => sum + one, 0);
    if (n === 0) return null;
    const cells = inCells(n);
    const alike = found.length === 1 && n + bareNumbers(column) + decision.noValues === filled;
    return {
      count: n,
      repairable: alike,
      message: alike
        ? {
            uk: `У стовпці «${profile.title}» у ${cells.uk} разом із числом стоїть одиниця виміру. Вона скрізь одна: приберемо її, а ви вкажіть її в структурі.`,
            en: `In “${profile.title}”, ${cells.en} ${n === 1 ? 'holds' : 'hold'} a unit beside the number. It is one everywhere: we can take it out, and you give it in the structure.`,
          }
        : {
            uk: `У стовпці «${profile.title}» у ${cells.uk} разом із числом стоїть одиниця виміру, і вони різні або є не числа. Приведіть усі до однієї одиниці у файлі.`,
            en: `In “${profile.title}”, ${cells.en} ${n === 1 ? 'holds' : 'hold'} a unit beside the number; units differ, or there are other values. Bring all to one unit in the file.`,
          },
      where: (_raw, clean) => isWritten(clean),
    };
  },
  repair: (raw, clean, { kind }) =>
    kind === 'quantity'
      ? `CASE WHEN ${isWritten(clean)} THEN ${plainNumber(bare(clean), USUAL_NOTATION)} ELSE ${raw} END`
      : raw,
};
