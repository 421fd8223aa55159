import { dayOf } from '../../kernel/dates.ts';
import { compareUkrainian } from '../../language/collation.ts';
import type { Context } from '../../platform/context.ts';
import type { AskedWord, Understanding, Vocabulary } from './asked-words.ts';
import type { CardFacets, CardSearch, FacetValue, FoundCards } from './card-search.ts';
import { nearQuestions } from './near-questions.ts';
import { decidingWords, matchesOf, type QuestionMatches } from './question-match.ts';
import { scoreHead } from './score-cards.ts';
import {
  type Candidate,
  type FacetRow,
  type Found,
  type Narrowing,
  selectAnswerPage,
  selectBestHeads,
  selectFew,
} from './search-store.ts';
import { understandQuestion } from './understand-question.ts';

/** So many found cards are ranked one by one; of more than that the most promising. */
const FEW = 300;
const HEADS = 120;
/** With fewer answers than this, cards with a smaller part of the question are answers too. */
const PLENTY = 8;
/** A card with a smaller part of the question is an answer when it is at least so good beside the best. */
const WORTH_SHOWING = 0.45;
/** Marks this close are the same: then use decides, then newness. */
const SAME_SCORE = 0.02;

function narrowingOf(ctx: Context, search: CardSearch): Narrowing {
  return {
    unit: search.unit || null,
    theme: search.theme || null,
    format: search.format?.toUpperCase() || null,
    keyword: search.keyword?.trim().toLowerCase() || null,
    frequency: search.frequency || null,
    freshness: search.freshness ?? null,
    today: dayOf(ctx.clock.now()),
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
      if (value !== '') facet.set(value, { value, title, count: (facet.get(value)?.count ?? 0) + row.count });
  return byCount([...facet.values()]);
}

function facetsOf(rows: readonly FacetRow[]): CardFacets {
  const same = (value: string) => [value, value] as const;
  const of = (facet: FacetRow['facet']) => rows.filter((row) => row.facet === facet);
  const plain = (facet: FacetRow['facet']) => facetOf(of(facet), (row) => [same(row.value ?? '')]);
  return {
    units: facetOf(of('unit'), (row) => [[row.unit_slug ?? '', row.unit_name ?? '']]),
    themes: facetOf(of('themes'), (row) => (row.themes ?? []).map(same)),
    formats: facetOf(of('formats'), (row) => (row.formats ?? []).map(same)),
    frequencies: plain('frequency'),
    freshness: plain('freshness'),
    keywords: plain('keyword'),
  };
}

/** A card with its mark for a question. */
export interface Ranked {
  readonly id: string;
  readonly score: number;
  readonly covered: number;
  readonly asAsked: boolean;
}

/** Candidates by meaning; among equals the more used, then the newer ones. */
export function rankCandidates(
  candidates: readonly Candidate[],
  words: readonly AskedWord[],
  vocabulary: Vocabulary,
): Ranked[] {
  const scored = candidates.map((one) => ({ ...one, ...scoreHead(one.head, words, vocabulary) }));
  const best = scored.reduce((most, { score }) => Math.max(most, score), 0);
  const step = Math.max(best * SAME_SCORE, 1e-9);
  const mark = (score: number) => Math.round(score / step);
  return scored
    .sort(
      (a, b) => mark(b.score) - mark(a.score) || b.uses - a.uses || b.changedAt - a.changedAt || (a.id < b.id ? -1 : 1),
    )
    .map(({ id, score, covered, asAsked }) => ({ id, score, covered, asAsked }));
}

/** Cards that answer by another word alone, far weaker than the best, are no answers; the asked word itself in a description is one. */
function withoutTail(ranked: readonly Ranked[]): Ranked[] {
  const best = ranked[0]?.score ?? 0;
  return ranked.filter(({ score, asAsked }) => asAsked || score >= best * WORTH_SHOWING);
}

interface Answers {
  readonly found: Found;
  readonly ranked: readonly Ranked[];
  /** Every word that decides was met by the best answer. */
  readonly whole: boolean;
}

const NOBODY: Answers = { found: { kind: 'these', ids: [] }, ranked: [], whole: false };

/** Finds the cards that answer and puts them in order; of very many only the most promising are ordered. */
export async function rankAnswers(
  ctx: Context,
  { words }: Understanding,
  vocabulary: Vocabulary,
  by: Narrowing,
): Promise<Answers> {
  const matches = matchesOf(words);
  if (matches === null) return NOBODY;
  const few = surelyMany(words, vocabulary) ? null : await selectFew(ctx.db, matches.enough, FEW);
  const answers = few === null ? await manyAnswers(ctx, matches, words, vocabulary, by) : null;
  if (answers) return answers;
  const strict = few ?? [];
  if (strict.length >= PLENTY) return these(withoutTail(rankCandidates(strict, words, vocabulary)));
  const more =
    (await selectFew(ctx.db, matches.any, FEW)) ?? (await selectBestHeads(ctx.db, [matches.all, matches.any], by, FEW));
  const known = new Set(strict.map(({ id }) => id));
  const ranked = rankCandidates([...strict, ...more.filter(({ id }) => !known.has(id))], words, vocabulary);
  return these(withoutTail(ranked));
}

/** One word that very many cards have: no need to count them first. */
function surelyMany(words: readonly AskedWord[], { counts }: Vocabulary): boolean {
  const deciding = decidingWords(words);
  const [only] = deciding;
  if (only === undefined || deciding.length > 1) return false;
  return only.meanings.some(({ stems: [stem = '', ...more] }) => more.length === 0 && (counts.get(stem) ?? 0) > FEW);
}

/** Below this part of the question's weight some word was not met at all. */
const WHOLE = 0.5;

function these(ranked: readonly Ranked[]): Answers {
  const ids = ranked.map(({ id }) => id);
  return { found: { kind: 'these', ids }, ranked, whole: (ranked[0]?.covered ?? 0) >= WHOLE };
}

async function manyAnswers(
  ctx: Context,
  matches: QuestionMatches,
  words: readonly AskedWord[],
  vocabulary: Vocabulary,
  by: Narrowing,
): Promise<Answers> {
  const tiers = matches.all === matches.enough ? [matches.all] : [matches.all, matches.enough];
  const ranked = rankCandidates(await selectBestHeads(ctx.db, tiers, by, HEADS), words, vocabulary);
  return {
    found: { kind: 'match', match: matches.enough },
    ranked,
    whole: (ranked[0]?.covered ?? WHOLE) >= WHOLE,
  };
}

const SURE = 0.7;

/** Stems worth marking in the answers: of the words as they were read; of official words only where no card has the asked one. */
function stemsToMark(words: readonly AskedWord[]): string[] {
  const stems = words.flatMap(({ meanings }) => {
    const sure = meanings.filter(({ weight }) => weight >= SURE);
    const asked = sure.filter((meaning) => meaning.asked);
    return (asked.length > 0 ? asked : sure).flatMap((meaning) => meaning.stems);
  });
  return [...new Set(stems)];
}

/**
 * Published cards that answer a question in any word forms, spelling, layout or everyday words: by how well they answer, then by use, then
 * the latest changed. Where few cards have all the words, cards with some of them come after. What the facets count are the same cards.
 */
export async function searchCards(ctx: Context, search: CardSearch): Promise<FoundCards> {
  const by = narrowingOf(ctx, search);
  const limit = { limit: search.size, offset: search.offset ?? (search.page - 1) * search.size };
  const paged = { page: search.page, size: search.size };
  const question = search.q?.trim()
    ? await understandQuestion(ctx, search.q, search.literal ? 'literal' : 'asked')
    : null;
  if (question === null || question.understanding.words.length === 0) {
    const order = search.order === 'used' ? 'used' : 'newest';
    const page = await selectAnswerPage(ctx.db, { ...by, ...limit, found: { kind: 'everything' }, ranked: [], order });
    const facets = facetsOf(page.facets);
    return {
      items: page.cards,
      total: page.total,
      ...paged,
      facets,
      matched: 'none',
      understood: null,
      stems: [],
      missing: [],
      near: [],
    };
  }
  const { understanding, vocabulary } = question;
  const { found, ranked, whole } = await rankAnswers(ctx, understanding, vocabulary, by);
  const page = await selectAnswerPage(ctx.db, {
    ...by,
    ...limit,
    found,
    ranked: ranked.map(({ id }) => id),
    order: search.order ?? 'meaning',
  });
  const nothing = found.kind === 'these' && found.ids.length === 0;
  return {
    items: page.cards,
    total: page.total,
    ...paged,
    facets: facetsOf(page.facets),
    matched: nothing || (whole && understanding.unknown.length === 0) ? 'all' : 'any',
    understood: nothing ? null : understanding.corrected,
    stems: stemsToMark(understanding.words),
    missing: understanding.unknown,
    near: nothing ? await nearQuestions(ctx, understanding) : [],
  };
}
