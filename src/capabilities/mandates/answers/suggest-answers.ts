import type { Context } from '../../../platform/context.ts';
import { isWithinReach, reachOf } from '../../accounts/index.ts';
import { type DatasetTitle, datasetTitles } from '../../catalog/index.ts';
import type { ListItem } from '../lists/edition.ts';
import type { RequiredView } from '../state/item-state.ts';
import { readRecords } from '../state/load-required.ts';
import { type ItemMatch, itemMatcher, offeredItem } from './match-rules.ts';

/** A dataset that answers nothing yet, and what it may answer. */
export interface SuggestedAnswer {
  readonly dataset: DatasetTitle;
  /** Likely enough to be confirmed with the rest at once. */
  readonly offered: ItemMatch<ListItem> | null;
  /** All items it may be about, the likeliest first. */
  readonly matches: readonly ItemMatch<ListItem>[];
}

/**
 * Datasets of the actor that answer no item, with what they may answer by their titles; those that are like nothing are left out. What
 * somebody has refused is not offered again. The likeliest first.
 */
export async function suggestAnswers(ctx: Context, view: RequiredView): Promise<readonly SuggestedAnswer[]> {
  const [titles, { answers }, reach] = await Promise.all([
    datasetTitles(ctx),
    readRecords(ctx),
    reachOf(ctx, 'mandate.answer'),
  ]);
  const answering = new Set(
    view.items.flatMap(({ cells }) => cells.flatMap(({ datasets }) => datasets.map(({ id }) => id))),
  );
  const refused = new Set(
    answers.filter(({ answers: yes }) => !yes).map(({ line, datasetId }) => `${line} ${datasetId}`),
  );
  const matcher = itemMatcher(view.items.map(({ item }) => item));
  return titles
    .filter((dataset) => !answering.has(dataset.id) && isWithinReach(reach, dataset))
    .map((dataset) => {
      const matches = matcher.match(dataset.title).filter(({ item }) => !refused.has(`${item.line} ${dataset.id}`));
      return { dataset, matches, offered: offeredItem(matches) };
    })
    .filter(({ matches }) => matches.length > 0)
    .sort((one, other) => (other.matches[0]?.likeness ?? 0) - (one.matches[0]?.likeness ?? 0));
}
