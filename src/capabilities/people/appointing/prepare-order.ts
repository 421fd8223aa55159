import { type Context, transaction } from '../../../platform/context.ts';
import { appointmentsWithOrders, type ListedAppointment, permit } from '../../accounts/index.ts';
import { draftOrder, type OrderRef, ordersOfSubjects } from '../../orders/index.ts';
import type { Recipient } from '../letters/letter.ts';
import { selectNoticesOfAppointments } from '../letters/letter-store.ts';
import { nothingWaits } from '../refusals.ts';
import { ORDER_CLAUSES, ORDER_GROUNDS, ORDER_TITLE } from './appointment-words.ts';

const EFFECT = 'appointments';

/** A responsible person's appointment, its ground, and whether they were told. */
export interface AppointedPerson {
  readonly appointment: ListedAppointment;
  /** The order it stands on or waits for; null: none was drafted. */
  readonly order: (OrderRef & { readonly lawfulFrom: string | null }) | null;
  /** The notice of appointment they got; null: none yet. */
  readonly notice: Recipient | null;
}

/** Appointments of responsible persons of today and to come. Needs `city.manage`. */
export async function appointedPersons(ctx: Context): Promise<AppointedPerson[]> {
  const all = (await appointmentsWithOrders(ctx)).filter(
    ({ role, unitId }) => role === 'responsible' && unitId !== null,
  );
  const orders = await ordersOfSubjects(ctx, EFFECT);
  const notices = await selectNoticesOfAppointments(ctx.db);
  return all.map((appointment) => ({
    appointment,
    order: orders.get(appointment.id) ?? null,
    notice: notices.get(appointment.id) ?? null,
  }));
}

/** True while an appointment has no ground and stands on no draft. */
export const waitsForOrder = ({ appointment, order }: AppointedPerson): boolean =>
  appointment.order === null && order === null && appointment.personId !== null;

/**
 * Puts every responsible person without a ground on the draft «Про визначення відповідальних осіб»: the one that is being prepared, or a new one with
 * its grounds and clauses. Vacancies are left: nobody is appointed. Needs `city.manage`. Throws `conflict` where nobody waits. @returns the order's id
 */
export function prepareAppointmentsOrder(ctx: Context): Promise<string> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const persons = await appointedPersons(inner);
    const subjectIds = persons.filter(waitsForOrder).map(({ appointment }) => appointment.id);
    const drafted = persons.find(({ order }) => order?.state === 'draft' && order.title === ORDER_TITLE)?.order;
    if (subjectIds.length === 0) {
      if (drafted) return drafted.id;
      throw nothingWaits();
    }
    const nobody = { name: '', post: '' };
    const fresh = {
      kind: 'mayor-order',
      issuer: 'міського голови',
      title: ORDER_TITLE,
      number: '',
      date: null,
      signatory: { name: '', post: 'Міський голова' },
      controller: nobody,
      agreedBy: [],
      executor: { name: '', phone: '' },
      grounds: ORDER_GROUNDS,
      clauses: ORDER_CLAUSES,
      from: null,
      to: null,
      public: false,
      links: [],
    } as const;
    return await draftOrder(inner, drafted?.id ?? fresh, [{ kind: EFFECT, subjectIds, terms: {} }]);
  });
}
