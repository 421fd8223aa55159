/**
 * Accounts: the community, its units, its people, what each may do, and how they sign in.
 * Passwords and sessions are better-auth's alone (authentication.ts); its tables are made by our migration.
 * Rights come from appointments only. `permit` is the first line of every use case that writes; the table behind it is permission-rules.ts.
 * Every write leaves its line in the history, in the same transaction. Names and units are open; people are not.
 */
export { actorOfPerson } from './actor-of-person.ts';
export { answerOnce, type KeyedAnswer } from './answer-once.ts';
export type { AppointmentFunction, Holding, Role } from './appointment.ts';
export { changeCommunityProfile, communityProfile } from './change-community.ts';
export { changePassword } from './change-password.ts';
export { changePerson, findPerson, listPeople } from './change-person.ts';
export { changeUnit } from './change-unit.ts';
export { DEFAULT_COLOUR, nearestReadable, tidyColour } from './colour-rules.ts';
export { createPerson } from './create-person.ts';
export { createPersonalToken, createServiceToken, type MadeToken } from './create-token.ts';
export { createUnit } from './create-unit.ts';
export { deleteUnit, type UnitInUse } from './delete-unit.ts';
export type { FactorsView } from './factors/factor-store.ts';
export { factorsOf } from './factors/factors-of.ts';
export { finishByCode, waitingStep } from './factors/second-step.ts';
export {
  beginTotp,
  confirmTotp,
  renewRecoveryCodes,
  type TotpKey,
  turnOffTotp,
  waitingTotp,
} from './factors/totp.ts';
export { findUnit, findUnitBySlug, listUnits, unitWithDescendants } from './find-unit.ts';
export { invitePerson, renewInvitation } from './invite-person.ts';
export { listOwnTokens, listServiceTokens, revokeToken } from './manage-tokens.ts';
export { LEAST_PASSWORD } from './password-rules.ts';
export { functionsOf, givesHere, mayAnywhere, ROLES, widestRole } from './permission-rules.ts';
export { type DeedReach, isWithinReach, may, type PermitPlace, permit, reachOf } from './permit.ts';
export { emailFaults, isRole } from './person-rules.ts';
export { sessionToken } from './request-headers.ts';
export type { SessionView } from './requests.ts';
export { personOfLink, requestPasswordReset, resetPassword } from './reset-password.ts';
export { deviceInWords } from './session-rules.ts';
export { endOtherSessions, endSession, listSessions } from './sessions.ts';
export { setUp, setUpState } from './set-up.ts';
export { personOfRequest, type SignedIn, signIn, signOut } from './sign-in.ts';
export { type NewToken, TOKEN_SCOPES, type Token, type TokenScope } from './token.ts';
export { requireScope, tokenOfRequest, unitOfToken } from './token-of-request.ts';
export { bearerOf } from './token-rules.ts';
export type { CommunityProfile, Deed, Person, Unit } from './unit.ts';
export { depths } from './unit-rules.ts';
export { viewHistory } from './view-history.ts';
