import { dayOf } from '../../../kernel/dates.ts';
import type { Context } from '../../../platform/context.ts';
import type { AppointmentView } from './appointment.ts';
import { type OrderState, orderState } from './appointment-rules.ts';
import { orderGraceDays } from './appointment-settings.ts';
import { selectAppointments } from './appointment-view-store.ts';

/** An appointment with the state of its order. */
export interface ListedAppointment extends AppointmentView {
  readonly orderState: OrderState;
}

/** Each with the state of its order. */
export async function withOrderState(ctx: Context, found: readonly AppointmentView[]): Promise<ListedAppointment[]> {
  const graceDays = await orderGraceDays(ctx);
  const today = dayOf(ctx.clock.now());
  const term = { today, graceDays };
  // many were entered in one sitting, and counting working days is slow
  const known = new Map<string, OrderState>();
  return found.map((one) => {
    const key = one.order ? '' : `${one.createdAt.getTime()} ${one.from}`;
    const state = known.get(key) ?? orderState(one, dayOf(one.createdAt), term);
    known.set(key, state);
    return { ...one, orderState: state };
  });
}

/** Somebody who answers for data, as anybody may know: office contacts only. */
export interface PublicResponsible {
  readonly name: string;
  readonly post: string;
  readonly email: string;
  readonly phone: string;
  readonly unitId: string;
  readonly functions: AppointmentView['functions'];
  /** Null: all datasets of the unit and of those below it. */
  readonly datasetIds: readonly string[] | null;
}

/**
 * Responsible persons of today (КМУ 835, element 15 of the passport), the substitute in the place of somebody away, vacancies left out. Open to
 * all: name, post and office contacts, nothing of a person's own.
 */
export async function listResponsible(ctx: Context): Promise<PublicResponsible[]> {
  const today = dayOf(ctx.clock.now());
  const found = await selectAppointments(ctx.db, {}, today);
  return found.flatMap((one) => {
    if (one.role !== 'responsible' || one.unitId === null || one.from > today) return [];
    const away = one.absence !== null || one.personId === null;
    const name = away ? one.substituteName : one.personName;
    if (name === '') return [];
    const { post, officeEmail: email, officePhone: phone, unitId, functions, datasetIds } = one;
    return [{ name, post: away ? '' : post, email, phone, unitId, functions, datasetIds }];
  });
}
