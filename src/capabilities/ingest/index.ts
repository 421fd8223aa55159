// Ingest: a file from the moment a person gives it until it can be published.
// A `Reading` is one file on its way: received, read into a text table, checked over the whole file, mended by an accepted
// recipe, written as a typed table. Documents, archives and maps are kept as they are after a look at their content.
// The long work is done by the jobs `ingest.read-file` and `ingest.mend-table`; both may be killed at any point and repeated.
// A file may hold several tables (parts): further ones are readings of their own that share its bytes, renewed with the next file.
// Rights are asked by the unit of the dataset, which `startReading` is told.
export { acceptAllRepairs, acceptRepairs, offeredRepairs, RecipeSteps, undoRepairs } from './accept-repairs.ts';
export {
  bringToStandard,
  leaveStandard,
  previewShape,
  type StandardWish,
  structuresOf,
  type WayToStandard,
  wayToStandard,
} from './bring-to-standard.ts';
export { cancelFile, cancelReading } from './cancel-reading.ts';
export { changeChoices } from './change-choices.ts';
export { changeColumnTypes } from './change-column-types.ts';
export { changeOriginalPublic } from './change-original-public.ts';
export { checkAgain } from './check-again.ts';
export { checkLink } from './check-link.ts';
export { cleanReadingsJob } from './clean-readings-job.ts';
export type { Expected, ExpectedOf } from './expected-values.ts';
export { changesOfFile } from './file-changes.ts';
export {
  formatOf,
  kindOfName,
  refusalOfName,
} from './file-kind-rules.ts';
export { type FileInHand, filesInHandQuestion } from './files-in-hand.ts';
export { forgetOriginal } from './forget-original.ts';
export { giveReadingAgain } from './give-again.ts';
export { keepTitles } from './keep-titles.ts';
export { latestReading, latestReadings, loadReading, publishedReading, readingsById } from './load-reading.ts';
export { markPublished } from './mark-published.ts';
export { mendTableJob } from './mend-table-job.ts';
export { moveReadings } from './move-readings.ts';
export { partsOfFile, readingsOfFile } from './parts/file-parts.ts';
export { forgetParts } from './parts/forget-parts.ts';
export type { FilePart } from './parts/part.ts';
export { takePart } from './parts/take-part.ts';
export { previewRows } from './preview-rows.ts';
export { previewStep, type StepPreview } from './preview-step.ts';
export { protectAgain } from './protect-again.ts';
export { protectAgainJob } from './protect-again-job.ts';
export { numberColumn, raiseNumbers } from './raise-numbers.ts';
export { readFileJob } from './read-file-job.ts';
export type { FileKind, PreviewPage, Reading, ReadingState, TypedColumn, TypedTable } from './reading.ts';
export { columnsOfReading, isRead, isSettled, repairableCount } from './reading-rules.ts';
export { receiveFile } from './receive-file.ts';
export { newFindings, remainingFindings } from './remaining-findings.ts';
export { scanUnscannedJob } from './scan-unscanned-job.ts';
export { refusedKind, type StartReading, startReading, UPLOAD_LIMIT } from './start-reading.ts';
export { suggestKey } from './suggest-key.ts';
export { textSamples } from './text-samples.ts';
export { typedRows } from './typed-rows.ts';
export { typedTable } from './typed-table.ts';
export { typedTexts } from './typed-texts.ts';
export { type UploadOptions, type UploadPlace, uploadPlace } from './upload-place.ts';
