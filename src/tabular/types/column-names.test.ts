import { expect, it } from 'vitest';
import { columnNames } from './column-names.ts';

it('gives every column a valid machine name, unique in the table', () => {
  const headers = [
    'Назва закладу',
    'Код ЄДРПОУ',
    '№',
    '2024 рік',
    '',
    '***',
    'Назва Закладу',
    'Щомісячна сума, грн',
    'СТАН',
    'on_route',
    'дуже '.repeat(40),
  ];
  const names = columnNames(headers);
  expect(names.slice(0, 10)).toEqual([
    'nazvaZakladu',
    'kodYedrpou',
    'nomer',
    'n2024Rik',
    'column5',
    'column6',
    'nazvaZakladu2',
    'shchomisiachnaSumaHrn',
    'stan',
    'on_route',
  ]);
  for (const name of names) expect(name).toMatch(/^[A-Za-z][A-Za-z0-9_]{0,62}$/);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
});
