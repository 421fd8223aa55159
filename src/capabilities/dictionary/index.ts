/**
 * Dictionary: what datasets have in common: shared fields that columns are bound to, references between tables, technical cards of datasets, and
 * code lists as datasets of their own.
 *
 * Code lists themselves belong to `catalog`, because a structure points to them; here is what spans several datasets. A binding is kept in the
 * structure of the column, so it is published, compared and brought back with it.
 * Tables: dictionary_field, _card, _published_list.
 * Uses: accounts, history, notices, catalog (structures, code lists), tables and ingest (values to compare), drafts, publishing, documents.
 */
export { cardsAnnexForm, fillCardsAnnex } from './cards/annex-form.ts';
export { approveCards, takeApprovalBack } from './cards/approve-card.ts';
export { followCardJob } from './cards/follow-card-job.ts';
export { listCards, loadCard } from './cards/read-cards.ts';
export type { CardState, CardTable, ListedCard, TechnicalCard } from './cards/technical-card.ts';
export { changeSharedField, createSharedField, removeSharedField } from './fields/change-shared-field.ts';
export { listSharedFields, loadSharedField } from './fields/read-shared-fields.ts';
export type { FieldUse, SharedField, SharedFieldInput } from './fields/shared-field.ts';
export { expectedOf } from './links/expected-of.ts';
export { type LinkChange, setLinks } from './links/set-links.ts';
export { type LinkSuggestion, suggestLinks } from './links/suggest-links.ts';
export { followListJob, renewListJob, showListJob } from './lists/follow-list-jobs.ts';
export { publishedList, publishList } from './lists/publish-list.ts';
export type { PublishedList } from './lists/published-list-store.ts';
