import {
  isWithinReach,
  listStaff,
  listUnits,
  reachOf,
  rolesToGive,
  unitWithDescendants,
} from '../../../capabilities/accounts/index.ts';
import { listDatasets } from '../../../capabilities/catalog/index.ts';
import type { Visit } from '../../components/index.ts';
import type { AppointmentChoices } from './appointment-fields.tsx';
import type { AppointmentForm } from './typed-appointment.ts';

/** Named one by one no more make sense: a whole unit is meant then. */
const MOST_DATASETS = 500;

/** What the form of an appointment offers to this visitor. Throws `forbidden`. */
export async function appointmentChoices(visit: Visit, form: AppointmentForm): Promise<AppointmentChoices> {
  const { ctx } = visit;
  const { people } = await listStaff(ctx);
  const [units, reach] = [await listUnits(ctx), await reachOf(ctx, 'appointment.manage')];
  return {
    units: units.filter(({ id }) => isWithinReach(reach, { id: null, unitId: id })),
    roles: rolesToGive(visit.person?.appointments ?? []),
    people: people.map(({ person }) => person).filter(({ active }) => active),
    datasets: form.which === 'named' ? await datasetsOf(visit, form) : [],
  };
}

async function datasetsOf({ ctx }: Visit, form: AppointmentForm) {
  const [unitId] = form.unitIds;
  if (unitId === undefined) return [];
  const unitIds = await unitWithDescendants(ctx, unitId);
  const { items } = await listDatasets(ctx, { unitIds }, { page: 1, size: MOST_DATASETS });
  return items
    .filter(({ state }) => state !== 'withdrawn')
    .toSorted((a, b) => a.passport.title.localeCompare(b.passport.title, 'uk'));
}
