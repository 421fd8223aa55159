/**
 * Orders: the papers that make facts lawful (orders of the mayor, decisions, letters, minutes), the norms they stand on, and the effects they have.
 * Effects are prepared first and may work while the order is being prepared; one pasted line signs it and makes all of them lawful at once, through
 * the port `OrderEffectKind` (filled in app/order-effects.ts). Citations in any text are compared with the norms. Numbers are given by the office's
 * own system, never here. The policy text has versions of clauses, approved by an order, its terms compared with the settings (port `PolicyTerm`).
 * Tables: orders_norm, _order, _tie, _effect, _file, _policy, _policy_version, _policy_comment, _setting. Uses: accounts, history, documents.
 */
export type { EffectWish, EffectWords, OrderEffect, OrderEffectKind, WaitingFact } from './effects/effect.ts';
export { draftOrder, dropEffect, ordersOfSubjects, prepareEffect } from './effects/prepare-effect.ts';
export { checkCitations } from './norms/check-citations.ts';
export { type CitationFinding, mendCitations } from './norms/judge-citations.ts';
export { addNorm, changeNorm, listNorms, removeNorm } from './norms/manage-norms.ts';
export type { Norm, NormArticle, NormWish } from './norms/norm.ts';
export { textOfDocx } from './norms/text-of-docx.ts';
export { draftDocument, orderDraftRecipe } from './orders/draft-document.ts';
export { orderOfDraft } from './orders/draft-form.ts';
export { type EndedOrder, endOrder } from './orders/end-order.ts';
export {
  addOrderFile,
  ORDER_FILE_LIMIT,
  openOrderFile,
  removeOrderFile,
  showOrderFile,
} from './orders/keep-file.ts';
export {
  type NamedPerson,
  ORDER_STATES,
  type Order,
  type OrderRef,
  type OrderState,
  type OrderTie,
  type OrderWish,
} from './orders/order.ts';
export { FILE_ROLES, type OrderFile } from './orders/order-file.ts';
export { isBackInTime, isOrderKind, ORDER_KIND_NAMES, orderInOneLine } from './orders/order-rules.ts';
export type { ListedOrder, OrderQuestion } from './orders/order-store.ts';
export { publishOrder } from './orders/publish-order.ts';
export {
  findOrder,
  listOrders,
  type OpenedOrder,
  type OverdueOrder,
  openOrder,
  overdueOrders,
  publicOrders,
  yearsOfOrders,
} from './orders/read-orders.ts';
export { enterSignedOrder, type SignedFacts, signOrder, undoSigning } from './orders/sign-order.ts';
export { changeOrder, createOrder, moveToSigning, removeOrder, tieOrder } from './orders/write-order.ts';
export { policyEffect } from './policy/approve-policy.ts';
export { commentClause, resolveComment } from './policy/comment-policy.ts';
export type {
  Policy,
  PolicyClause,
  PolicyComment,
  PolicyTerm,
  PolicyVersion,
  PolicyVersionState,
  TermComparison,
} from './policy/policy.ts';
export { listPolicies, type OpenedVersion, openVersion, publicPolicies } from './policy/read-policy.ts';
export { remindOfReviewJob } from './policy/remind-of-review-job.ts';
export { changeUpdateDays, updateDays } from './policy/update-days.ts';
export {
  type ClauseChange,
  changeClause,
  createPolicy,
  nextVersion,
  removeVersion,
  setReviewDay,
  setVersionReady,
} from './policy/write-policy.ts';
