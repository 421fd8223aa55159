import { addDays, type Day, dayOf } from '../../../kernel/dates.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { permit } from '../rights/permit.ts';
import { recordAppointment } from './appoint.ts';
import type { AppointmentOrder, AppointmentView } from './appointment.ts';
import { isOfAll } from './appointment-rules.ts';
import { updateAppointment } from './appointment-store.ts';
import { selectAppointments } from './appointment-view-store.ts';
import { endNow } from './change-appointment.ts';
import { type ListedAppointment, withOrderState } from './list-appointments.ts';

/** The orders appointments had before another one came; to be given back by `restoreGrounds`. */
export type GroundsBefore = readonly { readonly id: string; readonly order: AppointmentOrder | null }[];

/** Appointments of today and to come with the state of their orders. Needs `city.manage`. */
export async function appointmentsWithOrders(ctx: Context, ids?: readonly string[]): Promise<ListedAppointment[]> {
  await permit(ctx, 'city.manage', null);
  return withOrderState(ctx, await named(ctx, ids));
}

async function named(ctx: Context, ids?: readonly string[]): Promise<AppointmentView[]> {
  const all = await selectAppointments(ctx.db, {}, dayOf(ctx.clock.now()));
  return ids ? all.filter(({ id }) => ids.includes(id)) : all;
}

/** One order becomes the ground of all these appointments; those that are over are left alone. Needs `city.manage`. */
export function groundAppointments(
  ctx: Context,
  ids: readonly string[],
  order: AppointmentOrder,
): Promise<GroundsBefore> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const before = await named(inner, ids);
    for (const one of before) await giveOrder(inner, one, order);
    return before.map(({ id, order: old }) => ({ id, order: old }));
  });
}

/** Gives appointments back the orders they had; those that got yet another meanwhile keep it. Needs `city.manage`. */
export function restoreGrounds(ctx: Context, before: GroundsBefore, given: AppointmentOrder): Promise<void> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const now = await named(
      inner,
      before.map(({ id }) => id),
    );
    for (const one of now) {
      if (!one.order || one.order.number !== given.number || one.order.date !== given.date) continue;
      await giveOrder(inner, one, before.find(({ id }) => id === one.id)?.order ?? null);
    }
  });
}

async function giveOrder(ctx: Context, before: AppointmentView, order: AppointmentOrder | null): Promise<void> {
  const after = { ...before, order };
  await updateAppointment(ctx.db, after);
  await recordAppointment(ctx, 'appointment.changed', after, before.personName, before);
}

/** An appointment whose order is in force no more; `ended`: so is the appointment, else it works on without a ground. */
export interface Groundless {
  readonly appointment: AppointmentView;
  readonly ended: boolean;
}

/**
 * The order of these appointments is in force no more from that day: they end on the day before. Administrators, coordinators and members of the
 * working group keep working, without an order, so that nobody is left to mend it. Needs `city.manage`.
 */
export function endGrounds(ctx: Context, ids: readonly string[], day: Day): Promise<Groundless[]> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const lastDay = addDays(day, -1);
    const groundless: Groundless[] = [];
    for (const appointment of await named(inner, ids)) {
      const ended = !isOfAll(appointment.role);
      if (ended) {
        await endNow(inner, [appointment], lastDay);
        await recordAppointment(
          inner,
          'appointment.ended',
          { ...appointment, to: lastDay },
          appointment.personName,
          appointment,
        );
      } else await giveOrder(inner, appointment, null);
      groundless.push({ appointment, ended });
    }
    return groundless;
  });
}
