/**
 * Community: what people write to the publishers about the data. Questions, errors and proposals of datasets come without an account, are
 * answered in the cabinet with a term, by letter or on the page, and become public only by a deed of the staff.
 * A request for information under the Law is never one of them: it is not taken, not stored, only shown the way (`INFORMATION_REQUEST`).
 * Tables: community_settings, _message, _reply, _vote, _task. Uses: accounts (rights, units, people), history (every deed, never a text),
 * notices (who is told).
 */
export { answerMessage } from './answer-message.ts';
export { changeCommunitySettings, communitySettings } from './change-settings.ts';
export type { CommunitySettings } from './community-settings.ts';
export { closeTask, closeTasksJob, dataTasksQuestion, mayCloseTask, taskOfMessage } from './data-tasks.ts';
export { decideProposal } from './decide-proposal.ts';
export { addToMessage, followMessage } from './follow-message.ts';
export { forgetContactsJob } from './forget-contacts-job.ts';
export { ageOfFormStamp, judgeFormStamp, newFormStamp } from './form-stamp.ts';
export { countHeldMessages, heldMessages, releaseMessage, removeHeldMessage } from './held-messages.ts';
export { INFORMATION_REQUEST } from './information-request.ts';
export { addNote, closeMessage, confirmError, hideMessage, passMessage, showMessage } from './keep-message.ts';
export {
  countMessages,
  listMessages,
  type MessageFilter,
  openMessage,
  waitingMessagesQuestion,
} from './list-messages.ts';
export {
  findPublicMessage,
  listPublicMessages,
  type PublicMessageFilter,
  similarProposals,
} from './list-public-messages.ts';
export {
  MESSAGE_KINDS,
  MESSAGE_STATES,
  type Message,
  type MessageKind,
  type MessageState,
  type MessageThread,
  type NewMessage,
  type ProposalDecision,
  type PublicAnswer,
  type PublicMessage,
  type Reply,
} from './message.ts';
export { newKey } from './message-key.ts';
export { canBeSupported, MESSAGE_LIMITS } from './message-rules.ts';
export { moveMessagesJob } from './move-messages-job.ts';
export type { PublicWords } from './publication-rules.ts';
export { messageFaults, sendMessage } from './send-message.ts';
export { type HeldReason, looksLikeRequest } from './spam-rules.ts';
export type { DataTask } from './task.ts';
export { remindStaffJob, tellStaffJob } from './tell-staff-job.ts';
export { hasSupported, voteForProposal } from './vote-for-proposal.ts';
