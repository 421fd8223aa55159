import type { Citation } from './citation.ts';
import { articlesBefore } from './cited-articles.ts';
import { DATE_SOURCE, dayOfCited } from './cited-dates.ts';
import { NUMBER_SOURCE, tidyNumber } from './cited-numbers.ts';
import { quotedAt } from './cited-titles.ts';

const NAMED: readonly (readonly [RegExp, Pick<Citation, 'kind' | 'title'>])[] = [
  [/Конституці\p{L}+(?:\s+України)?/gu, { kind: 'constitution', title: 'Конституція України' }],
  [
    /КУпАП|[Кк]одекс\p{L}*\s+України\s+про\s+адміністративні\s+правопорушення/gu,
    { kind: 'code', title: 'Кодекс України про адміністративні правопорушення' },
  ],
];

const LAWS = /[Зз]акон(?:у|и|ів|ом|ами|ах|і)?\s+України(?=\s*[«“„"])/gu;
const AFTER_TITLE = new RegExp(`^\\s*(?:від\\s+)?(${DATE_SOURCE})\\s*,?\\s*(?:${NUMBER_SOURCE})`, 'iu');
const IN_BRACKETS = /^\s*\([^)]{0,80}\)/;
const NEXT_TITLE = /^\s*(?:,|та|і|й)\s*(?=[«“„"])/;

/** Laws, codes and the Constitution by their names, with the articles named before them. */
export function findLaws(text: string): Citation[] {
  const found = [...NAMED.flatMap(([word, facts]) => namedLaws(text, word, facts)), ...quotedLaws(text)];
  const taken = (at: number) => found.some(({ start, end }) => at >= start && at < end);
  return [...found, ...bareLaws(text).filter(({ end }) => !taken(end - 1))];
}

function namedLaws(text: string, word: RegExp, facts: Pick<Citation, 'kind' | 'title'>): Citation[] {
  return [...text.matchAll(word)].map((match) => {
    const { articles, start } = articlesBefore(text, match.index);
    return {
      ...facts,
      issuer: '',
      number: '',
      date: null,
      dateAt: null,
      articles,
      start,
      end: match.index + match[0].length,
    };
  });
}

function quotedLaws(text: string): Citation[] {
  return [...text.matchAll(LAWS)].flatMap((match) => {
    const laws: Citation[] = [];
    const { articles, start } = articlesBefore(text, match.index);
    let from = match.index + match[0].length;
    for (let more = true; more; ) {
      const law = lawAt(text, from, laws.length === 0 ? start : null, laws.length === 0 ? articles : []);
      if (law) laws.push(law);
      const end = law?.end ?? from;
      const after = end + (IN_BRACKETS.exec(text.slice(end))?.[0].length ?? 0);
      const next = law ? NEXT_TITLE.exec(text.slice(after)) : null;
      more = next !== null;
      from = after + (next?.[0].length ?? 0);
    }
    return laws;
  });
}

function lawAt(text: string, from: number, start: number | null, articles: readonly string[]): Citation | null {
  const quoted = quotedAt(text, from);
  if (!quoted) return null;
  const after = AFTER_TITLE.exec(text.slice(quoted.end));
  const written = after?.[1] ?? '';
  const dateStart = quoted.end + (after ? after[0].indexOf(written) : 0);
  return {
    kind: 'law',
    issuer: '',
    title: quoted.title,
    number: tidyNumber(after?.[2] ?? ''),
    date: dayOfCited(written),
    dateAt: after ? { start: dateStart, end: dateStart + written.length } : null,
    articles,
    start: start ?? from,
    end: quoted.end + (after?.[0].length ?? 0),
  };
}

/** «ст. 13, 24 «Про доступ до публічної інформації»»: articles and a title, the word law left out. */
function bareLaws(text: string): Citation[] {
  return [...text.matchAll(/[«“„"](?=Про\s)/gu)].flatMap((match) => {
    const { articles, start } = articlesBefore(text, match.index);
    const law = articles.length > 0 ? lawAt(text, match.index, start, articles) : null;
    return law ? [law] : [];
  });
}
