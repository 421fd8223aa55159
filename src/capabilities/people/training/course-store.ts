import { sql } from 'kysely';
import type { Day } from '../../../kernel/dates.ts';
import type { Database } from '../../../platform/context.ts';
import type { AppointmentFunction } from '../../accounts/index.ts';
import type { Course, Training } from './course.ts';

interface CourseRow {
  readonly id: string;
  readonly title: string;
  readonly provider: string;
  readonly address: string;
  readonly hours: number | null;
  readonly functions: AppointmentFunction[];
  readonly valid_months: number | null;
  readonly closed_on: Day | null;
}

const courseOf = ({ valid_months, closed_on, ...row }: CourseRow): Course => ({
  ...row,
  validMonths: valid_months,
  closedOn: closed_on,
});

/** All courses, those offered first, by name. */
export async function selectCourses(db: Database): Promise<Course[]> {
  const { rows } = await sql<CourseRow>`
    select id, title, provider, address, hours, functions, valid_months, closed_on from people_course
    order by closed_on is not null, title collate "uk-x-icu"`.execute(db);
  return rows.map(courseOf);
}

/** Writes it anew, or for the first time; what people learned by it stays. */
export async function putCourse(db: Database, course: Course, now: Date): Promise<void> {
  await sql`insert into people_course (id, title, provider, address, hours, functions, valid_months, closed_on, made_at)
    values (${course.id}, ${course.title}, ${course.provider}, ${course.address}, ${course.hours},
      ${[...course.functions]}, ${course.validMonths}, ${course.closedOn}, ${now})
    on conflict (id) do update set title = excluded.title, provider = excluded.provider, address = excluded.address,
      hours = excluded.hours, functions = excluded.functions, valid_months = excluded.valid_months,
      closed_on = excluded.closed_on`.execute(db);
}

interface TrainingRow {
  readonly id: string;
  readonly person_id: string;
  readonly person_name: string;
  readonly course_id: string;
  readonly session_id: string | null;
  readonly on_day: Day;
  readonly result: string;
  readonly certificate_key: string | null;
  readonly certificate_name: string;
}

function trainingOf(row: TrainingRow): Training {
  return {
    id: row.id,
    personId: row.person_id,
    personName: row.person_name,
    courseId: row.course_id,
    sessionId: row.session_id,
    on: row.on_day,
    result: row.result,
    certificate: row.certificate_key === null ? null : { key: row.certificate_key, name: row.certificate_name },
  };
}

/** Trainings of everybody up to a day, the newest first. */
export async function selectTrainings(db: Database, upTo: Day): Promise<Training[]> {
  const { rows } = await sql<TrainingRow>`select * from people_training where on_day <= ${upTo}
    order by on_day desc, id desc`.execute(db);
  return rows.map(trainingOf);
}

export async function selectTraining(db: Database, id: string): Promise<Training | null> {
  const { rows } = await sql<TrainingRow>`select * from people_training where id = ${id}`.execute(db);
  return rows[0] ? trainingOf(rows[0]) : null;
}

/** A training known by person, course and day. */
export async function selectTrainingOf(
  db: Database,
  personId: string,
  courseId: string,
  on: Day,
): Promise<Training | null> {
  const { rows } = await sql<TrainingRow>`select * from people_training
    where person_id = ${personId} and course_id = ${courseId} and on_day = ${on}`.execute(db);
  return rows[0] ? trainingOf(rows[0]) : null;
}

/** Writes trainings; one already known by person, course and day keeps its certificate where none is given. */
export async function putTrainings(
  db: Database,
  trainings: readonly Training[],
  by: { readonly name: string; readonly at: Date },
): Promise<void> {
  for (const one of trainings) {
    await sql`insert into people_training (id, person_id, person_name, course_id, session_id, on_day, result,
        certificate_key, certificate_name, made_by, made_at)
      values (${one.id}, ${one.personId}, ${one.personName}, ${one.courseId}, ${one.sessionId}, ${one.on}, ${one.result},
        ${one.certificate?.key ?? null}, ${one.certificate?.name ?? ''}, ${by.name}, ${by.at})
      on conflict (person_id, course_id, on_day) do update set
        result = case when excluded.result = '' then people_training.result else excluded.result end,
        certificate_key = coalesce(excluded.certificate_key, people_training.certificate_key),
        certificate_name = case when excluded.certificate_key is null then people_training.certificate_name
          else excluded.certificate_name end`.execute(db);
  }
}

export async function deleteTraining(db: Database, id: string): Promise<void> {
  await sql`delete from people_training where id = ${id}`.execute(db);
}

/** Takes back what coming to a session counted as, of those not among `personIds`; certificates of their own stay. @returns what was taken back */
export async function deleteTrainingsOfSession(
  db: Database,
  sessionId: string,
  keep: readonly string[],
): Promise<Training[]> {
  const { rows } =
    await sql<TrainingRow>`delete from people_training where session_id = ${sessionId} and certificate_key is null
    and not (person_id = any(${[...keep]}::uuid[])) returning *`.execute(db);
  return rows.map(trainingOf);
}
