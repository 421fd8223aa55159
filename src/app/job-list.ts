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
  const exchangePorts = { limit: uploadLimit, trustedHosts: hostsTrusted };
  return [
    sendLetterJob,
    retryLettersJob,
    forgetLettersJob,
    closeAppointmentsJob,
    tellExpiringTokensJob,
    readFileJob(expectedOfFile),
    mendTableJob(expectedOfFile),
    protectAgainJob,
    scanUnscannedJob,
    cleanReadingsJob(internalDatasetIds),
    indexCardsJob,
    followPersonJob,
    buildDownloadJob,
    compareTablesJob,
    cleanComparisonsJob,
    prepareVersionJob,
    prepareDownloadsJob,
    publishPlannedJob,
    foldRowsJob,
    closeConsentVersionsJob,
    closeRowDaysJob,
    sweepRowFilesJob,
    refreshCardsJob,
    refreshFormatsJob,
    tellStaffJob,
    remindStaffJob,
    remindOfTermsJob,
    remindOfReviewsJob,
    remindReviewersJob,
    remindOfRestrictionsJob,
    remindOfTrainingJob,
    remindOfDecisionsJob,
    closeTasksJob,
    gatherUrgentJob,
    tellJob,
    sealHistoryJob,
    gatherEvidenceJob(evidenceAddresses),
    checkHistoryJob,
    sendDigestsJob,
    forgetContactsJob,
    moveMessagesJob,
    removeWithdrawnJob,
    removeWithdrawnVersionJob,
    purgeVersionsJob,
    deleteOriginalsJob,
    closeEarlierJob,
    rescanJob,
    scanTableJob,
    endHidingsJob,
    forgetReportersJob,
    remindOfReportsJob,
    remindOfReviewJob,
    fetchFileJob(uploadLimit),
    followReadingJob,
    followDatasetJob,
    tickJob,
    followCardJob,
    followListJob,
    renewListJob,
    showListJob,
    followJob,
    redrawJob,
    lookJob(exchangePorts),
    carryJob(exchangePorts),
    followFileJob,
    publishReadyJob,
    exchangeTickJob,
    publishOwnJob,
    followOwnReadingJob,
    followOwnDatasetJob,
  ];
}
