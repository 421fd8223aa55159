import { expect, it } from 'vitest';
import { sideBySide } from './side-by-side.ts';

const rowsOf = (text: string) => text.split('\n').map((line) => line.split(';'));
const TABLES = `;Школа;Учнів;;Садок;Дітей
;Ліцей 1;120;;Сонечко;40
;Ліцей 2;130;;Барвінок;50
;Ліцей 3;140;;Казка;60`;

it('tables beside one another are told, a title above them too', () => {
  const two = [
    { from: 1, width: 2, next: 4, title: null },
    { from: 4, width: 2, title: null },
  ];
  expect(sideBySide(rowsOf(TABLES))).toEqual(two);
  expect(sideBySide(rowsOf(`Заклади громади;;;;;\n${TABLES}`))).toEqual(two);
});

it('a word alone beside their rows, left of all, is lost in none of them: the sheet is one table then', () => {
  expect(sideBySide(rowsOf(TABLES.replace('\n;Ліцей 2', '\nЦентр;;;;;\n;Ліцей 2')))).toBeNull();
});
