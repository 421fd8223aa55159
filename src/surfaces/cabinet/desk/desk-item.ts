import type { Day } from '../../../kernel/dates.ts';
import type { StateKind } from '../../components/index.ts';

/** One thing to do, whatever it comes from: a deed, what it is about, its term, a button. All words are in the visit's language. */
export interface DeskItem {
  readonly key: string;
  /** The deed as a verb. */
  readonly deed: string;
  /** What it is about, and where that is. */
  readonly title: string;
  readonly path: string;
  /** A line under it: number, unit, who wrote. */
  readonly about?: string;
  /** Term or state in words. */
  readonly badge: { readonly kind: StateKind; readonly words: string } | null;
  /** Null for what nobody but its author waits for. */
  readonly dueOn: Day | null;
  /** Since when it waits. */
  readonly since: Date;
  readonly button: { readonly label: string; readonly path: string };
  /** A second deed that needs no page: sent at once. */
  readonly quick?: { readonly label: string; readonly action: string };
  /** A person waits for it: before other things of the same day. */
  readonly somebodyWaits?: boolean;
}

/** By term; of one day first what a person waits for, then the newest. What has no term comes last. */
export function inOrder(items: readonly DeskItem[]): DeskItem[] {
  const day = ({ dueOn }: DeskItem) => dueOn ?? '9999';
  return [...items].sort(
    (one, other) =>
      day(one).localeCompare(day(other)) ||
      Number(other.somebodyWaits ?? false) - Number(one.somebodyWaits ?? false) ||
      other.since.getTime() - one.since.getTime(),
  );
}
