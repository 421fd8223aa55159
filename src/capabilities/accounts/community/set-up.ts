import { type FieldFault, refuseFaults } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { slugify } from '../../../language/transliterate.ts';
import { actingAs, type Context, transaction } from '../../../platform/context.ts';
import { record } from '../../history/index.ts';
import { placeUnplacedAppointments } from '../appointments/appointment-store.ts';
import { openAppointment } from '../appointments/open-appointment.ts';
import { hasPeople } from '../people/person-store.ts';
import { type Registration, registerPerson, registrationFaults } from '../people/register-person.ts';
import { alreadySetUp, signedOut } from '../refusals.ts';
import { actorOfPerson } from '../rights/actor-of-person.ts';
import { permit } from '../rights/permit.ts';
import type { SetUp } from '../signing-in/requests.ts';
import { tidyEdrpou } from '../units/edrpou.ts';
import type { CommunityProfile, Person, Unit } from '../units/unit.ts';
import { NOTHING_SAID, type StoredUnit } from '../units/unit-rules.ts';
import { insertUnit } from '../units/unit-store.ts';
import { DEFAULT_COLOUR, tidyColour } from './colour-rules.ts';
import { communityFaults, tidyKatottg } from './community-rules.ts';
import { insertCommunity, lockCommunity, selectCommunity } from './community-store.ts';

function profileOf(community: SetUp['community']): CommunityProfile {
  return {
    name: community.name.trim().replace(/\s+/g, ' '),
    edrpou: tidyEdrpou(community.edrpou),
    katottg: tidyKatottg(community.katottg),
    colour: community.colour?.trim() || DEFAULT_COLOUR,
    email: community.email?.trim() ?? '',
    site: community.site?.trim() ?? '',
  };
}

function registrationOf(administrator: SetUp['administrator']): Registration | null {
  return administrator === null ? null : administrator;
}

/** Faults of both halves of the form; the person's name is the field `personName` there. */
async function setUpFaults(profile: CommunityProfile, registration: Registration | null): Promise<FieldFault[]> {
  const own = registration === null ? [] : await registrationFaults(registration);
  return [
    ...communityFaults(profile),
    ...own.map((fault) => (fault.field === 'name' ? { ...fault, field: 'personName' } : fault)),
  ];
}

/**
 * Makes the community, its root unit and the first administrator. Anybody may, but once: of two racing calls the second
 * gets the conflict `already-set-up`. Where the command line made an administrator before, only they may, and `administrator`
 * is null.
 * @returns the root unit and the new administrator, if one was made
 */
export function setUp(ctx: Context, input: SetUp): Promise<{ root: Unit; administrator: Person | null }> {
  return transaction(ctx, async (inner) => {
    await lockCommunity(inner.db);
    if ((await selectCommunity(inner.db)) !== null) throw alreadySetUp();
    const peopled = await hasPeople(inner.db);
    if (peopled) await permit(inner, 'settings.change', null);
    if (!peopled && input.administrator === null && inner.actor.kind !== 'system') throw signedOut();
    const profile = profileOf(input.community);
    const registration = registrationOf(input.administrator);
    refuseFaults(await setUpFaults(profile, registration));
    return await makeCommunity(inner, profile, registration);
  });
}

async function makeCommunity(ctx: Context, profile: CommunityProfile, registration: Registration | null) {
  const now = ctx.clock.now();
  const { edrpou, ...facts } = { ...profile, colour: tidyColour(profile.colour) ?? DEFAULT_COLOUR };
  const root: StoredUnit = {
    ...NOTHING_SAID,
    id: newId(now.getTime()),
    parentId: null,
    name: facts.name,
    slug: slugify(facts.name),
    edrpou,
    email: facts.email,
    site: facts.site,
    kind: 'council',
  };
  await insertUnit(ctx.db, root, now);
  await insertCommunity(ctx.db, facts, root.id, now);
  await placeUnplacedAppointments(ctx.db, root.id);
  const administrator = registration === null ? null : await makeAdministrator(ctx, registration);
  const byWhom = administrator === null ? ctx : actingAs(ctx, actorOfPerson(administrator));
  await record(byWhom, {
    deed: 'community.set-up',
    subject: { kind: 'community', id: root.id, name: facts.name },
    after: { ...facts, edrpou },
  });
  if (administrator !== null) {
    await record(byWhom, {
      deed: 'person.created',
      subject: { kind: 'person', id: administrator.id, name: administrator.name },
      after: { name: administrator.name, email: administrator.email, role: 'administrator', unitId: root.id },
    });
  }
  return { root: { ...root, shownEdrpou: edrpou }, administrator };
}

async function makeAdministrator(ctx: Context, registration: Registration): Promise<Person> {
  const person = await registerPerson(ctx, registration);
  return { ...person, appointments: [await openAppointment(ctx, person.id, { role: 'administrator', unitId: null })] };
}

/**
 * What the set-up page has to show: everything (`open`), only the community, to the administrator the command line made
 * (`peopled`), or nothing any more (`done`).
 */
export async function setUpState(ctx: Context): Promise<'open' | 'peopled' | 'done'> {
  if ((await selectCommunity(ctx.db)) !== null) return 'done';
  return (await hasPeople(ctx.db)) ? 'peopled' : 'open';
}
