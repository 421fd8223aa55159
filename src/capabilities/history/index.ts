/**
 * History: every write of people and of the system: who, when, from where, what, before and after. Never cell values, passwords or tokens.
 * Append-only: the database refuses to change or remove an entry, and a chain of digests, sealed within a minute, shows any change, gap or
 * cut end (`verifyHistory`). Content alone can be erased, by an order that stays in the chain.
 * A use case calls `record` with the context of its transaction, so that no write is left without its line.
 * Who may read it is decided by accounts (`viewHistory`), because this capability knows no people.
 * Tables: history_entry, _link, _pending, _head.
 */
export { type ChangesSince, changesSince, type NotedChange } from './changes-since.ts';
export { checkHistoryJob } from './check-history-job.ts';
export { deedInWords, deedNames } from './deed-names.ts';
export { type Erasure, eraseEntry } from './erase-content.ts';
export { type HistoryFormat, historyLines } from './export-lines.ts';
export { faultInWords } from './fault-words.ts';
export type { HistoryEntry, HistoryFilter, HistoryPage, HistorySubject, SealedEntry } from './history-entry.ts';
export { changedFields } from './history-rules.ts';
export { findEntry, listHistory, MOST_COUNTED, sealedHistory } from './list-history.ts';
export { record } from './record.ts';
export { sealHistoryJob } from './seal-history.ts';
export { type NotedHead, verifyHistory } from './verify-history.ts';
