import { foldText } from '../../language/folding.ts';
import { stemOf } from '../../language/stemming.ts';
import type { Card } from './card.ts';

/** Columns that every second table has say nothing of kinship. */
const COMMON = new Set([
  'назва',
  'адреса',
  'вулиця',
  'будинок',
  'номер',
  'телефон',
  'дата',
  'широта',
  'довгота',
  'примітка',
  'код',
  'індекс',
  'рік',
  'населений пункт',
  'електронна пошта',
  'сайт',
]);

const WORTH = { keyword: 3, title: 2, theme: 1.5, unit: 1, column: 0.7 };
const MOST_COLUMNS = 5;

const stems = (words: readonly string[]) =>
  new Set(
    words
      .flatMap((word) => foldText(word).split(/[^\p{L}\p{N}]+/u))
      .filter((word) => word.length > 3)
      .map(stemOf),
  );

function columnTitles(card: Card): Set<string> {
  const open = card.resources.flatMap((one) => one.fields).filter((field) => field.sensitivity === 'open');
  return new Set(open.map((field) => field.title.trim().toLocaleLowerCase('uk')).filter((title) => !COMMON.has(title)));
}

function shared<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): number {
  let count = 0;
  for (const value of one) if (other.has(value)) count += 1;
  return count;
}

/** How near two datasets are: by keywords, words of the title, themes, publisher and columns. 0 is no kinship worth telling. */
export function relatedness(one: Card, other: Card): number {
  const keywords = shared(stems(one.passport.keywords), stems(other.passport.keywords));
  const titles = shared(stems([one.passport.title]), stems([other.passport.title]));
  const themes = shared(new Set(one.passport.themes), new Set(other.passport.themes));
  const columns = Math.min(MOST_COLUMNS, shared(columnTitles(one), columnTitles(other)));
  const meaning = keywords * WORTH.keyword + titles * WORTH.title + themes * WORTH.theme + columns * WORTH.column;
  return one.unit.id === other.unit.id ? meaning + WORTH.unit : meaning;
}

/** The nearest of the candidates, best first; those with nothing but a shared office are left out. */
export function nearestCards(card: Card, candidates: readonly Card[], most: number): Card[] {
  return candidates
    .filter((one) => one.datasetId !== card.datasetId)
    .map((one) => ({ one, near: relatedness(card, one) }))
    .filter(({ near }) => near > WORTH.unit)
    .sort((a, b) => b.near - a.near || (a.one.changedAt < b.one.changedAt ? 1 : -1))
    .slice(0, most)
    .map(({ one }) => one);
}
