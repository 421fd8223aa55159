/**
 * Accounts: the community, its units, its people, what each may do, and how they sign in.
 * Passwords and sessions are better-auth's alone (authentication.ts); its tables are made by our migration.
 * `permit` is the first line of every use case that writes; the table behind it is permission-rules.ts.
 */
import type { Page, Paged } from '../../kernel/paging.ts';
import type { Context } from '../../platform/context.ts';
import type { HistoryEntry, HistoryFilter } from '../history/index.ts';
import type {
  CommunityChange,
  NewPerson,
  NewUnit,
  PersonChange,
  PersonInvitation,
  SessionView,
  SetUp,
  SignIn,
  UnitChange,
} from './requests.ts';
import type { CommunityProfile, Deed, Person, Unit } from './unit.ts';

export type {
  CommunityChange,
  NewPerson,
  NewUnit,
  PersonChange,
  PersonInvitation,
  SessionView,
  SetUp,
  SignIn,
  UnitChange,
} from './requests.ts';
export type { CommunityProfile, Deed, Person, Role, Unit } from './unit.ts';

const building = (): never => {
  throw new Error('accounts are being built');
};

/** The community, or null before the set-up. */
export async function communityProfile(_ctx: Context): Promise<CommunityProfile | null> {
  return building();
}
/** Makes the community, its root unit and the first administrator; only the first of two racing calls succeeds (conflict). */
export async function setUp(_ctx: Context, _input: SetUp): Promise<{ root: Unit; administrator: Person | null }> {
  return building();
}
export async function changeCommunityProfile(_ctx: Context, _change: CommunityChange): Promise<CommunityProfile> {
  return building();
}
/** All units in tree order: each right after its parent, sisters by the Ukrainian alphabet. */
export async function listUnits(_ctx: Context): Promise<Unit[]> {
  return building();
}
export async function findUnit(_ctx: Context, _id: string): Promise<Unit | null> {
  return building();
}
export async function findUnitBySlug(_ctx: Context, _slug: string): Promise<Unit | null> {
  return building();
}
/** The unit's id and the ids of all below it. */
export async function unitWithDescendants(_ctx: Context, _id: string): Promise<string[]> {
  return building();
}
export async function createUnit(_ctx: Context, _input: NewUnit): Promise<Unit> {
  return building();
}
export async function changeUnit(_ctx: Context, _id: string, _change: UnitChange): Promise<Unit> {
  return building();
}
export async function createPerson(_ctx: Context, _input: NewPerson): Promise<Person> {
  return building();
}
export async function invitePerson(_ctx: Context, _input: PersonInvitation): Promise<{ person: Person; link: string }> {
  return building();
}
export async function changePerson(_ctx: Context, _id: string, _change: PersonChange): Promise<Person> {
  return building();
}
export async function listPeople(_ctx: Context): Promise<Person[]> {
  return building();
}
export async function findPerson(_ctx: Context, _id: string): Promise<Person | null> {
  return building();
}
/** `cookie` is a whole Set-Cookie value. */
export async function signIn(_ctx: Context, _input: SignIn): Promise<{ cookie: string; person: Person }> {
  return building();
}
/** `cookie` is the Set-Cookie value that forgets the session. */
export async function signOut(_ctx: Context, _headers: Headers): Promise<{ cookie: string }> {
  return building();
}
/** Who sends this request; null without a live session. Costs nothing when there is no session cookie. */
export async function personOfRequest(_ctx: Context, _headers: Headers): Promise<Person | null> {
  return building();
}
export async function listSessions(_ctx: Context, _headers: Headers): Promise<SessionView[]> {
  return building();
}
export async function viewHistory(_ctx: Context, _filter: HistoryFilter, _page: Page): Promise<Paged<HistoryEntry>> {
  return building();
}
/**
 * Throws `signed-out` or `forbidden` unless the context's actor may do the deed. The system may do everything.
 * @param unitId the unit concerned; left out: "anywhere at all"; null: "in the whole system"
 */
export async function permit(_ctx: Context, _deed: Deed, _unitId?: string | null): Promise<void> {
  return building();
}
/** The same question without the exception. */
export async function may(_ctx: Context, _deed: Deed, _unitId?: string | null): Promise<boolean> {
  return building();
}
