/**
 * Accounts: the community, its units, its people, what each may do, and how they sign in.
 * Passwords and sessions are better-auth's alone (signing-in/authentication.ts); its tables are made by our migration.
 * Rights come from appointments only. `permit` is the first line of every use case that writes; the table behind it is rights/permission-rules.ts.
 * Every write leaves its line in the history, in the same transaction. Names and units are open; people are not.
 */
export { type AbsenceWish, endAbsence, startAbsence } from './appointments/absence.ts';
export { ABSENCE_KINDS } from './appointments/absence-rules.ts';
export { type Appointed, type Appointee, appoint, type LinkPlace } from './appointments/appoint.ts';
export type {
  Absence,
  AbsenceKind,
  Appointment,
  AppointmentFunction,
  AppointmentOrder,
  AppointmentView,
  Holding,
  Role,
} from './appointments/appointment.ts';
export { type AppointmentTerms, rolesToGive } from './appointments/appointment-rules.ts';
export { changeOrderGraceDays, orderGraceDays, orderGraceQuestion } from './appointments/appointment-settings.ts';
export {
  changeAppointment,
  endAppointment,
  fillVacancy,
  openAppointmentPage,
} from './appointments/change-appointment.ts';
export { closeAppointmentsJob } from './appointments/close-appointments-job.ts';
export {
  appointmentsWithOrders,
  endGrounds,
  type GroundsBefore,
  groundAppointments,
  restoreGrounds,
} from './appointments/ground-appointments.ts';
export {
  type ListedAppointment,
  listResponsible,
  type PublicResponsible,
} from './appointments/list-appointments.ts';
export { orderFaults, orderInWords, parseOrder } from './appointments/order-rules.ts';
export { type ReplacementWish, replacePerson } from './appointments/replace-person.ts';
export { type ResponsibleOn, responsibleOn } from './appointments/responsible-on.ts';
export { listStaff, openStaffPerson, type Staff, type StaffPerson } from './appointments/staff.ts';
export { changeCommunityProfile, communityProfile } from './community/change-community.ts';
export { changeCheckWeights, checkWeights } from './community/check-weights.ts';
export { DEFAULT_COLOUR, nearestReadable, tidyColour } from './community/colour-rules.ts';
export { changeFormatProfile, formatProfile } from './community/format-profile.ts';
export { setUp, setUpState } from './community/set-up.ts';
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
export { changePerson, findPerson, listPeople } from './people/change-person.ts';
export { createPerson } from './people/create-person.ts';
export { renewInvitation } from './people/invite-person.ts';
export { emailFaults, hasMail, isRole, signInName } from './people/person-rules.ts';
export type { AskedBeside } from './people/person-store.ts';
export { tidyCode } from './people/printed-code.ts';
export { listProviders, openProviders, removeProvider, saveProvider } from './providers/manage-providers.ts';
export { linksOf, unlinkProvider } from './providers/own-links.ts';
export type { Provider, ProviderReach } from './providers/provider.ts';
export { comeBack, leaveFor, type Purpose, RETURN_PATH } from './providers/sign-in-elsewhere.ts';
export { actorOfPerson } from './rights/actor-of-person.ts';
export {
  DEEDS,
  functionsOf,
  givesHere,
  grantOf,
  grantOfHolding,
  mayAnywhere,
  ROLES,
  widestRole,
} from './rights/permission-rules.ts';
export { type DeedReach, isWithinReach, may, type PermitPlace, permit, permitAny, reachOf } from './rights/permit.ts';
export { withinReach } from './rights/reach-store.ts';
export {
  eraseHistoryContent,
  type HistoryPaging,
  viewDatasetHistory,
  viewHistory,
  viewHistoryEntry,
  viewSealedHistory,
} from './rights/view-history.ts';
export { changePassword } from './signing-in/change-password.ts';
export { LEAST_PASSWORD } from './signing-in/password-rules.ts';
export { sessionToken } from './signing-in/request-headers.ts';
export type { SessionView } from './signing-in/requests.ts';
export { personOfLink, requestPasswordReset, resetPassword } from './signing-in/reset-password.ts';
export { deviceInWords } from './signing-in/session-rules.ts';
export { endOtherSessions, endSession, listSessions } from './signing-in/sessions.ts';
export {
  personOfRequest,
  type SignedIn,
  type SignedInPerson,
  sessionSecret,
  signedInPerson,
  signIn,
  signOut,
} from './signing-in/sign-in.ts';
export { answerOnce, type KeyedAnswer } from './tokens/answer-once.ts';
export { createPersonalToken, createServiceToken, type MadeToken } from './tokens/create-token.ts';
export { tellExpiringTokensJob } from './tokens/expiring-tokens-job.ts';
export { listOwnTokens, listServiceTokens, revokeToken } from './tokens/manage-tokens.ts';
export { type NewToken, TOKEN_SCOPES, type Token, type TokenScope, UNIT_TOKEN_SCOPES } from './tokens/token.ts';
export { requireScope, tokenOfRequest, unitOfToken } from './tokens/token-of-request.ts';
export { bearerOf } from './tokens/token-rules.ts';
export { changeUnit } from './units/change-unit.ts';
export { closeUnit, recordMove, type Successor } from './units/close-unit.ts';
export { createUnit } from './units/create-unit.ts';
export { deleteUnit, type UnitInUse } from './units/delete-unit.ts';
export {
  findUnit,
  findUnitBySlug,
  type KinUnit,
  listAllUnits,
  listUnits,
  previousUnitNames,
  previousUnits,
  type UnitKin,
  unitKin,
  unitWithDescendants,
} from './units/find-unit.ts';
export {
  type CommunityProfile,
  type Deed,
  type Person,
  type ReorganisationKind,
  UNIT_KINDS,
  type Unit,
  type UnitKind,
} from './units/unit.ts';
export { depths, isUnitKind } from './units/unit-rules.ts';
