import { typingDistance } from '../../../language/spelling.ts';
import type { TableCheck, Told } from '../check.ts';
import { lines } from '../example.ts';
import { ofColumn } from '../told.ts';
import { inCells } from '../wording.ts';
import { type CategoryValue, categoriesOf } from './category-values.ts';

const LONG_ENOUGH = 6;
/** A slip is that much rarer than what was meant. */
const RARER = 15;
const MOST_TIMES = 2;

const fold = (value: string): string => value.toLocaleLowerCase('uk');

/** «новий» and «нова», «І квартал» and «ІІ квартал» are neighbours but no slips: endings and numbers decide by themselves. */
function isSlip(rare: string, usual: string): boolean {
  if (/\d|(?:^|\s)[IVXІХ]+(?:\s|$)/u.test(rare) || /\d/.test(usual)) return false;
  if (rare.slice(0, -2) === usual.slice(0, -2) || rare.slice(0, 1) !== usual.slice(0, 1)) return false;
  return typingDistance(rare, usual, 1) <= 1;
}

function slips(values: readonly CategoryValue[]): { usual: string; rare: CategoryValue }[] {
  const rarest = values.filter(({ value, times }) => times <= MOST_TIMES && value.length >= LONG_ENOUGH);
  return rarest.flatMap((rare) => {
    const usual = values.find(
      ({ value, times }) =>
        times >= rare.times * RARER && fold(value) !== fold(rare.value) && isSlip(fold(rare.value), fold(value)),
    );
    return usual ? [{ usual: usual.value, rare }] : [];
  });
}

const TREES: readonly string[] = Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? 'Каштан' : 'Липа серцелиста'));

/** A category that stands there once and is one letter away from a frequent one. */
export const categoryTypo: TableCheck = {
  code: 'category-typo',
  title: { uk: 'Схоже на описку', en: 'Like a slip of the pen' },
  why: {
    uk: 'Описка робить із «Каштан» і «Кашттан» дві категорії: рядок з опискою не потрапить ні у фільтр, ні в підрахунок.',
    en: 'A slip makes two categories of one: the row with it is found by no filter and counted in no sum.',
  },
  example: {
    before: lines('id,Порода', ...TREES.with(10, 'Кашттан').map((tree, at) => `${at + 1},${tree}`)),
    after: lines('id,Порода', ...TREES.map((tree, at) => `${at + 1},${tree}`)),
  },
  shapes: 'shape-replace',
  async find(table) {
    const told: Told[] = [];
    for (const { column, values } of await categoriesOf(table)) {
      const found = slips(values);
      if (found.length === 0) continue;
      const n = found.reduce((sum, { rare }) => sum + rare.times, 0);
      const cells = inCells(n);
      const { title } = column.profile;
      const [first] = found;
      told.push(
        ofColumn(
          'category-typo',
          column.profile,
          {
            uk: `У стовпці «${title}» у ${cells.uk} значення відрізняється від частого на одну літеру: «${first?.rare.value}», може, «${first?.usual}»? Якщо це описка, замінимо; якщо ні, лишіть.`,
            en: `In “${title}”, ${cells.en} ${n === 1 ? 'differs' : 'differ'} from a frequent value by one letter: “${first?.rare.value}”, perhaps “${first?.usual}”? If it is a slip we can replace it; if not, leave it.`,
          },
          {
            count: n,
            places: found.slice(0, 20).map(({ usual, rare }) => ({ row: 0, value: rare.value, repaired: usual })),
            step: {
              code: 'shape-replace',
              columnTitle: null,
              parameters: { column: title, values: found.map(({ usual, rare }) => [rare.value, usual]) },
            },
          },
        ),
      );
    }
    return told;
  },
};
