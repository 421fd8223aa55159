/**
 * Community: what people write to the publishers about the data. Questions, errors and proposals of datasets come without an account, are
 * answered in the cabinet with a term, by letter or on the page, and become public only by a deed of the staff.
 * A request for information under the Law is never one of them: it is not taken, not stored, only shown the way (`INFORMATION_REQUEST`).
 * Tables: community_settings, _message, _reply, _vote, _notice. Uses: accounts (rights, units, people), history (every deed, never a text).
 */
export {
  findPublicMessage,
  listPublicMessages,
  type PublicMessageFilter,
  similarProposals,
} from './list-public-messages.ts';
export type { MessageKind, MessageState, PublicAnswer, PublicMessage } from './message.ts';
