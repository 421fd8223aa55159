import type { Day } from '../../../kernel/dates.ts';
import type { ListedDataset } from '../../catalog/index.ts';
import { hasLapsed, type Mandate } from '../duties/mandate.ts';
import {
  type AnsweringDataset,
  EXCUSED,
  ITEM_STATES,
  type ItemCell,
  type ItemState,
  PRESENT,
  type RequiredCounts,
} from './item-state.ts';
import type { TableMatcher } from './structure-rules.ts';

const goodness = (state: ItemState) => -ITEM_STATES.indexOf(state);

/**
 * How a dataset stands to an item by itself. What is archived or withdrawn answers nothing any more.
 * @param matcher of the item's recommended table; null: it recommends none
 */
export function answering(
  matcher: TableMatcher | null,
  dataset: ListedDataset,
  by: AnsweringDataset['by'],
  today: Day,
): AnsweringDataset {
  const { state, dueOn, promisedOn, nationalAddress } = dataset;
  const match = state === 'published' && matcher ? matcher(dataset.tables) : null;
  const stands = (): AnsweringDataset['stands'] => {
    if (state === 'published') {
      if (dueOn !== null && dueOn < today) return 'late';
      return match && match.missing.length > 0 ? 'other-structure' : 'on-time';
    }
    if (state === 'suspended') return 'suspended';
    if (state === 'archived' || state === 'withdrawn') return 'absent';
    if (nationalAddress !== null) return 'on-national';
    return promisedOn === null ? 'absent' : 'planned';
  };
  return { ...dataset, by, match, stands: stands() };
}

/** Of published ones the longest late tells: each is a part of what is asked. One with the recommended structure is enough. */
function stateOfDatasets(datasets: readonly AnsweringDataset[]): AnsweringDataset['stands'] {
  const all = new Set(datasets.map(({ stands }) => stands));
  const order = ['late', 'on-time', 'other-structure', 'suspended', 'on-national', 'planned'] as const;
  return order.find((state) => all.has(state)) ?? 'absent';
}

const earliest = (days: readonly (Day | null)[]): Day | null =>
  days.filter((day) => day !== null).sort((one, other) => one.localeCompare(other))[0] ?? null;

/**
 * How a unit stands to an item. Facts go before words: a published dataset counts although somebody said there is none, and a decision
 * whose review is past excuses nothing.
 */
export function cellOf(
  unitId: string,
  mandate: Pick<Mandate, 'decision'> | null,
  datasets: readonly AnsweringDataset[],
  today: Day,
): ItemCell {
  const decision = mandate?.decision ?? null;
  const lapsed = decision !== null && hasLapsed(decision, today);
  const fact = stateOfDatasets(datasets);
  const excused = decision !== null && !lapsed && (fact === 'absent' || fact === 'planned');
  const on = (state: 'late' | 'planned') =>
    earliest(
      datasets.filter(({ stands }) => stands === state).map((one) => (state === 'late' ? one.dueOn : one.promisedOn)),
    );
  return {
    unitId,
    assigned: mandate !== null,
    state: excused ? decision.kind : fact,
    on: excused ? decision.nextReview : fact === 'late' || fact === 'planned' ? on(fact) : null,
    datasets,
    decision,
    lapsed,
  };
}

/**
 * How the community stands to an item: as the unit that stands worst among those that must, because the item asks all of them; where
 * nobody must, as the best of those whose datasets answer.
 */
export function standingOf(cells: readonly ItemCell[]): ItemState {
  const assigned = cells.filter((cell) => cell.assigned);
  const asked = assigned.filter(({ state }) => !EXCUSED.has(state));
  if (asked.length > 0) return asked.map(({ state }) => state).sort((a, b) => goodness(a) - goodness(b))[0] ?? 'absent';
  const others = cells.filter((cell) => !cell.assigned).map(({ state }) => state);
  const best = others.sort((a, b) => goodness(b) - goodness(a))[0];
  if (best && best !== 'absent') return best;
  if (assigned.length === 0) return 'absent';
  return assigned.every(({ state }) => state === 'not-applicable') ? 'not-applicable' : 'not-held';
}

/** How many of these items stand how. */
export function countStates(
  items: readonly { readonly state: ItemState; readonly unassigned: boolean }[],
): RequiredCounts {
  const states = Object.fromEntries(ITEM_STATES.map((state) => [state, 0])) as Record<ItemState, number>;
  for (const { state } of items) states[state] += 1;
  const applicable = items.length - states['not-held'] - states['not-applicable'];
  const present = items.filter(({ state }) => PRESENT.has(state)).length;
  return { states, applicable, present, unassigned: items.filter(({ unassigned }) => unassigned).length };
}
