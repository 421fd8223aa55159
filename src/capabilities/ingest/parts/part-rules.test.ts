import { expect, test } from 'vitest';
import { matchParts } from './part-rules.ts';

const sheet = (name: string, headers: readonly string[] = []) => ({ name, rows: 3, columns: headers.length, headers });

test('a part is found by its name, by its name of another month, by its columns; else it is gone', () => {
  const before = [
    { name: 'Договори січень 2026', headers: ['Номер', 'Сума'] },
    { name: 'Орендарі', headers: ['Код', 'Назва'] },
    { name: 'Sheet3', headers: ['Вулиця', 'Будинок'] },
    { name: 'Звіт', headers: ['А', 'Б'] },
  ];
  const now = [
    sheet('Лютий', ['Вулиця', 'Будинок']),
    sheet('Орендарі', ['Код', 'Назва', 'Адреса']),
    sheet('Договори (лютий 2026)', ['Номер', 'Сума']),
  ];
  expect(matchParts(before, now).map((found) => found?.name ?? null)).toEqual([
    'Договори (лютий 2026)',
    'Орендарі',
    'Лютий',
    null,
  ]);
});

test('a sign that two parts share decides nothing', () => {
  const before = [
    { name: '2025', headers: ['Номер', 'Сума'] },
    { name: '2026', headers: ['Номер', 'Сума'] },
  ];
  const now = [sheet('2026', ['Номер', 'Сума']), sheet('2027', ['Номер', 'Сума'])];
  // the year that stayed is surely itself; the other one is then the only one left with its columns
  expect(matchParts(before, now).map((found) => found?.name ?? null)).toEqual(['2027', '2026']);
  expect(matchParts(before, [sheet('а', ['Номер', 'Сума']), sheet('б', ['Номер', 'Сума'])])).toEqual([null, null]);
});
