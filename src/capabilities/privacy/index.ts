/**
 * Privacy: what becomes of the personal data found in files: decisions by column with their evidence, on the grounds the law gives, remembered from
 * file to file; nothing is published that nobody decided on.
 *
 * What was found comes from the inspection of a file and holds no value; what is taken out is carried out by `tabular`. Here is who decided what.
 * The check of each version is kept with it as it was. Tables: privacy_decision, _security_decision, _statement, _report, _withdrawal (of consents), _risk_choice.
 * Uses: accounts, history, notices, links (who decides by one), documents (the check as DOCX), catalog and ingest (whose file it is and what was found).
 */
export { answerByLink, type DecisionAnswer, decisionOfLink } from './asking/answer-by-link.ts';
export { type AskedPerson, askByLink } from './asking/ask-by-link.ts';
export { openWithdrawals, withdrawalClosed, withdrawalsOf } from './consents/read-withdrawals.ts';
export { keyOfPeople, undoWithdrawal, withdrawConsent } from './consents/withdraw-consent.ts';
export type { Withdrawal, WithdrawalWish } from './consents/withdrawal.ts';
export { decide } from './decisions/decide.ts';
export * from './decisions/decision.ts';
export { decisionsQuestion } from './decisions/decision-store.ts';
export { INTEREST_NAMES, WAY_DONE } from './decisions/decision-words.ts';
export type { DueReview } from './decisions/due-store.ts';
export {
  type FileOfTable,
  type PersonalFault,
  personalFaults,
  protectionBy,
  signsOfFile,
} from './decisions/file-rules.ts';
export { findGround, GROUNDS, type Ground } from './decisions/ground.ts';
export { keepOfficialContacts } from './decisions/keep-officials.ts';
export { moveDecisions } from './decisions/move-decisions.ts';
export { type HidingPreview, previewHiding } from './decisions/preview-hiding.ts';
export { type Proposal, proposalOfColumn, USUAL_TEST } from './decisions/proposal-rules.ts';
export { decisionsOf, decisionsOfDatasets, protectionFor, protectionOf } from './decisions/read-decisions.ts';
export { type AskedColumn, rememberedFor } from './decisions/remember.ts';
export { dueReviewsQuestion, remindOfRestrictionsJob } from './decisions/remind-of-reviews-job.ts';
export { scanAgain } from './decisions/scan-again.ts';
export { answerTo, needsDecision, undecidedSigns } from './decisions/sign-rules.ts';
export { type Hiding, hidingsOf, wayOfStep } from './decisions/step-rules.ts';
export { confirmProposed, undoDecision } from './decisions/undo-decision.ts';
export { registerOfDecisions } from './register/read-register.ts';
export type { RegisterFilter, RegisterLine } from './register/register.ts';
export { keepReport } from './report/keep-report.ts';
export { loadReport, reportedVersions } from './report/read-reports.ts';
export type { PrivacyReport, ReportTable } from './report/report.ts';
export { fillPrivacyReport, privacyReportForm } from './report/report-form.ts';
export {
  type ColumnWords,
  detectorTitle,
  whoAndWhen,
  wordsOfColumn,
  wordsOfDecisionMade,
  wordsOfStatement,
} from './report/report-words.ts';
export { chooseRiskColumns, riskChoicesOf, riskColumnsFor } from './risk/choose-risk-columns.ts';
export { MOST_RISK_COLUMNS, type RiskChoice } from './risk/risk-choice.ts';
export { decideSecurity, undoSecurity } from './security/decide-security.ts';
export { securityFlags } from './security/flag-rules.ts';
export { type SecurityStanding, securityOf } from './security/read-security.ts';
export { SECURITY_WAYS, type SecurityDecision, type SecurityWay, SecurityWish } from './security/security-decision.ts';
export type { FlaggedColumn, SecurityFlag } from './security/security-flag.ts';
export type { SecurityFault } from './security/security-rules.ts';
export { securityQuestion } from './security/security-store.ts';
export { stateFile, statementsOf, undoStatement } from './statements/state-file.ts';
export type { Statement, StatementWish } from './statements/statement.ts';
export { holdsUnread, statementOn } from './statements/statement-rules.ts';
export { statementsQuestion } from './statements/statement-store.ts';
