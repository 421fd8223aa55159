import { searchTokens } from '../../../language/search-tokens.ts';
import type { RequiredItem } from '../../catalog/index.ts';

/** An item that a title may be about. */
export interface ItemMatch<Item extends RequiredItem = RequiredItem> {
  readonly item: Item;
  /** 0 to 1: how much of what the title says the item says too, and the other way round. */
  readonly likeness: number;
}

/** From here on an item is offered for a click. */
export const LIKELY = 0.5;

/** So much better than the next must the first be, or neither is offered by itself. */
const AHEAD = 1.12;

/** Share of the text's words that the item has too; the rest of the likeness is how much of the item's title the text says. */
const OF_TEXT = 0.55;
/** Weights of the first words of a title. */
const PLACES = [2.2, 1.4];
/** What a met keyword of several words says of an item, as if so much of its title had been met. */
const PHRASE = 0.55;

interface ItemWords<Item extends RequiredItem> {
  readonly item: Item;
  /** Stems of title and keywords: what the item is about. */
  readonly head: ReadonlySet<string>;
  /** Stems of the title alone. */
  readonly title: readonly string[];
  /** Stems of each keyword of several words: one word alone is often that of other things too. */
  readonly phrases: readonly (readonly string[])[];
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

const rawStems = (text: string) => new Set(searchTokens(text).map(({ stem }) => stem));

/** «Реєстр наборів даних» has only words that stand in very many titles: it is about the item whose title has no others either. */
function ofWeakWords<Item extends RequiredItem>(items: readonly Item[], text: string): ItemMatch<Item>[] {
  const said = rawStems(text);
  return items
    .filter(({ title }) => stems(title).length === 0)
    .filter(({ title }) => [...rawStems(title)].filter((stem) => said.has(stem)).length >= 3)
    .map((item) => ({ item, likeness: LIKELY }));
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
    const phrases = item.keywords.map(stems).filter((words) => words.length > 1);
    const head = new Set([...title, ...stems(item.keywords.join(' '))]);
    return { item, title, phrases, head, all: new Set([...head, ...stems(item.name)]) };
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
  /** How much of an item's title a text says; its first words, which name the thing, count more. */
  const placed = (title: readonly string[], said: readonly string[]) => {
    const parts = title.map((stem, at) => ({ weight: tells(stem) * (PLACES[at] ?? 1), there: said.includes(stem) }));
    const all = parts.reduce((total, { weight }) => total + weight, 0);
    return parts.reduce((total, { weight, there }) => total + (there ? weight : 0), 0) / Math.max(all, 1);
  };
  const sum = (list: Iterable<string>) => [...list].reduce((total, stem) => total + tells(stem), 0);
  return {
    match(text) {
      const said = stems(text);
      if (said.length === 0) return ofWeakWords(items, text);
      const whole = sum(said);
      const near = new Set(said.flatMap((stem) => holders.get(stem) ?? []));
      const matches = [...near].map(({ item, title, head, all, phrases }) => {
        const inHead = said.filter((stem) => head.has(stem));
        const below = said.filter((stem) => !head.has(stem) && all.has(stem));
        const ofText = (sum(inHead) + 0.5 * sum(below)) / whole;
        const phrase = phrases.some((words) => words.every((stem) => said.includes(stem)));
        const ofItem = Math.max(placed(title, said), phrase ? PHRASE : 0);
        return { item, likeness: Math.round(1000 * (OF_TEXT * ofText + (1 - OF_TEXT) * ofItem)) / 1000 };
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
