import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSet } from '../../bench/privacy/made/make-set.ts';
import { type Measured, measureLabels } from '../../bench/privacy/measure-labels.ts';

/** A part of the invented set that is read in seconds; the whole is measured by `npm run bench:privacy`. */
const PART = [
  'Реєстр звернень громадян 2024.csv',
  'Черга в ЗДО станом на 01.09.2025.xlsx',
  'Контакти посадових осіб.xlsx',
  'Витяг з реєстру.xlsx',
  'subsidies_2024.csv',
  'Боржники.csv',
  'Перелік орендарів комунального майна.csv',
  'Платежі за березень.csv',
  'ФОП на єдиному податку.csv',
  'Постанови за паркування.csv',
  'Рішення виконкому 2025.csv',
  'Заклади загальної середньої освіти.csv',
  'Реєстр вулиць.xlsx',
  'codes.csv',
];
const ROWS = 40;

const GROUPS = [
  {
    what: 'numbered identifiers, phone and e-mail',
    codes: 'tax-number passport-book passport-card foreign-passport unzr iban bank-card plate vin phone email',
    recall: 0.99,
    precision: 0.97,
  },
  { what: 'names', codes: 'person-name', recall: 0.97, precision: 0.92 },
  { what: 'home addresses and texts', codes: 'home-address free-text', recall: 0.9, precision: 0.85 },
];

const folder = mkdtempSync(join(tmpdir(), 'personal-data-'));
let measured: Measured;
beforeAll(async () => {
  makeSet(folder, ROWS, (name) => PART.some((one) => name.endsWith(one)));
  measured = await measureLabels({
    labels: join(folder, 'LABELS.tsv'),
    folder,
    cells: join(folder, 'CELLS.tsv'),
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(GROUPS)('$what', ({ codes, recall, precision }) => {
  it.each(['columns', 'cells'] as const)(
    'are found in %s of invented tables, and hardly where there are none',
    (of) => {
      const scores = codes
        .split(' ')
        .flatMap((code) => [...(measured[of] ?? [])].flatMap(([meaning, one]) => (meaning === code ? [one] : [])));
      const sum = (part: 'n' | 'found' | 'told' | 'right') => scores.reduce((total, score) => total + score[part], 0);
      const faults = scores.flatMap(({ misses, alarms }) => [...misses, ...alarms]);
      expect(sum('n')).toBeGreaterThan(0);
      expect(sum('found') / sum('n'), faults.join('\n')).toBeGreaterThanOrEqual(recall);
      expect(sum('right') / sum('told'), faults.join('\n')).toBeGreaterThanOrEqual(precision);
    },
  );
});

it('reads every table of it', () => {
  expect(measured.notes).toEqual([]);
  expect(measured.tables).toBe(16);
});
