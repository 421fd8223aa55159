import { addDays, dayOf } from '../../kernel/dates.ts';
import { isRequestError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import { actingAs, type Context, transaction } from '../../platform/context.ts';
import {
  actorOfPerson,
  appoint,
  endAppointment,
  findPerson,
  functionsOf,
  type LinkPlace,
  may,
  type Person,
  permit,
} from '../accounts/index.ts';
import { type Dataset, loadDataset } from '../catalog/index.ts';
import { notify } from '../notices/index.ts';
import { changeSeen } from './change-seen.ts';
import { chosen, keepDeed } from './keep-deed.ts';
import type { LeftAlone, ManyDeed, ManyDeedItem } from './many-deed.ts';
import { faulty } from './refusals.ts';

/**
 * Makes somebody the responsible person of these datasets: their passports name them (element 15), and where the person has no right to
 * publish one, an appointment for just these datasets is made in each unit, with its order to follow. Needs `dataset.coordinate` and, where
 * an appointment is made, the right to make it. Throws `invalid` (nobody chosen, nothing chosen, too many), `forbidden`, `not-found`.
 */
export async function assign(
  ctx: Context,
  datasetIds: readonly string[],
  personId: string,
  links: LinkPlace,
): Promise<ManyDeed> {
  return transaction(ctx, async (tx) => {
    await permit(tx, 'dataset.coordinate');
    const person = isId(personId) ? await findPerson(tx, personId) : null;
    if (!person?.active) throw faulty('person', 'Виберіть, кому доручити набори.', 'Choose who is to keep them.');
    const datasets = await chosen(tx, datasetIds);
    const appointments = await appointWhereNeeded(tx, person, datasets, links);
    const items: ManyDeedItem[] = [];
    const left: LeftAlone[] = [];
    for (const dataset of datasets) {
      const { id: datasetId, passport } = dataset;
      const { responsibleName, responsibleEmail } = passport;
      const named = { responsibleName: person.name, responsibleEmail: person.email };
      const same = responsibleName === named.responsibleName && responsibleEmail === named.responsibleEmail;
      const appointmentId = appointments.get(datasetId) ?? null;
      const why = same && appointmentId === null ? ALREADY : same ? null : await changeSeen(tx, dataset, named);
      if (why !== null) {
        left.push({ datasetId, title: passport.title, why });
        continue;
      }
      const before = { responsibleName, responsibleEmail };
      items.push({ datasetId, title: passport.title, before, after: { ...named, appointmentId } });
      await tellAssigned(tx, person, dataset);
    }
    return keepDeed(tx, 'assignment', { items, left });
  });
}

const ALREADY = { uk: 'так уже є', en: 'it is so already' };

/** Appointments made for the datasets the person may not publish yet: dataset → appointment. */
async function appointWhereNeeded(
  tx: Context,
  person: Person,
  datasets: readonly Dataset[],
  links: LinkPlace,
): Promise<Map<string, string>> {
  const theirs = actingAs(tx, actorOfPerson(person));
  const byUnit = new Map<string, string[]>();
  for (const dataset of datasets) {
    if (await may(theirs, 'dataset.publish', dataset)) continue;
    byUnit.set(dataset.unitId, [...(byUnit.get(dataset.unitId) ?? []), dataset.id]);
  }
  const made = new Map<string, string>();
  for (const [unitId, ids] of byUnit) {
    const terms = {
      role: 'responsible' as const,
      functions: functionsOf('responsible'),
      datasetIds: ids,
      post: '',
      officeEmail: '',
      officePhone: '',
      from: dayOf(tx.clock.now()),
      to: null,
      substituteId: null,
      order: null,
    };
    const { appointments } = await appoint(
      tx,
      { who: { kind: 'known', id: person.id }, unitIds: [unitId], terms },
      links,
    );
    for (const { id } of appointments) for (const datasetId of ids) made.set(datasetId, id);
  }
  return made;
}

function tellAssigned(tx: Context, person: Person, { id, passport }: Dataset): Promise<number> {
  return notify(tx, {
    to: { people: [person.id] },
    kind: 'dataset.assigned',
    subject: { kind: 'dataset', id, name: passport.title },
    link: `/cabinet/datasets/${id}`,
  });
}

/** Names the person before again, and ends the appointment that was made for it. */
export async function takeAssignmentBack(ctx: Context, item: ManyDeedItem): Promise<LeftAlone | null> {
  const dataset = await loadDataset(ctx, item.datasetId);
  await permit(ctx, 'dataset.coordinate', dataset);
  const left = (why: LeftAlone['why']) => ({ datasetId: item.datasetId, title: item.title, why });
  const { responsibleName, responsibleEmail } = dataset.passport;
  if (responsibleEmail !== item.after.responsibleEmail || responsibleName !== item.after.responsibleName) {
    return left({ uk: 'відповідальну особу відтоді змінили', en: 'the responsible person was changed since' });
  }
  const before = {
    responsibleName: item.before.responsibleName ?? '',
    responsibleEmail: item.before.responsibleEmail ?? '',
  };
  const why = await changeSeen(ctx, dataset, before);
  if (why !== null) return left(why);
  if (item.after.appointmentId) await endOnce(ctx, item.after.appointmentId);
  return null;
}

/** One appointment may stand for several datasets of the deed: it is ended with the first. */
async function endOnce(ctx: Context, appointmentId: string): Promise<void> {
  const yesterday = addDays(dayOf(ctx.clock.now()), -1);
  await endAppointment(ctx, appointmentId, yesterday).catch((error: unknown) => {
    if (!isRequestError(error) || error.kind !== 'not-found') throw error;
  });
}
