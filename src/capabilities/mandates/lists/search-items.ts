import { queryTokens, searchTokens } from '../../../language/search-tokens.ts';
import type { RequiredItem } from '../../catalog/index.ts';

/** Items that answer a question in any word forms, best first: what a clerk types when looking for "their" item. */
export function searchItems<Item extends RequiredItem>(items: readonly Item[], q: string, limit = 10): Item[] {
  const tokens = queryTokens(q);
  if (tokens.length === 0) return items.slice(0, limit);
  return items
    .map((item) => ({ item, score: scoreOf(item, tokens) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ item }) => item);
}

function scoreOf(item: RequiredItem, tokens: ReturnType<typeof queryTokens>): number {
  const title = new Set(searchTokens(`${item.title} ${item.keywords.join(' ')}`).map((token) => token.stem));
  const all = searchTokens(`${item.title} ${item.keywords.join(' ')} ${item.name}`).map((token) => token.stem);
  const last = tokens.at(-1);
  return tokens.reduce((score, token) => {
    const stems = [token.stem, ...token.alternatives];
    if (stems.some((stem) => title.has(stem))) return score + (token.weak ? 1 : 10);
    if (stems.some((stem) => all.includes(stem))) return score + (token.weak ? 1 : 6);
    const begun = token === last && token.word.length >= 3 && all.some((stem) => stem.startsWith(token.stem));
    return begun ? score + 4 : score;
  }, 0);
}
