import { foldText } from '../../../language/folding.ts';
import { searchTokens } from '../../../language/search-tokens.ts';
import type { RequiredItem } from '../../catalog/index.ts';
import type { GivenItem } from './edition-file.ts';

/** From here on a reworded item counts as the same. */
const ALIKE = 0.5;

/** How an item of a new edition stands to the one in force. */
export interface ItemChange<Item> {
  readonly kind: 'same' | 'renumbered' | 'reworded' | 'added' | 'removed';
  readonly before: RequiredItem | null;
  readonly after: Item | null;
  /** 0 to 1: how many words the two share. */
  readonly likeness: number;
}

const bare = (text: string) =>
  foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((stem) => other.has(stem)).length;
  return shared / Math.max(1, one.size + other.size - shared);
}

const stemsOf = (name: string) => new Set(searchTokens(name).map(({ stem }) => stem));

/** Items of the new edition with the line each carries on; null: it is new. By the same words first, then the likest pair by pair. */
export function matchLines(before: readonly RequiredItem[], after: readonly GivenItem[]): (RequiredItem | null)[] {
  const found: (RequiredItem | null)[] = after.map(() => null);
  const free = new Set(before);
  for (const [at, item] of after.entries()) {
    const same = [...free].find((one) => one.audience === item.audience && bare(one.name) === bare(item.name));
    if (!same) continue;
    found[at] = same;
    free.delete(same);
  }
  const words = new Map([...free].map((item) => [item, stemsOf(item.name)]));
  const pairs = after.flatMap((item, at) => {
    if (found[at]) return [];
    const stems = stemsOf(item.name);
    return [...free]
      .filter(({ audience }) => audience === item.audience)
      .map((one) => ({ at, one, likeness: likenessOf(stems, words.get(one) ?? new Set()) }))
      .filter(({ likeness }) => likeness >= ALIKE);
  });
  for (const { at, one } of pairs.sort((a, b) => b.likeness - a.likeness)) {
    if (found[at] || !free.has(one)) continue;
    found[at] = one;
    free.delete(one);
  }
  return found;
}

/** What changes from one edition to another whose items carry their lines on: added and removed first, then reworded, then the rest. */
export function compareEditions<Item extends RequiredItem>(
  before: readonly RequiredItem[],
  after: readonly Item[],
): ItemChange<Item>[] {
  const known = new Map(before.map((item) => [item.line, item]));
  const changes = after.map((item): ItemChange<Item> => {
    const old = known.get(item.line);
    if (!old) return { kind: 'added', before: null, after: item, likeness: 0 };
    if (bare(old.name) !== bare(item.name))
      return {
        kind: 'reworded',
        before: old,
        after: item,
        likeness: likenessOf(stemsOf(old.name), stemsOf(item.name)),
      };
    return { kind: old.number === item.number ? 'same' : 'renumbered', before: old, after: item, likeness: 1 };
  });
  const kept = new Set(after.map(({ line }) => line));
  const removed = before
    .filter(({ line }) => !kept.has(line))
    .map((item): ItemChange<Item> => ({ kind: 'removed', before: item, after: null, likeness: 0 }));
  const order = ['added', 'removed', 'reworded', 'renumbered', 'same'];
  return [...changes, ...removed].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}
