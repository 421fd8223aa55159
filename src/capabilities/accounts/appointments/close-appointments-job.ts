import { z } from 'zod';
import { dayOf } from '../../../kernel/dates.ts';
import { transaction } from '../../../platform/context.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import { endAccess } from '../rights/access.ts';
import { selectAbsent } from './absence-store.ts';
import { endAppointments } from './appointment-store.ts';
import { lockEnded } from './appointment-view-store.ts';
import { tellEnded } from './change-appointment.ts';

/**
 * After midnight: says which appointments are over (their rights are gone since the day itself began), ends the access of those whose last one
 * it was, and the sessions of those who are away from today.
 */
export const closeAppointmentsJob = defineJob({
  name: 'accounts.close-appointments',
  data: z.object({}),
  handle: (ctx) =>
    transaction(ctx, async (inner) => {
      const now = inner.clock.now();
      const today = dayOf(now);
      for (const ended of await lockEnded(inner.db, today)) {
        await endAppointments(inner.db, [ended.id], ended.to ?? today, now);
        await tellEnded(inner, ended);
      }
      for (const personId of await selectAbsent(inner.db, today)) await endAccess(inner, personId, 'keep');
    }),
});
