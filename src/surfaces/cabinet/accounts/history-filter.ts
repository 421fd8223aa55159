import type { HistoryFilter } from '../../../capabilities/history/index.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const dayIn = (query: URLSearchParams, name: string): string | undefined => {
  const day = query.get(name) ?? '';
  return DAY.test(day) && !Number.isNaN(Date.parse(day)) ? day : undefined;
};

/** Reads the filter of the history from an address: `person`, `subject`, `kind`, `from`, `to`. What is no day is left out. */
export function filterOf(query: URLSearchParams): HistoryFilter {
  return {
    actorId: query.get('person') || undefined,
    subjectId: query.get('subject') || undefined,
    subjectKind: query.get('kind') || undefined,
    fromDay: dayIn(query, 'from'),
    toDay: dayIn(query, 'to'),
  };
}

/** The same filter as an address, for links that keep it. */
export function filterQuery(filter: HistoryFilter, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams();
  const facts = {
    person: filter.actorId,
    subject: filter.subjectId,
    kind: filter.subjectKind,
    from: filter.fromDay,
    to: filter.toDay,
  };
  for (const [name, value] of Object.entries({ ...facts, ...more })) if (value) query.set(name, value);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
