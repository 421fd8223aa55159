import type { Day } from '../../../kernel/dates.ts';
import type { AppointmentFunction } from '../../accounts/index.ts';

/** A course people who answer for data take, ours or somebody else's. */
export interface Course {
  readonly id: string;
  readonly title: string;
  /** Who teaches: «Дія.Освіта». May be empty. */
  readonly provider: string;
  /** Where it is taken; empty: not on the web. */
  readonly address: string;
  /** Academic hours; null: not said. */
  readonly hours: number | null;
  /** Whose course it is; empty: of everybody. */
  readonly functions: readonly AppointmentFunction[];
  /** How long having taken it counts, months; null: for good. */
  readonly validMonths: number | null;
  /** Since when it is offered no more; what was taken still counts. Null: it is offered. */
  readonly closedOn: Day | null;
}

/** A course as it is typed. */
export type CourseWish = Omit<Course, 'id' | 'closedOn'>;

/** A course somebody took. */
export interface Training {
  readonly id: string;
  readonly personId: string;
  /** As the person was called then. */
  readonly personName: string;
  readonly courseId: string;
  /** The session of our schedule it was taken at; null: elsewhere. */
  readonly sessionId: string | null;
  readonly on: Day;
  /** In words: «85 балів», «відвідано». May be empty. */
  readonly result: string;
  /** The file given with it; null: none. */
  readonly certificate: { readonly key: string; readonly name: string } | null;
}

/** A training of the schedule. */
export interface Session {
  readonly id: string;
  readonly topic: string;
  /** Coming counts as having taken this course; null: it counts for none. */
  readonly courseId: string | null;
  /** Whom it is for, in words: «нові відповідальні особи», «заклади освіти». */
  readonly audience: string;
  readonly trainer: string;
  readonly place: string;
  readonly on: Day;
  /** `14:00`; may be empty. */
  readonly at: string;
  /** Null: no limit. */
  readonly seats: number | null;
  /** What people mark themselves with, shown in the room. */
  readonly code: string;
  readonly state: 'planned' | 'held' | 'cancelled';
}

/** A training as it is typed. */
export type SessionWish = Omit<Session, 'id' | 'code' | 'state'>;

/** Somebody on the list of a training. */
export interface Attendance {
  readonly sessionId: string;
  readonly personId: string;
  readonly personName: string;
  readonly state: 'signed' | 'came';
  /** `list`: ticked by whoever keeps the list; `code`: marked themself in the room; `self`: signed up. */
  readonly how: 'list' | 'code' | 'self';
}
