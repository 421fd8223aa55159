import { addMonths, type Day } from '../../../kernel/dates.ts';
import type { AppointmentFunction, ResponsibleOn } from '../../accounts/index.ts';
import type { Course, Training } from './course.ts';

/** Months a person may work before the course is owed (governance G3). */
export const FIRST_MONTHS = 3;

/** The last day a training counts; null: for good. */
export function countsUntil(training: Pick<Training, 'on'>, course: Pick<Course, 'validMonths'>): Day | null {
  return course.validMonths === null ? null : addMonths(training.on, course.validMonths);
}

/** Whether a course is for somebody with these functions. */
function isFor(course: Pick<Course, 'functions'>, functions: readonly AppointmentFunction[]): boolean {
  return course.functions.length === 0 || course.functions.some((one) => functions.includes(one));
}

/** How a responsible person stands with training on a day. */
export interface TrainingState {
  readonly personId: string;
  readonly name: string;
  readonly post: string;
  /** All units they answer for. */
  readonly unitIds: readonly string[];
  /** The first day they answered for data. */
  readonly since: Day;
  /** Within the first months: shown apart, the course is not owed yet. */
  readonly fresh: boolean;
  /** The day by which the course is owed. */
  readonly owedBy: Day;
  /** The training that counts longest; null: none counts. */
  readonly valid: { readonly training: Training; readonly course: Course; readonly until: Day | null } | null;
  /** The day the last one ceased to count, where none counts now; null: there never was one. */
  readonly lapsedOn: Day | null;
}

/** «Кожна відповідальна особа пройшла курс», on one day. */
export interface TrainingShare {
  readonly day: Day;
  /** Persons past their first months, and those of them with a course that counts. */
  readonly owed: number;
  readonly trained: number;
  /** Persons within their first months, and those of them with a course already. */
  readonly fresh: number;
  readonly freshTrained: number;
  /** Appointments without a person. */
  readonly vacancies: number;
  readonly people: readonly TrainingState[];
}

/**
 * The share of responsible persons who took a course that counts on that day. A person is counted once, however many appointments they have;
 * vacancies are counted apart. `trainings`: of all times, those after the day are passed over.
 */
export function trainingShare(
  day: Day,
  appointments: readonly ResponsibleOn[],
  trainings: readonly Training[],
  courses: readonly Course[],
): TrainingShare {
  const held = new Map<string, ResponsibleOn[]>();
  for (const one of appointments) {
    if (one.personId !== null) held.set(one.personId, [...(held.get(one.personId) ?? []), one]);
  }
  const taken = new Map<string, Training[]>();
  for (const one of trainings) taken.set(one.personId, [...(taken.get(one.personId) ?? []), one]);
  const people = [...held].map(([personId, own]) => stateOf(day, own, taken.get(personId) ?? [], courses));
  const owed = people.filter(({ fresh }) => !fresh);
  const fresh = people.filter((one) => one.fresh);
  const trained = (some: readonly TrainingState[]) => some.filter(({ valid }) => valid !== null).length;
  return {
    day,
    owed: owed.length,
    trained: trained(owed),
    fresh: fresh.length,
    freshTrained: trained(fresh),
    vacancies: appointments.filter(({ personId }) => personId === null).length,
    people,
  };
}

function stateOf(
  day: Day,
  held: readonly ResponsibleOn[],
  trainings: readonly Training[],
  courses: readonly Course[],
): TrainingState {
  const functions = held.flatMap((one) => [...one.functions]);
  const counted = trainings.flatMap((training) => {
    const course = courses.find(({ id }) => id === training.courseId);
    if (!course || training.on > day || !isFor(course, functions)) return [];
    return [{ training, course, until: countsUntil(training, course) }];
  });
  const last = counted.toSorted((one, other) => (other.until ?? '9999').localeCompare(one.until ?? '9999'))[0];
  const valid = last && (last.until === null || last.until >= day) ? last : null;
  const since = held.map((one) => one.since).toSorted()[0] ?? day;
  const owedBy = addMonths(since, FIRST_MONTHS);
  return {
    personId: held[0]?.personId ?? '',
    name: held[0]?.name ?? '',
    post: held.find(({ post }) => post !== '')?.post ?? '',
    unitIds: [...new Set(held.map(({ unitId }) => unitId))],
    since,
    fresh: day < owedBy,
    owedBy,
    valid,
    lapsedOn: valid === null ? (last?.until ?? null) : null,
  };
}
