import { lines } from '../example.ts';
import { patternCheck } from '../pattern-check.ts';

const PATTERN = '^-?\\d{1,9}[.,]\\d{0,10}(?:0{6,}|9{6,})\\d{1,3}$';

/** Fractions with the trace of a calculation: 0.30000000000000004. */
export const floatNoise = (() => {
  const check = patternCheck({
    code: 'float-noise',
    title: { uk: 'Дріб зі слідом обчислення', en: 'A fraction with the trace of a calculation' },
    why: {
      uk: '«0.30000000000000004» — це 0.3, зіпсоване обчисленням: люди бачать шістнадцять знаків точності, якої не було.',
      en: '“0.30000000000000004” is 0.3 spoilt by a calculation: people see sixteen digits of a precision that never was.',
    },
    example: {
      before: lines('id,Площа', '1,0.30000000000000004', '2,12.5', '3,7.199999999999999'),
      after: lines('id,Площа', '1,0.3', '2,12.5', '3,7.2'),
    },
    pattern: PATTERN,
    of: 'clean',
    say: (cells, { profile }, n) => ({
      uk: `У стовпці «${profile.title}» у ${cells.uk} дріб має довгий хвіст від обчислення («0.30000000000000004»). Округлимо його до восьми знаків після крапки: саме значення не зміниться.`,
      en: `In “${profile.title}”, ${cells.en} ${n === 1 ? 'holds a fraction' : 'hold fractions'} with the long tail of a calculation (“0.30000000000000004”). We can round it to eight digits; the value itself stays.`,
    }),
    repair: (raw, clean) =>
      `CASE WHEN regexp_matches(${clean}, '${PATTERN}') THEN CAST(round(CAST(replace(${clean}, ',', '.') AS DOUBLE), 8) AS VARCHAR) ELSE ${raw} END`,
  });
  // zeros and nines are what it is about: the shape of a value only says that it may be so
  const [found] = check.predicates;
  return found ? { ...check, predicates: [{ ...found, digits: { shape: '-?0{1,9}[.,]0{7,}' } }] } : check;
})();
