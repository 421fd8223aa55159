/**
 * Notices: what people of the cabinet are told: in the cabinet at once, by letter in a digest at nine on working days, and at once only for
 * the few urgent kinds. Each person chooses language, letters and kinds; every letter carries a link that stops them without signing in.
 * A use case calls `notify` with the context of its transaction; `accounts`, which this capability stands on, emits `notice-asked` instead.
 * Also the mail server set in the interface, its test, and the outbox (platform/mail keeps both).
 * Tables: notices_notice, notices_preference. Uses: accounts (people, rights, units).
 */
export {
  changeNoticePreferences,
  checkUnsubscribeKey,
  noticePreferences,
  switchLetters,
} from './change-preferences.ts';
export {
  changeMailSettings,
  type MailSettings,
  type MailState,
  type MailTest,
  mailState,
  removeMailSettings,
  sendLetterAgain,
  sendWaitingLetters,
  testMail,
  viewOutbox,
} from './mail-settings.ts';
export type { NewNotice, Notice, NoticeFacts, NoticePreferences, NoticeRecipients, NoticeSubject } from './notice.ts';
export { factsOfKind, NOTICE_KINDS, type NoticeKind } from './notice-kinds.ts';
export { noticeInWords } from './notice-words.ts';
export { notify } from './notify.ts';
export {
  countUnreadNotices,
  listNotices,
  markAllRead,
  type NoticePage,
  openNotice,
  settleNotices,
  unreadBeside,
} from './read-notices.ts';
export { gatherUrgentJob, sendDigestsJob } from './send-digests-job.ts';
export { tellJob } from './tell-job.ts';
