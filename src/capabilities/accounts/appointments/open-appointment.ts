import { dayOf } from '../../../kernel/dates.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Context } from '../../../platform/context.ts';
import { functionsOf } from '../rights/permission-rules.ts';
import { selectRootUnitId } from '../units/unit-store.ts';
import type { AppointmentFunction, Holding, Role } from './appointment.ts';
import { insertAppointment } from './appointment-store.ts';

/** The simplest appointment: all datasets of a unit, from today, without an end; its order is being prepared. */
export async function openAppointment(
  ctx: Context,
  personId: string,
  wish: { role: Role; unitId: string | null; functions?: readonly AppointmentFunction[] },
): Promise<Holding> {
  const now = ctx.clock.now();
  const unitId = wish.unitId ?? (await selectRootUnitId(ctx.db));
  const functions = wish.functions ?? functionsOf(wish.role);
  const id = newId(now.getTime());
  await insertAppointment(ctx.db, {
    id,
    personId,
    unitId,
    role: wish.role,
    functions,
    datasetIds: null,
    post: '',
    officeEmail: '',
    officePhone: '',
    from: dayOf(now),
    to: null,
    substituteId: null,
    order: null,
    createdAt: now,
  });
  return { appointmentId: id, unitId, role: wish.role, functions, datasetIds: null, standsInFor: null };
}
