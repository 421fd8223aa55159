import type { Suggestion } from '../../../capabilities/catalog/index.ts';
import { searchTexts } from '../../../locales/search.ts';
import { href, type Visit } from '../../components/index.ts';
import { themeName } from './dataset-row.tsx';
import { searchHref } from './search-address.ts';

/** One line under the search box: where it leads, what it says, what it is. */
export interface SuggestionLine {
  readonly href: string;
  readonly text: string;
  readonly note: string;
}

function lineOf(visit: Pick<Visit, 'language'>, one: Suggestion): SuggestionLine {
  const texts = searchTexts[visit.language].suggestions;
  switch (one.kind) {
    case 'dataset':
      return { href: href(visit, `/datasets/${one.slug}`), text: one.title, note: texts.dataset };
    case 'theme':
      return {
        href: searchHref(visit, { theme: one.code }),
        text: themeName(one.code, visit.language),
        note: texts.theme(one.count),
      };
    case 'unit':
      return { href: href(visit, `/units/${one.slug}`), text: one.title, note: texts.unit(one.count) };
    case 'question':
      return { href: searchHref(visit, { q: one.q }), text: one.q, note: texts.question };
  }
}

/** Suggestions as the search box shows them, in the visit's language; `status` is read aloud. */
export function suggestionAnswer(
  visit: Pick<Visit, 'language'>,
  suggestions: readonly Suggestion[],
): { readonly suggestions: readonly SuggestionLine[]; readonly status: string } {
  const status = searchTexts[visit.language].suggestions.count(suggestions.length);
  return { suggestions: suggestions.map((one) => lineOf(visit, one)), status };
}
