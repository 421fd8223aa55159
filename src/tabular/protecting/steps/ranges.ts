import { z } from 'zod';
import { sqlText } from '../../scan/predicate.ts';
import { defineProtection, everyCell } from '../protect-step.ts';

/** For amounts of money in hryvnias, where nobody says otherwise. */
const USUAL = [1000, 5000, 10_000, 50_000, 100_000];

/** SQL: a cell as a number, decimal sign and spaces put right; NULL where it is none. */
function numberOf(value: string): string {
  const plain = `replace(regexp_replace(${value}, '[\\s\\x{00A0}\\x{202F}]', '', 'g'), ',', '.')`;
  return `(CASE WHEN regexp_full_match(${plain}, '[-+]?[0-9]{1,18}(?:\\.[0-9]+)?') THEN try_cast(${plain} AS DOUBLE) END)`;
}

function cellOf(bounds: readonly number[]): (value: string) => string {
  const sorted = [...new Set(bounds)].toSorted((a, b) => a - b);
  const cases = sorted.map((bound, at) => {
    const words = at === 0 ? `менше ${bound}` : `від ${sorted[at - 1]} до ${bound}`;
    return `WHEN ${'{n}'} < ${bound} THEN ${sqlText(words)}`;
  });
  const last = sqlText(`${sorted.at(-1)} і більше`);
  return (value) => {
    const number = numberOf(value);
    return `CASE WHEN ${number} IS NULL THEN NULL ${cases.join(' ').replaceAll('{n}', number)} ELSE ${last} END`;
  };
}

/** Numbers become ranges; a bound belongs to the range above it. What is no number becomes an empty cell. */
export const ranges = defineProtection({
  code: 'protect-ranges',
  title: { uk: 'Діапазони', en: 'Ranges' },
  deed: { uk: 'Замінити числа діапазонами', en: 'Replace numbers by ranges' },
  shape: '`bounds`: list of numbers (1000, 5000, 10000, 50000, 100000)',
  of: 'column',
  parameters: z.strictObject({ bounds: z.array(z.number().finite()).min(1).max(50).default(USUAL) }),
  describe: ({ bounds }) => {
    const list = [...new Set(bounds)].toSorted((a, b) => a - b).join(', ');
    return {
      uk: `числа замінено діапазонами з межами ${list}`,
      en: `numbers replaced by ranges with the bounds ${list}`,
    };
  },
  apply: (work, { bounds }) => everyCell(work, cellOf(bounds)),
});
