import { closeAppointmentsJob, tellExpiringTokensJob } from '../capabilities/accounts/index.ts';
import { followPersonJob, indexCardsJob, internalDatasetIds } from '../capabilities/catalog/index.ts';
import {
  closeTasksJob,
  forgetContactsJob,
  moveMessagesJob,
  remindStaffJob,
  tellStaffJob,
} from '../capabilities/community/index.ts';
import { remindOfTermsJob } from '../capabilities/coordination/index.ts';
import { followCardJob, followListJob, renewListJob, showListJob } from '../capabilities/dictionary/index.ts';
import { gatherEvidenceJob } from '../capabilities/evidence/index.ts';
import { carryJob, exchangeTickJob, followFileJob, lookJob, publishReadyJob } from '../capabilities/exchange/index.ts';
import {
  endHidingsJob,
  forgetReportersJob,
  remindOfReportsJob,
  rescanJob,
  scanTableJob,
} from '../capabilities/exposure/index.ts';
import { checkHistoryJob, sealHistoryJob } from '../capabilities/history/index.ts';
import {
  cleanReadingsJob,
  mendTableJob,
  protectAgainJob,
  readFileJob,
  scanUnscannedJob,
  UPLOAD_LIMIT,
} from '../capabilities/ingest/index.ts';
import { remindOfReviewsJob } from '../capabilities/mandates/index.ts';
import { gatherUrgentJob, sendDigestsJob, tellJob } from '../capabilities/notices/index.ts';
import { remindOfReviewJob } from '../capabilities/orders/index.ts';
import { remindOfDecisionsJob, remindOfTrainingJob } from '../capabilities/people/index.ts';
import { remindOfRestrictionsJob } from '../capabilities/privacy/index.ts';
import {
  closeConsentVersionsJob,
  closeEarlierJob,
  closeRowDaysJob,
  deleteOriginalsJob,
  emptyClosedJob,
  foldRowsJob,
  prepareDownloadsJob,
  prepareVersionJob,
  publishPlannedJob,
  purgeVersionsJob,
  refreshCardsJob,
  refreshFormatsJob,
  removeWithdrawnJob,
  removeWithdrawnVersionJob,
  sweepRowFilesJob,
} from '../capabilities/publishing/index.ts';
import {
  followJob,
  followOwnDatasetJob,
  followOwnReadingJob,
  publishOwnJob,
  redrawJob,
} from '../capabilities/registry/index.ts';
import { remindReviewersJob } from '../capabilities/review/index.ts';
import {
  fetchFileJob,
  followDatasetJob,
  followReadingJob,
  hostsTrusted,
  tickJob,
} from '../capabilities/sources/index.ts';
import { buildDownloadJob, cleanComparisonsJob, compareTablesJob } from '../capabilities/tables/index.ts';
import type { AnyJob } from '../platform/jobs/job-queue.ts';
import { forgetLettersJob, retryLettersJob, sendLetterJob } from '../platform/mail/send-letter-job.ts';
import { evidenceAddresses } from './evidence-addresses.ts';
import { expectedOfFile } from './expected-of-file.ts';

/**
 * Every kind of background work in the system.
 * @param uploadLimit bytes of the largest file
 */
export function allJobs(uploadLimit = UPLOAD_LIMIT): readonly AnyJob[] {
  return [...JOBS_OF_PEOPLE, ...JOBS_OF_RECORDS, ...JOBS_OF_PUBLICATIONS, ...jobsOfFiles(uploadLimit)];
}

/** Letters, notices, appointments, messages, and the terms people are reminded of. */
const JOBS_OF_PEOPLE: readonly AnyJob[] = [
  sendLetterJob,
  retryLettersJob,
  forgetLettersJob,
  tellJob,
  gatherUrgentJob,
  sendDigestsJob,
  closeAppointmentsJob,
  tellExpiringTokensJob,
  tellStaffJob,
  remindStaffJob,
  closeTasksJob,
  moveMessagesJob,
  forgetContactsJob,
  remindOfTermsJob,
  remindOfReviewsJob,
  remindOfReviewJob,
  remindReviewersJob,
  remindOfRestrictionsJob,
  remindOfTrainingJob,
  remindOfDecisionsJob,
];

/** The catalog, the dictionary, the registry, and what is kept of every deed. */
const JOBS_OF_RECORDS: readonly AnyJob[] = [
  indexCardsJob,
  followPersonJob,
  followCardJob,
  followListJob,
  renewListJob,
  showListJob,
  followJob,
  redrawJob,
  publishOwnJob,
  followOwnReadingJob,
  followOwnDatasetJob,
  sealHistoryJob,
  checkHistoryJob,
  gatherEvidenceJob(evidenceAddresses),
];

/** Versions from the gate to the archive, their rows and downloads, and what is public already. */
const JOBS_OF_PUBLICATIONS: readonly AnyJob[] = [
  prepareVersionJob,
  prepareDownloadsJob,
  publishPlannedJob,
  closeEarlierJob,
  closeConsentVersionsJob,
  removeWithdrawnJob,
  removeWithdrawnVersionJob,
  purgeVersionsJob,
  deleteOriginalsJob,
  refreshCardsJob,
  refreshFormatsJob,
  foldRowsJob,
  closeRowDaysJob,
  emptyClosedJob,
  sweepRowFilesJob,
  buildDownloadJob,
  compareTablesJob,
  cleanComparisonsJob,
  rescanJob,
  scanTableJob,
  endHidingsJob,
  forgetReportersJob,
  remindOfReportsJob,
];

/** Files from their source to a table that is checked and mended. */
function jobsOfFiles(uploadLimit: number): readonly AnyJob[] {
  const exchangePorts = { limit: uploadLimit, trustedHosts: hostsTrusted };
  return [
    readFileJob(expectedOfFile),
    mendTableJob(expectedOfFile),
    protectAgainJob,
    scanUnscannedJob,
    cleanReadingsJob(internalDatasetIds),
    fetchFileJob(uploadLimit),
    followReadingJob,
    followDatasetJob,
    tickJob,
    lookJob(exchangePorts),
    carryJob(exchangePorts),
    followFileJob,
    publishReadyJob,
    exchangeTickJob,
  ];
}
