import type { Paged } from '../../kernel/paging.ts';
import { compareUkrainian } from '../../language/collation.ts';
import { type QueryToken, queryTokens, searchTokens, trigramsOf } from '../../language/search-tokens.ts';
import type { Context } from '../../platform/context.ts';
import type { Card } from './card.ts';
import { termOf } from './card-words.ts';
import {
  type EntryQuestion,
  type FacetRow,
  type FoundEntries,
  selectEntries,
  selectNearWords,
} from './search-store.ts';

const LONGEST_QUESTION = 300;
const MOST_WORDS = 12;

/** A question to the public catalog. */
export interface CardSearch {
  readonly q?: string;
  /** Slug or id of a unit. */
  readonly unit?: string;
  /** Code of a theme. */
  readonly theme?: string;
  /** E.g. `CSV`; case does not matter. */
  readonly format?: string;
  readonly page: number;
  readonly size: number;
  /** Cards to leave out at the beginning, instead of `page`. */
  readonly offset?: number;
}

/** One choice of a facet: `value` goes into the address. */
export interface FacetValue {
  readonly value: string;
  /** Units: the unit's name; themes and formats: same as `value`. */
  readonly title: string;
  readonly count: number;
}

/** How many of the found cards each choice has; a facet's own choice does not narrow its own counts. */
export interface CardFacets {
  readonly units: readonly FacetValue[];
  readonly themes: readonly FacetValue[];
  readonly formats: readonly FacetValue[];
}

export interface FoundCards extends Paged<Card> {
  readonly facets: CardFacets;
  /** `all`: every word was found; `any`: only some of the words; `none`: no word was asked. */
  readonly matched: 'all' | 'any' | 'none';
  /** Nothing found: words of the catalog close to what was asked, best first, at most 5. */
  readonly near: readonly string[];
}

/** In a catalog of data these say nothing: alone they ask for everything. */
const NOISE = new Set(searchTokens('дані набір інформація data dataset').map((token) => token.stem));

/** The words that decide what is found: weak ones («перелік») only where nothing else was asked. */
function tellingTokens(q: string): QueryToken[] {
  const tokens = queryTokens(q.slice(0, LONGEST_QUESTION)).filter((token) => !NOISE.has(token.stem));
  const telling = tokens.filter((token) => !token.weak);
  return (telling.length > 0 ? telling : tokens).slice(0, MOST_WORDS);
}

function questionOf(search: CardSearch, terms: readonly string[], how: '&' | '|'): EntryQuestion {
  return {
    match: terms.length === 0 ? null : terms.join(` ${how} `),
    order: terms.length === 0 ? null : terms.join(' | '),
    unit: search.unit || null,
    theme: search.theme || null,
    format: search.format?.toUpperCase() || null,
    limit: search.size,
    offset: search.offset ?? (search.page - 1) * search.size,
  };
}

const byCount = (values: FacetValue[]): FacetValue[] =>
  values.sort((a, b) => b.count - a.count || compareUkrainian(a.title, b.title));

/** Adds the counts up for each value; a set of themes or formats is taken apart into its single ones. */
function facetOf(
  rows: readonly FacetRow[],
  valuesOf: (row: FacetRow) => readonly (readonly [value: string, title: string])[],
): FacetValue[] {
  const facet = new Map<string, FacetValue>();
  for (const row of rows)
    for (const [value, title] of valuesOf(row))
      facet.set(value, { value, title, count: (facet.get(value)?.count ?? 0) + row.count });
  return byCount([...facet.values()]);
}

function facetsOf(rows: readonly FacetRow[]): CardFacets {
  const same = (value: string) => [value, value] as const;
  const of = (facet: FacetRow['facet']) => rows.filter((row) => row.facet === facet);
  return {
    units: facetOf(of('unit'), (row) => [[row.unit_slug ?? '', row.unit_name ?? '']]),
    themes: facetOf(of('themes'), (row) => (row.themes ?? []).map(same)),
    formats: facetOf(of('formats'), (row) => (row.formats ?? []).map(same)),
  };
}

/** Words of the catalog close to those that were asked, in turn from each, at most five. */
async function nearWords(ctx: Context, tokens: readonly QueryToken[]): Promise<string[]> {
  const near = new Set<string>();
  for (const token of tokens.slice(0, 3)) {
    const meant = [token.word, ...token.alternatives.filter((stem) => /[а-яіїєґ]/.test(stem)).slice(0, 1)];
    for (const word of meant) for (const found of await selectNearWords(ctx.db, trigramsOf(word), 3)) near.add(found);
  }
  return [...near].slice(0, 5);
}

/**
 * Published cards that answer a question: by the stems of all its words (the last also by its beginning), ordered by how well title,
 * keywords and unit answer, then the latest changed. Where no card has all the words, cards with some of them.
 */
export async function searchCards(ctx: Context, search: CardSearch): Promise<FoundCards> {
  const tokens = tellingTokens(search.q ?? '');
  const terms = tokens.map((token, at) => termOf(token, at === tokens.length - 1));
  const paged = { page: search.page, size: search.size };
  const all = await selectEntries(ctx.db, questionOf(search, terms, '&'));
  const answer = (found: FoundEntries, matched: FoundCards['matched'], near: string[] = []): FoundCards => ({
    items: found.cards,
    total: found.total,
    ...paged,
    facets: facetsOf(found.facets),
    matched,
    near,
  });
  if (terms.length === 0) return answer(all, 'none');
  if (all.facets.length > 0) return answer(all, 'all');
  const any = terms.length > 1 ? await selectEntries(ctx.db, questionOf(search, terms, '|')) : all;
  if (any.facets.length > 0) return answer(any, 'any');
  return answer(any, 'all', await nearWords(ctx, tokens));
}
