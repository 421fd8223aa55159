/**
 * History: every write of people and of the system: who, when, what, before and after.
 * Append-only: the database itself refuses to change or remove an entry. Never holds cell values, passwords or tokens.
 * A use case calls `record` with the context of its transaction, so that no write is left without its line.
 * Who may read it is decided by accounts (`viewHistory`), because this capability knows no people.
 */
export { deedInWords } from './deed-names.ts';
export type { HistoryEntry, HistoryFilter, HistorySubject } from './history-entry.ts';
export { changedFields } from './history-rules.ts';
export { listHistory } from './list-history.ts';
export { record } from './record.ts';
