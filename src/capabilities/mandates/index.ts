/**
 * Mandates: lists of datasets that must be published, as data; which unit must publish what; which datasets answer; why there are none.
 * States are computed from facts (published versions, promises, decisions with a day of review), never typed.
 * Tables: mandates_edition, _item (lists), _mandate (who must), _answer (which dataset), _deed (to take back).
 * Uses: accounts (rights, units), catalog (datasets, what an item says to a passport), notices.
 */
export { itemMatcher, offeredItem } from './answers/match-rules.ts';
export { type SaidAnswer, sayAnswers } from './answers/say-answers.ts';
export { type SuggestedAnswer, suggestAnswers } from './answers/suggest-answers.ts';
export { assignItems, type Duty, unassignItem } from './duties/assign-units.ts';
export { type SuggestedDuty, type SuggestedUnit, suggestDuties } from './duties/competence-rules.ts';
export { type DecisionForm, decide, dropDecision, REVIEW_DAYS } from './duties/decide.ts';
export type { MandateDeed, MandateDeedKind } from './duties/deed.ts';
export { findMandateDeed, undoMandateDeed } from './duties/do-deed.ts';
export { groundDecisions, type NamedDecision, namedDecisions } from './duties/ground-decisions.ts';
export { DECISION_KINDS, type Decision, type DecisionKind } from './duties/mandate.ts';
export { planItem } from './duties/plan-item.ts';
export { remindOfReviewsJob } from './duties/remind-of-reviews-job.ts';
export {
  adoptEdition,
  dropEdition,
  type EditionDifference,
  separateItem,
  takeEditionBack,
  tellTouchedUnits,
  viewEdition,
} from './lists/adopt-edition.ts';
export type { ItemChange } from './lists/compare-rules.ts';
export type { Edition, ListItem, ListKind, Lists } from './lists/edition.ts';
export { editionSheet } from './lists/edition-file.ts';
export {
  addLocalItem,
  approveLocalItems,
  type LocalItemForm,
  moveLocalItem,
  receiveLocalList,
} from './lists/local-list.ts';
export { findItem, listItems, loadLists } from './lists/read-lists.ts';
export { type EditionForm, receiveEdition } from './lists/receive-edition.ts';
export { searchItems } from './lists/search-items.ts';
export { templateCsv, templateSheets } from './lists/template-file.ts';
export { noItem, noUnit } from './refusals.ts';
export {
  type AnsweringDataset,
  EXCUSED,
  ITEM_STATES,
  type ItemCell,
  type ItemStanding,
  type ItemState,
  PRESENT,
  type RequiredCounts,
  type RequiredView,
  type TableMatch,
} from './state/item-state.ts';
export {
  absentOf,
  concernsCommunity,
  loadRequired,
  loadRequiredForStaff,
  ofUnits,
} from './state/load-required.ts';
export { type OwnPart, ownRequired, type ReviewDue } from './state/own-part.ts';
