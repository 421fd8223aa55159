/**
 * Accounts: the community, its units, its people, what each may do, and how they sign in.
 * Passwords and sessions are better-auth's alone (authentication.ts); its tables are made by our migration.
 * Rights come from appointments only. `permit` is the first line of every use case that writes; the table behind it is permission-rules.ts.
 * Every write leaves its line in the history, in the same transaction. Names and units are open; people are not.
 */
export { type AbsenceWish, endAbsence, startAbsence } from './absence.ts';
export { ABSENCE_KINDS } from './absence-rules.ts';
export { actorOfPerson } from './actor-of-person.ts';
export { answerOnce, type KeyedAnswer } from './answer-once.ts';
export { type Appointed, type Appointee, appoint, type LinkPlace } from './appoint.ts';
export type {
  Absence,
  AbsenceKind,
  Appointment,
  AppointmentFunction,
  AppointmentOrder,
  AppointmentView,
  Holding,
  Role,
} from './appointment.ts';
export { type AppointmentTerms, rolesToGive } from './appointment-rules.ts';
export { changeOrderGraceDays, orderGraceDays } from './appointment-settings.ts';
export { changeAppointment, endAppointment, fillVacancy, openAppointmentPage } from './change-appointment.ts';
export { changeCommunityProfile, communityProfile } from './change-community.ts';
export { changePassword } from './change-password.ts';
export { changePerson, findPerson, listPeople } from './change-person.ts';
export { changeUnit } from './change-unit.ts';
export { closeAppointmentsJob } from './close-appointments-job.ts';
export { closeUnit, recordMove, type Successor } from './close-unit.ts';
export { DEFAULT_COLOUR, nearestReadable, tidyColour } from './colour-rules.ts';
export { createPerson } from './create-person.ts';
export { createPersonalToken, createServiceToken, type MadeToken } from './create-token.ts';
export { createUnit } from './create-unit.ts';
export { deleteUnit, type UnitInUse } from './delete-unit.ts';
export { tellExpiringTokensJob } from './expiring-tokens-job.ts';
export { confirmPerson } from './factors/confirm-person.ts';
export {
  changeFactorPolicy,
  type FactorPolicy,
  factorDueAt,
  factorPolicy,
} from './factors/factor-policy.ts';
export type { FactorsView, PasskeyView } from './factors/factor-store.ts';
export { factorsOf } from './factors/factors-of.ts';
export { passkeysWork } from './factors/passkey-door.ts';
export {
  addPasskey,
  askNewPasskey,
  askPasskey,
  listPasskeys,
  type PasskeyQuestion,
  removePasskey,
  renamePasskey,
  signInByPasskey,
} from './factors/passkeys.ts';
export { countSessionsOf, endSessionsOf, resetFactors } from './factors/reset-factors.ts';
export { finishByCode, waitingStep } from './factors/second-step.ts';
export {
  beginTotp,
  confirmTotp,
  renewRecoveryCodes,
  type TotpKey,
  turnOffTotp,
  waitingTotp,
} from './factors/totp.ts';
export {
  findUnit,
  findUnitBySlug,
  type KinUnit,
  listAllUnits,
  listUnits,
  previousUnits,
  type UnitKin,
  unitKin,
  unitWithDescendants,
} from './find-unit.ts';
export { renewInvitation } from './invite-person.ts';
export {
  type ListedAppointment,
  listResponsible,
  type PublicResponsible,
} from './list-appointments.ts';
export { listOwnTokens, listServiceTokens, revokeToken } from './manage-tokens.ts';
export { orderFaults, orderInWords, parseOrder } from './order-rules.ts';
export { LEAST_PASSWORD } from './password-rules.ts';
export {
  DEEDS,
  functionsOf,
  givesHere,
  grantOf,
  grantOfHolding,
  mayAnywhere,
  ROLES,
  widestRole,
} from './permission-rules.ts';
export { type DeedReach, isWithinReach, may, type PermitPlace, permit, permitAny, reachOf } from './permit.ts';
export { emailFaults, hasMail, isRole, signInName } from './person-rules.ts';
export { tidyCode } from './printed-code.ts';
export { listProviders, openProviders, removeProvider, saveProvider } from './providers/manage-providers.ts';
export { linksOf, unlinkProvider } from './providers/own-links.ts';
export type { Provider, ProviderReach } from './providers/provider.ts';
export { comeBack, leaveFor, type Purpose, RETURN_PATH } from './providers/sign-in-elsewhere.ts';
export { type ReplacementWish, replacePerson } from './replace-person.ts';
export { sessionToken } from './request-headers.ts';
export type { SessionView } from './requests.ts';
export { personOfLink, requestPasswordReset, resetPassword } from './reset-password.ts';
export { deviceInWords } from './session-rules.ts';
export { endOtherSessions, endSession, listSessions } from './sessions.ts';
export { setUp, setUpState } from './set-up.ts';
export {
  personOfRequest,
  type SignedIn,
  type SignedInPerson,
  sessionSecret,
  signedInPerson,
  signIn,
  signOut,
} from './sign-in.ts';
export { listStaff, openStaffPerson, type Staff, type StaffPerson } from './staff.ts';
export { type NewToken, TOKEN_SCOPES, type Token, type TokenScope } from './token.ts';
export { requireScope, tokenOfRequest, unitOfToken } from './token-of-request.ts';
export { bearerOf } from './token-rules.ts';
export {
  type CommunityProfile,
  type Deed,
  type Person,
  type ReorganisationKind,
  UNIT_KINDS,
  type Unit,
  type UnitKind,
} from './unit.ts';
export { depths, isUnitKind } from './unit-rules.ts';
export {
  eraseHistoryContent,
  type HistoryPaging,
  viewDatasetHistory,
  viewHistory,
  viewHistoryEntry,
  viewSealedHistory,
} from './view-history.ts';
