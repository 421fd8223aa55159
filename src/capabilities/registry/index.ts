/**
 * Registry (Реєстр даних, seed 003 п. 2.8): every dataset of the city in ten fields, with its state, now and on any day since the registry began.
 * A view, never typed: entries are drawn from datasets, cards and units by what the history says was done, and kept from one moment to the next.
 * Staff see the working copies within their reach; the public what was published or promised.
 * Tables: registry_entry, _mark; _publication (its own dataset); _confirmation, _confirmed, _successor.
 * Uses: accounts, history, catalog, drafts, ingest, publishing, links (ADR 0035).
 */
export { registryAnnexForm } from './annex/annex-form.ts';
export { fillAnnex } from './annex/fill-annex.ts';
export { receiveRegistry } from './bringing-in/receive-registry.ts';
export {
  askConfirmation,
  confirmByLink,
  confirmRegistry,
  entriesToConfirm,
  openConfirmation,
  registryStanding,
} from './confirmations/confirm-registry.ts';
export type { Confirmation, UnitStanding } from './confirmations/confirmation.ts';
export * from './entries/entry.ts';
export {
  ENTRY_ORDERS,
  type EntryFilter,
  type EntryList,
  type EntryOrder,
  SHOWN_STATES,
} from './entries/entry-filter.ts';
export { entryHistory, monthlyChanges, registryBegunOn } from './entries/entry-history.ts';
export { followJob, redrawJob } from './entries/follow-changes.ts';
export type { EntryDifference } from './entries/history-store.ts';
export { registryRows } from './entries/list-entries.ts';
export { followOwnDatasetJob, followOwnReadingJob } from './own-dataset/follow-own.ts';
export type { OwnPublication } from './own-dataset/own-publication.ts';
export { publishOwnJob } from './own-dataset/publish-own.ts';
export { ownPublication, switchOwnPublication } from './own-dataset/switch-own.ts';
export { registryRelations } from './relations/registry-relations.ts';
export { RELATION_KINDS, type RelatedEntry, type Relation, type RelationKind } from './relations/relation-rules.ts';
export { saySuccessors } from './successors/say-successors.ts';
