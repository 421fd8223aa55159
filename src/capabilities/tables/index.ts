/**
 * Tables: the rows of published versions. A table is an immutable manifest over typed Parquet parts. Its rows leave only through
 * here, and only its open columns: restricted ones cannot be shown, filtered, sorted by, compared or downloaded.
 */
export { askComparison, compareNow } from './ask-comparison.ts';
export { buildDownload } from './build-download.ts';
export { buildDownloadJob } from './build-download-job.ts';
export { changeDownloadSettings, downloadSettings } from './change-download-settings.ts';
export { closeColumns } from './close-columns.ts';
export { columnTexts } from './column-texts.ts';
export { pairColumns } from './compare-rules.ts';
export { cleanComparisonsJob, compareTablesJob } from './compare-tables-job.ts';
export * from './comparison.ts';
export { type DifferenceQuery, differencePage } from './comparison-page.ts';
export { countListed, type ListedPeople } from './count-listed.ts';
export { createTable } from './create-table.ts';
export * from './download-formats.ts';
export { type DownloadOffer, downloadOffer, formatsMadeAhead } from './download-offer.ts';
export { DownloadSettings } from './download-settings.ts';
export { discardLeftover, emptyClosed, unemptiedTables } from './empty-closed.ts';
export { foldTable, needsFolding } from './fold-table.ts';
export { keyName } from './group-columns.ts';
export * from './group-query.ts';
export { groupQueryParameters, parseGroupQuery } from './group-query-rules.ts';
export { hideTableColumn, showTableColumn } from './hide-column.ts';
export type { DecimalSign, Manifest, ManifestColumn, ManifestPart } from './manifest.ts';
export { findStoredDownload, openDownload } from './open-download.ts';
export { openTable, openTables, openWholeTable, tableMark } from './open-table.ts';
export { type PatchOutcome, patchTable } from './patch-table.ts';
export { patchedChanges } from './patched-changes.ts';
export { hasPlaces, placeColumns, shapeColumn } from './place-columns.ts';
export * from './points.ts';
export * from './profile.ts';
export { distinctValues, profileColumn } from './profile-column.ts';
export { purgeEverywhere, purgeTable } from './purge-table.ts';
export { queryGroups } from './query-groups.ts';
export { queryPoints } from './query-points.ts';
export { type EarlyRowPage, queryEarly, queryOpenTable, queryRows } from './query-rows.ts';
export { discardUnnamed, removeTables, unnamedFiles } from './remove-tables.ts';
export {
  type BatchCounts,
  type BatchKind,
  type CleanRow,
  type ColumnRule,
  keyColumns,
  MOST_BATCH,
  MOST_FAULTS,
  type RowBatch,
  type RowFault,
  type SentRow,
} from './row-batch.ts';
export { cleanBatch } from './row-batch-rules.ts';
export type { Narrowing } from './row-condition.ts';
export * from './row-query.ts';
export { parseRowQuery, rowQueryParameters } from './row-query-rules.ts';
export { isTracking, strangeParameters } from './strange-parameters.ts';
export { COMPARISON_FORMATS, type ComparisonFormat, streamDifferences } from './stream-comparison.ts';
export { streamView, type ViewQuery } from './stream-table.ts';
export { summarizeTable } from './summarize-table.ts';
export * from './table.ts';
export type { ColumnFacts } from './table-summary.ts';
export { withdrawTable } from './withdraw-table.ts';
export { writeNewestTexts } from './write-newest-texts.ts';
export { type TextOfTable, writeTextTable } from './write-text-table.ts';
