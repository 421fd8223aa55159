import { searchTokens } from '../../../language/search-tokens.ts';
import type { RequiredItem } from '../../catalog/index.ts';

/** An item that a title may be about. */
export interface ItemMatch<Item extends RequiredItem = RequiredItem> {
  readonly item: Item;
  /** 0 to 1: how much of what the title says the item says too, and the other way round. */
  readonly likeness: number;
}

/** From here on an item is offered for a click. */
export const LIKELY = 0.42;

/** So much better than the next must the first be, or neither is offered by itself. */
const AHEAD = 1.12;

interface ItemWords<Item extends RequiredItem> {
  readonly item: Item;
  /** Stems of title and keywords: what the item is about. */
  readonly head: ReadonlySet<string>;
  /** Stems of the title alone. */
  readonly title: readonly string[];
  /** Stems of the whole text. */
  readonly all: ReadonlySet<string>;
}

/** Words that many bodies put into every title and that tell no item from another. */
const EVERYWHERE = new Set(
  searchTokens(
    'міська міської ради рада міста місто громада громади територіальна територіальної виконавчий комітет селищна сільська область україна україни ' +
      'рік роки року квартал місяць станом звіт щодо стосовно облік даних наявні наявність розпорядника кількість',
  ).map(({ stem }) => stem),
);

function stems(text: string): string[] {
  const telling = searchTokens(text).filter(({ stem, weak, word }) => {
    return !weak && word.length > 1 && !/^\d+$/.test(word) && !EVERYWHERE.has(stem);
  });
  return [...new Set(telling.map(({ stem }) => stem))];
}

/** Made once for many titles: which stems the items have, and how much each tells. */
export interface Matcher<Item extends RequiredItem> {
  /** Items a title may be about, the likeliest first, at most five; none below half of LIKELY. */
  match(text: string): ItemMatch<Item>[];
}

/** Compares titles with the items of the lists by words in any form; rare words tell more than common ones. */
export function itemMatcher<Item extends RequiredItem>(items: readonly Item[]): Matcher<Item> {
  const words: ItemWords<Item>[] = items.map((item) => {
    const title = stems(item.title);
    const head = new Set([...title, ...stems(item.keywords.join(' '))]);
    return { item, title, head, all: new Set([...head, ...stems(item.name)]) };
  });
  const met = new Map<string, number>();
  for (const { all } of words) for (const stem of all) met.set(stem, (met.get(stem) ?? 0) + 1);
  const holders = new Map<string, ItemWords<Item>[]>();
  for (const one of words) for (const stem of one.all) holders.set(stem, [...(holders.get(stem) ?? []), one]);
  const unknown = Math.log(1 + items.length / 2);
  const tells = (stem: string) => {
    const times = met.get(stem);
    return times === undefined ? unknown : Math.log(1 + items.length / times);
  };
  const sum = (list: Iterable<string>) => [...list].reduce((total, stem) => total + tells(stem), 0);
  return {
    match(text) {
      const said = stems(text);
      if (said.length === 0) return [];
      const whole = sum(said);
      const met = new Set(said.flatMap((stem) => holders.get(stem) ?? []));
      const matches = [...met].map(({ item, title, head, all }) => {
        const inHead = said.filter((stem) => head.has(stem));
        const below = said.filter((stem) => !head.has(stem) && all.has(stem));
        const ofText = (sum(inHead) + 0.5 * sum(below)) / whole;
        const ofItem = sum(title.filter((stem) => said.includes(stem))) / Math.max(sum(title), 1);
        const covered = Math.max(ofItem, 0.8 * (sum(inHead) / Math.max(sum(title), 1)) > 1 ? 0.8 : ofItem);
        return { item, likeness: Math.round(1000 * (0.55 * ofText + 0.45 * covered)) / 1000 };
      });
      return matches
        .filter(({ likeness }) => likeness >= LIKELY / 2)
        .sort((one, other) => other.likeness - one.likeness)
        .slice(0, 5);
    },
  };
}

/** The item to offer for a title, or null where none is likely or two are equally so. */
export function offeredItem<Item extends RequiredItem>(matches: readonly ItemMatch<Item>[]): ItemMatch<Item> | null {
  const [first, second] = matches;
  if (!first || first.likeness < LIKELY) return null;
  return second && first.likeness < second.likeness * AHEAD ? null : first;
}
