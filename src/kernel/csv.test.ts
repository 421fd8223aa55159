import { expect, test } from 'vitest';
import { csvLine, csvRows } from './csv.ts';

test('what is written as CSV is read back as it was', () => {
  const rows = [
    ['Назва', 'Примітка'],
    ['КП "Парк", відділ 1', 'у двох\nрядках'],
    ['', '12,5'],
  ];
  expect(csvRows(rows.map(csvLine).join('').trimEnd())).toEqual(rows);
});

test('another sign stands between cells; what is in quotes stays together, also where a quote is not closed', () => {
  expect(csvRows('1;"вулиця; провулок"\r\n2;площа', ';')).toEqual([
    ['1', 'вулиця; провулок'],
    ['2', 'площа'],
  ]);
  expect(csvRows('1,"Школа "Мрія" № 1",320')).toEqual([['1', 'Школа "Мрія" № 1', '320']]);
  expect(csvRows('1,"Школа')).toEqual([['1', '"Школа']]);
});
