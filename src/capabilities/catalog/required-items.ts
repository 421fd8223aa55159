import { queryTokens, searchTokens } from '../../language/search-tokens.ts';
import facts from './facts/required-items.json';
import { FREQUENCIES, type Frequency } from './passport.ts';
import type { RequiredItem, RequiredSection } from './required-item.ts';

/** Which edition of the list the items are of; later changes of the resolution are not in it. */
export const requiredListEdition: string = facts.edition;

const SECTIONS: readonly RequiredSection[] = ['local-government', 'all', 'state-administrations'];

function frequencyOf(code: string): Frequency {
  const known = FREQUENCIES.find((frequency) => frequency === code);
  if (!known) throw new Error(`the list of resolution 835 names an unknown frequency: ${code}`);
  return known;
}

function audienceOf(code: string): RequiredSection {
  return SECTIONS.find((section) => section === code) ?? 'all';
}

const ITEMS: readonly RequiredItem[] = facts.items.map(({ aim, ...item }) => ({
  ...item,
  audience: audienceOf(item.audience),
  frequency: frequencyOf(item.frequency),
  frequencySource: item.frequencySource === 'recommendation-page' ? 'recommendation-page' : 'suggestion',
  purpose:
    `${aim} Оприлюднюється на виконання постанови Кабінету Міністрів України від 21.10.2015 № 835 ` +
    `(Перелік наборів даних, розділ «${item.section}», пункт ${item.number}).`,
}));

/** All items, those of local government first, then those of every holder, then of state administrations; by number inside. */
export function listRequiredItems(): RequiredItem[] {
  return [...ITEMS].sort((a, b) => SECTIONS.indexOf(a.audience) - SECTIONS.indexOf(b.audience) || a.number - b.number);
}

/** The item under that heading with that number; the heading may also be given by its code (`local-government`). */
export function findRequiredItem(section: string, number: number): RequiredItem | null {
  return (
    ITEMS.find((item) => (item.section === section || item.audience === section) && item.number === number) ?? null
  );
}

/** Items that answer a question in any word forms, best first: what a clerk types when looking for "their" item. */
export function searchRequiredItems(q: string, limit = 10): RequiredItem[] {
  const tokens = queryTokens(q);
  if (tokens.length === 0) return listRequiredItems().slice(0, limit);
  const scored = listRequiredItems().map((item) => ({ item, score: scoreOf(item, tokens) }));
  return scored
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
