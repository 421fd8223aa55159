import { personId as idOfActor } from '../../../kernel/actor.ts';
import { type Day, dayOf } from '../../../kernel/dates.ts';
import { fieldFault } from '../../../kernel/errors.ts';
import { isId, newId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { findPerson, may, permit } from '../../accounts/index.ts';
import { record } from '../../history/index.ts';
import { settleNotices } from '../../notices/index.ts';
import { noSuchThing, refuseFaults } from '../refusals.ts';
import { dayFaults, tidy } from '../typed.ts';
import { keepCertificate } from './certificate.ts';
import type { Training } from './course.ts';
import { deleteTraining, putTrainings, selectTraining, selectTrainingOf } from './course-store.ts';
import { findCourse } from './keep-courses.ts';

/** A course somebody took, as it is typed. */
export interface TrainingWish {
  readonly personId: string;
  readonly courseId: string;
  readonly on: Day;
  readonly result: string;
  /** PDF, PNG or JPEG, up to 10 MB; null: none. */
  readonly certificate: { readonly name: string; readonly bytes: Uint8Array } | null;
}

/**
 * Notes a course somebody took elsewhere. People note their own with its certificate; those who look after the city note anybody's. The same
 * person, course and day are one record. Throws `forbidden`, `invalid` (personId, courseId, on, certificate).
 */
export async function recordTraining(ctx: Context, wish: TrainingWish): Promise<Training> {
  const { training, older } = await transaction(ctx, async (inner) => {
    const own = idOfActor(inner.actor) === wish.personId;
    await permit(inner, own ? 'dataset.view-internal' : 'city.manage', own ? undefined : null);
    refuseFaults([...dayFaults('on', wish.on), ...choiceFaults(wish), ...futureFaults(inner, wish.on)]);
    if (wish.certificate === null && !(await may(inner, 'city.manage', null))) refuseFaults([noCertificate()]);
    const person = await findPerson(inner, wish.personId);
    if (!person) throw noSuchThing();
    const course = await findCourse(inner, wish.courseId);
    const now = inner.clock.now();
    const id = newId(now.getTime());
    const older = wish.certificate ? await selectTrainingOf(inner.db, person.id, course.id, wish.on) : null;
    const training: Training = {
      id,
      personId: person.id,
      personName: person.name,
      courseId: course.id,
      sessionId: null,
      on: wish.on,
      result: tidy(wish.result).slice(0, 200),
      certificate: wish.certificate && (await keepCertificate(inner, id, wish.certificate)),
    };
    await putTrainings(inner.db, [training], { name: 'name' in inner.actor ? inner.actor.name : '', at: now });
    await tellTaken(inner, training, course.title);
    return { training, older: older?.certificate ?? null };
  });
  // a better copy took its place; bytes come back with no transaction, so they go only when the new ones stand
  if (older && older.key !== training.certificate?.key) await ctx.objects.purge(older.key, 'another copy was given');
  return training;
}

/** Leaves the line in the history, and takes back reminders: the course is taken. */
export async function tellTaken(ctx: Context, training: Training, courseTitle: string): Promise<void> {
  await record(ctx, {
    deed: 'training.taken',
    subject: { kind: 'person', id: training.personId, name: training.personName },
    after: { course: courseTitle, on: training.on, certificate: training.certificate !== null },
  });
  await settleNotices(ctx, training.personId, ['training.due', 'training.lapses']);
}

/** Takes back a training that was noted by mistake; its certificate is removed for good. Throws `forbidden`, `not-found`. */
export async function removeTraining(ctx: Context, id: string): Promise<void> {
  const certificate = await transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const training = isId(id) ? await selectTraining(inner.db, id) : null;
    if (!training) throw noSuchThing();
    const course = await findCourse(inner, training.courseId);
    await deleteTraining(inner.db, id);
    await tellRemoved(inner, training, course.title);
    return training.certificate;
  });
  if (certificate) await ctx.objects.purge(certificate.key, 'noted by mistake');
}

/** Leaves the line in the history: the person did not take the course after all. */
export async function tellRemoved(ctx: Context, training: Training, courseTitle: string): Promise<void> {
  await record(ctx, {
    deed: 'training.removed',
    subject: { kind: 'person', id: training.personId, name: training.personName },
    before: { course: courseTitle, on: training.on },
  });
}

/** The bytes of a certificate: for the person themself and for those who look after the city. Throws `forbidden`, `not-found`. */
export async function readCertificate(
  ctx: Context,
  id: string,
): Promise<{ name: string; bytes: AsyncIterable<Uint8Array> }> {
  const training = isId(id) ? await selectTraining(ctx.db, id) : null;
  const own = training !== null && training.personId === idOfActor(ctx.actor);
  if (!own) await permit(ctx, 'city.manage', null);
  if (!training?.certificate) throw noSuchThing();
  return { name: training.certificate.name, bytes: await ctx.objects.read(training.certificate.key) };
}

function choiceFaults({ personId, courseId }: TrainingWish) {
  return [
    ...(isId(personId) ? [] : [fieldFault('personId', 'Оберіть людину.', 'Choose a person.')]),
    ...(isId(courseId) ? [] : [fieldFault('courseId', 'Оберіть курс.', 'Choose a course.')]),
  ];
}

function futureFaults(ctx: Context, on: Day) {
  if (on <= dayOf(ctx.clock.now())) return [];
  const text = { uk: 'Цей день ще не настав. Перевірте дату.', en: 'This day is still to come. Check the date.' };
  return [{ field: 'on', text }];
}

const noCertificate = () => ({
  field: 'certificate',
  text: {
    uk: 'Додайте файл сертифіката: PDF, PNG або JPEG.',
    en: 'Add the file of the certificate: PDF, PNG or JPEG.',
  },
});
