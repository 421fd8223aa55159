import type { Deed } from '../accounts/index.ts';
import type { DatasetState } from './dataset.ts';

/** One step of a dataset's life. */
export interface LifeStep {
  readonly from: DatasetState;
  readonly to: DatasetState;
  /** The right it needs of whoever takes it by a deed of their own. */
  readonly right: Deed;
  /** True where only publishing takes it, together with what the public sees. */
  readonly gate: boolean;
  /** The step back, where there is one. */
  readonly undo: DatasetState | null;
}

type Row = readonly [from: DatasetState, to: DatasetState, right: Deed, by: 'catalog' | 'gate', undo?: 'undo'];

/** The whole table. A withdrawn dataset stays withdrawn; what was public never becomes internal. */
const TABLE: readonly Row[] = [
  ['planned', 'draft', 'dataset.edit', 'catalog'],
  ['draft', 'internal', 'dataset.publish', 'catalog', 'undo'],
  ['internal', 'draft', 'dataset.publish', 'catalog', 'undo'],
  ['draft', 'published', 'dataset.publish', 'gate'],
  ['draft', 'withdrawn', 'dataset.close', 'gate'],
  ['published', 'suspended', 'dataset.close', 'gate', 'undo'],
  ['suspended', 'published', 'dataset.publish', 'gate', 'undo'],
  ['published', 'archived', 'dataset.close', 'gate', 'undo'],
  ['archived', 'published', 'dataset.publish', 'gate', 'undo'],
  ['published', 'withdrawn', 'dataset.close', 'gate'],
  ['suspended', 'withdrawn', 'dataset.close', 'gate'],
  ['archived', 'withdrawn', 'dataset.close', 'gate'],
];

/** Every step there is. */
export const LIFE: readonly LifeStep[] = TABLE.map(([from, to, right, by, undo]) => ({
  from,
  to,
  right,
  gate: by === 'gate',
  undo: undo ? from : null,
}));

/** The step from one state to another; null where there is none. */
export function stepOf(from: DatasetState, to: DatasetState): LifeStep | null {
  return LIFE.find((step) => step.from === from && step.to === to) ?? null;
}

/** States of a dataset the public has never been given. */
export function isUnpublished(state: DatasetState): boolean {
  return state === 'planned' || state === 'draft' || state === 'internal';
}
