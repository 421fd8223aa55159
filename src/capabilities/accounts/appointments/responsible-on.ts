import type { Day } from '../../../kernel/dates.ts';
import { type Context, once } from '../../../platform/context.ts';
import { permit } from '../rights/permit.ts';
import type { AppointmentFunction, AppointmentOrder } from './appointment.ts';
import { selectAppointments, selectFirstDays } from './appointment-view-store.ts';

/** An appointment of a responsible person as it was on a day. */
export interface ResponsibleOn {
  readonly appointmentId: string;
  /** Null: a vacancy. */
  readonly personId: string | null;
  /** Empty: a vacancy. */
  readonly name: string;
  readonly unitId: string;
  readonly functions: readonly AppointmentFunction[];
  /** Null: all datasets of the unit and of those below it. */
  readonly datasetIds: readonly string[] | null;
  readonly post: string;
  /** Office contacts only. */
  readonly officeEmail: string;
  readonly officePhone: string;
  readonly from: Day;
  readonly to: Day | null;
  /** Null: «наказ готується». */
  readonly order: AppointmentOrder | null;
  /** The first day this person ever answered for data; of a vacancy, its own first day. */
  readonly since: Day;
}

/**
 * Responsible persons as they were on any day, past or present: what is counted of people is counted anew from these. Vacancies are among them.
 * Throws `forbidden` for those who read nothing internal.
 */
export async function responsibleOn(ctx: Context, day: Day): Promise<ResponsibleOn[]> {
  await permit(ctx, 'dataset.view-internal');
  return once(ctx, `accounts.responsible ${day}`, async () => {
    const found = await selectAppointments(ctx.db, {}, day);
    const since = await selectFirstDays(ctx.db, day);
    return found.flatMap((one) => {
      const { role, unitId, from, personId } = one;
      if (role !== 'responsible' || unitId === null || from > day) return [];
      return [
        {
          appointmentId: one.id,
          personId,
          name: one.personName,
          unitId,
          functions: one.functions,
          datasetIds: one.datasetIds,
          post: one.post,
          officeEmail: one.officeEmail,
          officePhone: one.officePhone,
          from,
          to: one.to,
          order: one.order,
          since: (personId !== null && since.get(personId)) || from,
        },
      ];
    });
  });
}
