import { BOARD_TERMS, type BoardFilter, DATASET_STATES, FREQUENCIES } from '../../../capabilities/catalog/index.ts';
import { isId } from '../../../kernel/ids.ts';
import { href, type Visit } from '../../components/index.ts';

/** What the board of an address shows: units are named by one, those below it come along. */
export interface BoardQuery {
  readonly filter: Omit<BoardFilter, 'unitIds' | 'ids'>;
  readonly unitId: string | null;
  /** 1-based. */
  readonly page: number;
}

/** Reads the board's conditions; what makes no sense does not narrow. */
export function readBoardQuery(query: URLSearchParams): BoardQuery {
  const one = (name: string) => query.get(name)?.trim() ?? '';
  const term = BOARD_TERMS.find((each) => each === one('term'));
  const frequency = FREQUENCIES.find((each) => each === one('frequency'));
  const state = DATASET_STATES.find((each) => each === one('state'));
  const unit = one('unit');
  return {
    filter: {
      ...(term ? { term } : {}),
      ...(state ? { state } : {}),
      ...(frequency ? { frequency } : {}),
      ...(one('responsible') ? { responsible: one('responsible') } : {}),
      ...(one('q') ? { q: one('q').slice(0, 200) } : {}),
    },
    unitId: isId(unit) ? unit : null,
    page: Math.min(10_000, Math.max(1, Number.parseInt(one('page'), 10) || 1)),
  };
}

/** The query string of the same conditions. */
export function boardParameters({ filter, unitId }: Pick<BoardQuery, 'filter' | 'unitId'>): URLSearchParams {
  const query = new URLSearchParams();
  if (filter.q) query.set('q', filter.q);
  if (unitId) query.set('unit', unitId);
  for (const name of ['state', 'term', 'frequency', 'responsible'] as const) {
    const value = filter[name];
    if (value) query.set(name, value);
  }
  return query;
}

/** The board's address with these conditions and what is added. */
export function boardHref(
  visit: Pick<Visit, 'language'>,
  query: Pick<BoardQuery, 'filter' | 'unitId'>,
  added: Readonly<Record<string, string>> = {},
): string {
  const parameters = boardParameters(query);
  for (const [name, value] of Object.entries(added)) parameters.set(name, value);
  const text = parameters.toString();
  return `${href(visit, '/cabinet/board')}${text ? `?${text}` : ''}`;
}
