/**
 * Exposure: what is public already and perhaps should not be: every published table looked at again when detectors change, reports of people,
 * columns hidden for a time by what the city chose.
 *
 * No value of a cell is kept; the words of a report are for those who answer for the dataset. What takes data away is publishing's.
 * Tables: exposure_report, exposure_scan, exposure_sign, exposure_hiding, exposure_setting.
 * Uses: accounts, history, notices, catalog, tables, publishing, privacy (which signs are decided on).
 */
export { endHidingsJob, hideByHand, keepClosed, listHidings, showAgain } from './hidings/end-hiding.ts';
export type { ColumnPlace, Hiding } from './hidings/hiding.ts';
export { answerReport, listReports, loadReport } from './reports/answer-report.ts';
export { forgetReportersJob } from './reports/forget-reporters-job.ts';
export { openReportsQuestion } from './reports/open-reports.ts';
export { remindOfReportsJob } from './reports/remind-of-reports-job.ts';
export { type NewReport, REPORT_LIMITS, type Report, VERDICTS, type Verdict } from './reports/report.ts';
export type { OpenReport } from './reports/report-store.ts';
export { confirmReport, faultsOfReport, reportOfKey, sendReport } from './reports/send-report.ts';
export { listSeen, type SeenColumn } from './scans/list-seen.ts';
export { rescanJob, scanTableJob } from './scans/scan-table-job.ts';
export { changeExposureSettings, exposureSettings } from './settings/change-settings.ts';
export type { ExposureSettings } from './settings/settings.ts';
