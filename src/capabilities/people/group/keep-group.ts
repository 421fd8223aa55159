import { type Day, dayOf } from '../../../kernel/dates.ts';
import { isId, newId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { findPerson, may, permit } from '../../accounts/index.ts';
import { record } from '../../history/index.ts';
import { noSuchThing, refuseFaults } from '../refusals.ts';
import { lineFaults, tidy } from '../typed.ts';
import { type ListedDecision, type Member, PARTS, type Part, type Sitting, type WorkingGroup } from './group.ts';
import { endMember, insertMember, putGroup, selectGroup, selectMembers } from './group-store.ts';
import { selectDecisions, selectSittings } from './sitting-store.ts';

/** The group with all that its page shows. */
export interface OpenGroup {
  readonly group: WorkingGroup | null;
  /** Those who left stand last. */
  readonly members: readonly Member[];
  readonly sittings: readonly Sitting[];
  /** Open ones, by term. */
  readonly decisions: readonly ListedDecision[];
  readonly mayKeep: boolean;
}

/** The working group. Needs `dataset.view-internal`: its members read by the role «член робочої групи». */
export async function openGroup(ctx: Context): Promise<OpenGroup> {
  await permit(ctx, 'dataset.view-internal');
  const group = await selectGroup(ctx.db);
  const mayKeep = await may(ctx, 'city.manage', null);
  if (!group) return { group, members: [], sittings: [], decisions: [], mayKeep };
  return {
    group,
    members: await selectMembers(ctx.db, group.id),
    sittings: await selectSittings(ctx.db, group.id),
    decisions: await selectDecisions(ctx.db, { groupId: group.id, open: true }),
    mayKeep,
  };
}

/** Makes the group, or changes its name and order. Throws `forbidden`, `invalid` (name). */
export function saveGroup(ctx: Context, typed: { readonly name: string; readonly order: string }): Promise<void> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const name = tidy(typed.name);
    refuseFaults(lineFaults('name', name));
    const now = inner.clock.now();
    const before = await selectGroup(inner.db);
    const group = { id: before?.id ?? newId(now.getTime()), name, order: tidy(typed.order).slice(0, 400) };
    await putGroup(inner.db, group, now);
    await record(inner, { deed: 'group.changed', subject: subjectOf(group), after: { name, order: group.order } });
  });
}

/** Puts somebody into the group: a person of the cabinet, or a name from outside. Throws `forbidden`, `not-found`, `invalid` (name). */
export function addMember(
  ctx: Context,
  typed: { readonly personId: string | null; readonly name: string; readonly post: string; readonly part: Part },
): Promise<void> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const group = await selectGroup(inner.db);
    if (!group) throw noSuchThing();
    const person = typed.personId === null ? null : await findPerson(inner, typed.personId);
    const name = person?.name ?? tidy(typed.name);
    const here = (await selectMembers(inner.db, group.id)).filter(({ to }) => to === null);
    const twice = person !== null && here.some(({ personId }) => personId === person.id);
    refuseFaults([...lineFaults('name', name, 200), ...(twice ? [alreadyIn()] : [])]);
    const now = inner.clock.now();
    const member: Member = {
      id: newId(now.getTime()),
      personId: person?.id ?? null,
      name,
      post: tidy(typed.post).slice(0, 300),
      part: PARTS.find((one) => one === typed.part) ?? 'member',
      from: dayOf(now),
      to: null,
    };
    await insertMember(inner.db, group.id, member);
    await record(inner, { deed: 'group.member-added', subject: subjectOf(group), after: { name, part: member.part } });
  });
}

/** Somebody is a member no more; what they took part in stays. Throws `forbidden`, `not-found`. */
export function endMembership(ctx: Context, id: string, lastDay: Day): Promise<void> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const group = await selectGroup(inner.db);
    const name = group && isId(id) ? await endMember(inner.db, id, lastDay) : null;
    if (!group || name === null) throw noSuchThing();
    await record(inner, { deed: 'group.member-left', subject: subjectOf(group), after: { name, lastDay } });
  });
}

const subjectOf = ({ id, name }: Pick<WorkingGroup, 'id' | 'name'>) => ({ kind: 'group', id, name });

const alreadyIn = () => ({
  field: 'personId',
  text: { uk: 'Ця людина вже в складі групи.', en: 'This person is in the group already.' },
});
