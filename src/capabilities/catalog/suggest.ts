import { dayOf } from '../../kernel/dates.ts';
import { foldText } from '../../language/folding.ts';
import { stemOf } from '../../language/stemming.ts';
import type { Context } from '../../platform/context.ts';
import { rankAnswers } from './search-cards.ts';
import { selectTitles, selectUnitsAndThemes } from './suggest-store.ts';
import { THEMES } from './themes.ts';
import { understandQuestion } from './understand-question.ts';

/** What may be meant by the beginning of a question. */
export type Suggestion =
  | { readonly kind: 'dataset'; readonly title: string; readonly slug: string }
  | { readonly kind: 'unit'; readonly title: string; readonly slug: string; readonly count: number }
  | { readonly kind: 'theme'; readonly code: string; readonly count: number }
  /** The question with its errors mended. */
  | { readonly kind: 'question'; readonly q: string };

const DATASETS = 6;
const PLACES = 2;
/** Datasets with a smaller part of the best one's mark are hardly meant. */
const LIKELY = 0.4;
const SHORTEST = 2;
const NARROWING = { unit: null, theme: null, format: null, keyword: null, frequency: null, freshness: null };

/** All words of the question begin some word of the name. */
function isNamed(q: string, name: string): boolean {
  const words = foldText(name).split(/[^\p{L}\p{N}]+/u);
  const asked = foldText(q)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return (
    asked.length > 0 && asked.every((word) => words.some((one) => one.startsWith(word) || stemOf(one) === stemOf(word)))
  );
}

/** Mended question, datasets by meaning, units and themes by name: at most eleven, nothing for less than two letters. */
export async function suggest(ctx: Context, q: string): Promise<Suggestion[]> {
  const asked = q.trim().slice(0, 100);
  if ([...asked].length < SHORTEST) return [];
  const { understanding, vocabulary } = await understandQuestion(ctx, asked, 'typing');
  const by = { ...NARROWING, today: dayOf(ctx.clock.now()) };
  const { ranked } = await rankAnswers(ctx, understanding, vocabulary, by);
  const best = ranked[0]?.score ?? 0;
  const likely = ranked.filter(({ score }) => score >= best * LIKELY).map(({ id }) => id);
  const [titles, places] = await Promise.all([
    selectTitles(ctx.db, likely.slice(0, DATASETS)),
    selectUnitsAndThemes(ctx.db),
  ]);
  const named = understanding.corrected ?? asked;
  const mended: Suggestion[] =
    understanding.corrected !== null && titles.length > 0 ? [{ kind: 'question', q: understanding.corrected }] : [];
  const themes = places.themes
    .filter(({ code }) => [THEMES[code]?.uk, THEMES[code]?.en].some((name) => name && isNamed(named, name)))
    .slice(0, PLACES)
    .map(({ code, count }): Suggestion => ({ kind: 'theme', code, count }));
  const units = places.units
    .filter(({ name }) => isNamed(named, name))
    .slice(0, PLACES)
    .map(({ name, slug, count }): Suggestion => ({ kind: 'unit', title: name, slug, count }));
  const datasets = titles.map(({ title, slug }): Suggestion => ({ kind: 'dataset', title, slug }));
  return [...mended, ...datasets, ...themes, ...units];
}
