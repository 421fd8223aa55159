import { isId, newId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { may, permit } from '../../accounts/index.ts';
import { record } from '../../history/index.ts';
import { notify } from '../../notices/index.ts';
import { noSuchThing, refuseFaults } from '../refusals.ts';
import { dayFaults, tidy, tidyText } from '../typed.ts';
import type { ListedDecision, Member, Sitting, SittingWish } from './group.ts';
import { selectGroup, selectMembers } from './group-store.ts';
import { nextNumber, putSitting, selectDecisions, selectSitting } from './sitting-store.ts';

/** Signs of one agenda, and of minutes. */
const MOST_AGENDA = 5000;
const MOST_MINUTES = 40_000;

/** A session with what was decided, and who could come. */
export interface OpenSitting {
  readonly sitting: Sitting;
  /** Members at its time. */
  readonly members: readonly Member[];
  readonly decisions: readonly ListedDecision[];
  readonly groupName: string;
  readonly mayKeep: boolean;
}

/** One session. Needs `dataset.view-internal`. Throws `not-found`. */
export async function openSitting(ctx: Context, id: string): Promise<OpenSitting> {
  await permit(ctx, 'dataset.view-internal');
  const sitting = isId(id) ? await selectSitting(ctx.db, id) : null;
  if (!sitting) throw noSuchThing();
  const { on } = sitting;
  const members = await selectMembers(ctx.db, sitting.groupId);
  return {
    sitting,
    members: members.filter(
      (one) =>
        sitting.present.includes(one.id) || (one.from <= on && (one.to === null || one.to >= on)) || !sitting.held,
    ),
    decisions: await selectDecisions(ctx.db, { sittingId: id }),
    groupName: (await selectGroup(ctx.db))?.name ?? '',
    mayKeep: await may(ctx, 'city.manage', null),
  };
}

/** Plans a session, or changes the one of that id; members of the cabinet are told of a new one. Throws `forbidden`, `not-found`, `invalid` (on). */
export function planSitting(ctx: Context, id: string | null, typed: SittingWish): Promise<Sitting> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const group = await selectGroup(inner.db);
    if (!group) throw noSuchThing();
    refuseFaults(dayFaults('on', typed.on));
    const before = id === null ? null : await lockSitting(inner, id);
    const now = inner.clock.now();
    const sitting: Sitting = {
      id: before?.id ?? newId(now.getTime()),
      groupId: group.id,
      number: before?.number ?? (await nextNumber(inner.db, group.id)),
      on: typed.on,
      at: tidy(typed.at).slice(0, 20),
      place: tidy(typed.place).slice(0, 300),
      agenda: tidyText(typed.agenda).slice(0, MOST_AGENDA),
      minutes: before?.minutes ?? '',
      held: before?.held ?? false,
      present: before?.present ?? [],
    };
    await putSitting(inner.db, sitting, now);
    const subject = subjectOf(sitting, group.name);
    await record(inner, { deed: before ? 'sitting.changed' : 'sitting.planned', subject, after: { on: sitting.on } });
    if (!before) await tellMembers(inner, sitting, subject);
    return sitting;
  });
}

/** Keeps the minutes and who was there: the session was held. Throws `forbidden`, `not-found`. */
export function holdSitting(
  ctx: Context,
  id: string,
  typed: { readonly minutes: string; readonly present: readonly string[] },
): Promise<void> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const sitting = await lockSitting(inner, id);
    const members = await selectMembers(inner.db, sitting.groupId);
    const present = members.filter((one) => typed.present.includes(one.id)).map((one) => one.id);
    const minutes = tidyText(typed.minutes).slice(0, MOST_MINUTES);
    await putSitting(inner.db, { ...sitting, minutes, present, held: true }, inner.clock.now());
    const name = (await selectGroup(inner.db))?.name ?? '';
    const after = { on: sitting.on, present: present.length };
    await record(inner, { deed: 'sitting.held', subject: subjectOf(sitting, name), after });
  });
}

/** The session, nobody else's to change until the transaction ends. Throws `not-found`. */
export async function lockSitting(ctx: Context, id: string): Promise<Sitting> {
  const sitting = isId(id) ? await selectSitting(ctx.db, id, true) : null;
  if (!sitting) throw noSuchThing();
  return sitting;
}

async function tellMembers(ctx: Context, sitting: Sitting, subject: ReturnType<typeof subjectOf>): Promise<void> {
  const members = (await selectMembers(ctx.db, sitting.groupId)).filter(({ to }) => to === null);
  const people = members.flatMap(({ personId }) => (personId === null ? [] : [personId]));
  const facts = { dueOn: sitting.on, ...(sitting.place === '' ? {} : { reason: sitting.place }) };
  const link = `/cabinet/city/group/sittings/${sitting.id}`;
  await notify(ctx, { to: { people }, kind: 'group.sitting', subject, link, facts });
}

const subjectOf = ({ id, number }: Sitting, groupName: string) => ({
  kind: 'sitting',
  id,
  name: `${groupName} № ${number}`.trim(),
});
