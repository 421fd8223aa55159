/**
 * Sources: files of resources fetched by a schedule from a web address, a sheet of Google or a server of files by SSH, and published by the same
 * road as a hand upload, in the name and by the rights of the person who set it. What the recipe and the structure do not cover stops as a
 * draft and tells that person; the same bytes change nothing.
 * Tables: sources_source, _load, _setting. Uses: accounts, history, notices, catalog, ingest, drafts, publishing (ADR 0019).
 */
export { changeTrustedHosts, hostsTrusted, trustedHosts } from './change-trusted-hosts.ts';
export { fetchFileJob } from './fetch-file-job.ts';
export { followDatasetJob, followReadingJob, tickJob } from './follow-jobs.ts';
export { acceptHostKey, fetchNow, removeSource, setSource, switchSource } from './set-source.ts';
export {
  type FailedLoad,
  failedLoadsQuestion,
  openSource,
  type SourcePage,
  type SourceView,
  sourcesOf,
} from './show-source.ts';
export { isUnderWay, type Load, type Schedule, type SourceAuth, type SourceKind } from './source.ts';
export type { SourceForm } from './source-form.ts';
