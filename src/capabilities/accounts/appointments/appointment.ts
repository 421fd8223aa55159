import type { Day } from '../../../kernel/dates.ts';

/** What an appointment makes of a person; what each may do is the table in permission-rules.ts. Widest first. */
export type Role =
  | 'administrator'
  | 'coordinator'
  | 'head'
  | 'reviewer'
  | 'responsible'
  | 'contributor'
  | 'auditor'
  | 'member' // of the working group
  | 'reader'; // of the internal part

/** What a responsible person or a contributor was appointed to do. */
export type AppointmentFunction =
  | 'create' // створення наборів
  | 'update' // оновлення
  | 'publish' // публікація
  | 'access'; // доступ до публічної інформації: element 15 of the passport, answers people

/** The order that makes an appointment lawful; a number and a date make it final. */
export interface AppointmentOrder {
  readonly number: string;
  readonly date: Day;
  /** Who issued it and what it is called, as written: «розпорядження міського голови». */
  readonly issuer: string;
}

/** Somebody's work with the data of a unit. Rights come only from these. */
export interface Appointment {
  readonly id: string;
  /** Null: a vacancy. */
  readonly personId: string | null;
  /** Null: the whole system, before the council's own unit was made. */
  readonly unitId: string | null;
  readonly role: Role;
  readonly functions: readonly AppointmentFunction[];
  /** Null: all datasets of the unit and of those below it. */
  readonly datasetIds: readonly string[] | null;
  readonly post: string;
  /** Office contacts only: they are shown to all. */
  readonly officeEmail: string;
  readonly officePhone: string;
  readonly from: Day;
  /** The last day, or null: until it is ended. */
  readonly to: Day | null;
  readonly substituteId: string | null;
  /** Null: «наказ готується». */
  readonly order: AppointmentOrder | null;
  readonly createdAt: Date;
}

/** An appointment as it works today for the one who holds it or stands in for its holder. */
export interface Holding {
  readonly appointmentId: string;
  readonly unitId: string | null;
  readonly role: Role;
  readonly functions: readonly AppointmentFunction[];
  readonly datasetIds: readonly string[] | null;
  /** Name of the absent holder this person stands in for; null: their own. */
  readonly standsInFor: string | null;
}

/** Відпустка, лікарняний, мобілізація, інше. */
export type AbsenceKind = 'leave' | 'sick' | 'mobilised' | 'other';

/** A time somebody is away: the substitute has their work and rights, they have no access. */
export interface Absence {
  readonly id: string;
  readonly personId: string;
  readonly kind: AbsenceKind;
  readonly from: Day;
  /** The last day, or null: until it is ended. */
  readonly to: Day | null;
  /** Who stands in this time; null: the substitute of each appointment. */
  readonly substituteId: string | null;
}

/** An appointment with the names of its people and with how its holder is today, as lists show it. */
export interface AppointmentView extends Appointment {
  /** Empty: a vacancy. */
  readonly personName: string;
  readonly personEmail: string;
  readonly substituteName: string;
  /** The absence of today. */
  readonly absence: Absence | null;
}
