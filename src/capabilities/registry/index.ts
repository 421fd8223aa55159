/**
 * Registry (Реєстр даних, seed 003 п. 2.8): every dataset of the city in ten fields, with its state, now and on any day since the registry began.
 * A view, never typed: entries are drawn from datasets, cards and units by what the history says was done, and kept from one moment to the next.
 * Staff see the working copies within their reach; the public what was published or promised.
 * Tables: registry_entry, _mark. Uses: accounts, history, catalog, publishing (ADR 0035).
 */
export * from './entry.ts';
export { ENTRY_ORDERS, type EntryFilter, type EntryList, type EntryOrder, SHOWN_STATES } from './entry-filter.ts';
export { followJob, redrawJob } from './follow-changes.ts';
export { type EntryWish, registryRows } from './list-entries.ts';
