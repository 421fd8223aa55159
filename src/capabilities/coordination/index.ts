/**
 * Coordination: deeds over many datasets at once, each carried out by the capability it belongs to, remembered whole and undone whole.
 * A dataset that cannot follow is left as it was and told by name; the others do not wait for it.
 */
export { approveMany } from './approve-many.ts';
export { assign } from './assign.ts';
export { changeFrequencies } from './change-frequencies.ts';
export { findDeed } from './keep-deed.ts';
export {
  type LeftAlone,
  type ManyDeed,
  type ManyDeedItem,
  type ManyDeedKind,
  MOST_DATASETS,
} from './many-deed.ts';
export { nothingChosen, tooManyChosen } from './refusals.ts';
export { remind } from './remind.ts';
export { remindOfTermsJob } from './remind-of-terms-job.ts';
export { type ReorganisationWish, type Reorganised, reorganiseUnit } from './reorganise-unit.ts';
export { undoDeed } from './undo-deed.ts';
