/**
 * Publishing: the one gate between drafts and the public. It makes immutable versions and alone moves the published pointer, in one
 * transaction: a reader sees the old version or the new one, never half. Closing (suspended, withdrawn) and «Дані не змінились» are here too.
 */
export { actByLink } from './act-by-link.ts';
export { askForPublication, awaitPublication, findPublicationRequest, isOfThisDraft } from './ask-for-publication.ts';
export { bringBackVersion, type PassportChoice } from './bring-back-version.ts';
export { changeNote, NOTE_LIMIT } from './change-note.ts';
export { closeConsentVersionsJob } from './close-consent-versions-job.ts';
export { archiveDataset, reopenDataset, suspendDataset, unarchiveDataset, withdrawDataset } from './close-dataset.ts';
export { closeEarlierJob } from './close-earlier-job.ts';
export {
  compareDraft,
  compareDraftStructure,
  type DraftComparison,
  type DraftResourceChange,
  type DraftStructure,
  draftRowChanges,
  type RecipeChange,
} from './compare-draft.ts';
export {
  compareVersions,
  refuseWithdrawn,
  streamVersionChanges,
  structureBreaks,
  type VersionComparison,
  type VersionPair,
  type VersionResourceChange,
  versionRowChanges,
} from './compare-versions.ts';
export { confirmUnchanged } from './confirm-unchanged.ts';
export { decideOnSecurity } from './decide-on-security.ts';
export { approveSubmission, returnSubmission, unapproveSubmission } from './decide-submission.ts';
export { emptyClosedJob } from './empty-closed-job.ts';
export { findPublication, findPublicFile, findPublicTable } from './find-publication.ts';
export { closeRowDaysJob, foldRowsJob } from './fold-rows-job.ts';
export { hideColumn, showColumn } from './hiding/hide-column.ts';
export { isDraftPublished } from './is-draft-published.ts';
export { listVersions, loadVersion } from './list-versions.ts';
export { moveDatasetToUnit } from './move-published-dataset.ts';
export { openOriginal } from './open-original.ts';
export { tablesOfPublic, titlesInFile } from './open-tables.ts';
export { deleteOriginalsJob } from './originals/delete-originals-job.ts';
export { MOST_REASON } from './originals/original-rules.ts';
export type { OriginalTerm } from './originals/original-store.ts';
export { changeOriginalTerm, type Originals, originalsOf, originalTerm } from './originals/original-term.ts';
export { type OriginalWish, readOriginal } from './originals/read-original.ts';
export type { PassportChange } from './passport-change-rules.ts';
export { planPublication } from './plan-publication.ts';
export { prepareDownloadsJob } from './prepare-downloads-job.ts';
export { prepareVersionJob } from './prepare-version-job.ts';
export type { OpenTableOfVersion } from './public-tables-store.ts';
export * from './publication.ts';
export { publicationFaults } from './publication-faults.ts';
export * from './publication-request.ts';
export { publishDataset } from './publish-dataset.ts';
export { publishPlannedJob } from './publish-planned-job.ts';
export { publishedSizes } from './published-sizes.ts';
export type { Purge, PurgeForm, PurgeOffer } from './purging/purge.ts';
export { listPurges, loadPurge, purgeOffer, purgeVersion } from './purging/purge-version.ts';
export { purgeVersionsJob } from './purging/purge-versions-job.ts';
export { refreshCardsJob } from './refresh-cards-job.ts';
export { refreshFormatsJob } from './refresh-formats-job.ts';
export { closedData } from './refusals.ts';
export { removeWithdrawnJob } from './remove-withdrawn-job.ts';
export { removeWithdrawnVersionJob } from './remove-withdrawn-version-job.ts';
export type { ResourceChange } from './resource-change-rules.ts';
export { allowUnreviewedRows } from './row-rules.ts';
export { type RowWriting, rowWriting } from './row-writing.ts';
export type { StructureChange } from './structure-change-rules.ts';
export { type DraftReview, reviewOfDraft, submitDataset, takeBackSubmission } from './submit-dataset.ts';
export { sweepRowFilesJob } from './sweep-row-files-job.ts';
export { hasUnpublishedChanges } from './unpublished-changes.ts';
export type { ChangeSummary, Version, VersionClosure } from './version.ts';
export { withdrawVersion } from './withdraw-version.ts';
export { type RowsWritten, writeRows } from './write-rows.ts';
