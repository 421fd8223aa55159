import type { TableCheck, Told } from '../check.ts';
import { lines } from '../example.ts';
import { ofColumn } from '../told.ts';
import { inCells } from '../wording.ts';
import { type CategoryValue, categoriesOf } from './category-values.ts';

/** What stays of a value when case, marks and spaces are taken away. */
const bare = (value: string): string =>
  value
    .toLocaleLowerCase('uk')
    .replace(/[\u2019'ʼ`´‘"“”„«»*]/gu, '')
    .replace(/[‐‑–—−]/gu, '-')
    .replace(/\s*-\s*/gu, '-')
    .replace(/[.,;:\s]+$/u, '')
    .replace(/\s+/gu, ' ');

/** Spellings of one value under the one that stands there most often. */
function spellings(values: readonly CategoryValue[]): { usual: string; other: CategoryValue }[] {
  const first = new Map<string, string>();
  return values.flatMap((other) => {
    const key = bare(other.value);
    const usual = first.get(key);
    if (usual === undefined) first.set(key, other.value);
    return usual === undefined || usual === other.value || key === '' ? [] : [{ usual, other }];
  });
}

/** One category written in several ways: «Школа», «школа», «ШКОЛА.». */
export const categorySpelling: TableCheck = {
  code: 'category-spelling',
  title: { uk: 'Одне значення записано по-різному', en: 'One value written in several ways' },
  why: {
    uk: '«Школа» і «школа» для програми дві різні категорії: у фільтрі їх буде дві, і кожна покаже лише частину рядків.',
    en: '“Школа” and “школа” are two categories to a program: a filter shows both, each with a part of the rows.',
  },
  example: {
    before: lines(
      'id,Тип',
      ...[
        'Школа',
        'Школа',
        'Садок',
        'школа',
        'Садок',
        'Школа',
        'Садок',
        'Школа.',
        'Садок',
        'Школа',
        'Садок',
        'Школа',
      ].map((type, at) => `${at + 1},${type}`),
    ),
    after: lines(
      'id,Тип',
      ...[
        'Школа',
        'Школа',
        'Садок',
        'Школа',
        'Садок',
        'Школа',
        'Садок',
        'Школа',
        'Садок',
        'Школа',
        'Садок',
        'Школа',
      ].map((type, at) => `${at + 1},${type}`),
    ),
  },
  mends: true,
  async find(table) {
    const told: Told[] = [];
    for (const { column, values } of await categoriesOf(table)) {
      const found = spellings(values);
      if (found.length === 0) continue;
      const n = found.reduce((sum, { other }) => sum + other.times, 0);
      const cells = inCells(n);
      const { title } = column.profile;
      const [first] = found;
      told.push(
        ofColumn(
          'category-spelling',
          column.profile,
          {
            uk: `У стовпці «${title}» у ${cells.uk} те саме значення записано інакше: «${first?.other.value}» замість «${first?.usual}»${found.length > 1 ? ' тощо' : ''}. Запишемо однаково, як пишуть частіше.`,
            en: `In “${title}”, ${cells.en} ${n === 1 ? 'holds' : 'hold'} the same value written otherwise: “${first?.other.value}” for “${first?.usual}”${found.length > 1 ? ' and the like' : ''}. We can write it alike, as it is written most often.`,
          },
          {
            count: n,
            places: found.slice(0, 20).map(({ usual, other }) => ({ row: 0, value: other.value, repaired: usual })),
            repairable: true,
            step: {
              code: 'shape-replace',
              columnTitle: null,
              parameters: { column: title, values: found.map(({ usual, other }) => [other.value, usual]) },
            },
          },
        ),
      );
    }
    return told;
  },
};
