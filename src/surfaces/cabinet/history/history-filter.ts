import type { HistoryFilter } from '../../../capabilities/history/index.ts';
import { isDay } from '../../../kernel/dates.ts';

const dayIn = (query: URLSearchParams, name: string): string | undefined => {
  const day = query.get(name) ?? '';
  return isDay(day) ? day : undefined;
};

/** Reads the filter of the history from an address: `q`, `person`, `subject`, `kind`, `deed`, `from`, `to`. What is no day is left out. */
export function filterOf(query: URLSearchParams): HistoryFilter {
  return {
    q: query.get('q')?.trim() || undefined,
    personId: query.get('person') || undefined,
    subjectId: query.get('subject') || undefined,
    subjectKind: query.get('kind') || undefined,
    deed: query.get('deed') || undefined,
    fromDay: dayIn(query, 'from'),
    toDay: dayIn(query, 'to'),
  };
}

/** The same filter as an address, for links that keep it. */
export function filterQuery(filter: HistoryFilter, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams();
  const facts = {
    q: filter.q,
    person: filter.personId,
    subject: filter.subjectId,
    kind: filter.subjectKind,
    deed: filter.deed,
    from: filter.fromDay,
    to: filter.toDay,
  };
  for (const [name, value] of Object.entries({ ...facts, ...more })) if (value) query.set(name, value);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
