import type { Kysely } from 'kysely';
import type { Database } from '../../platform/context.ts';
import type { ReviewSettings } from './settings.ts';
import type { PersonalData, SubmissionKind, SubmissionState } from './submission.ts';

/** The tables of this capability; `unknown` is JSON text when written, a value when read. */
export type ReviewTables = {
  review_settings: {
    one: boolean;
    two_person: boolean;
    reviewers: ReviewSettings['reviewers'];
    term_days: number;
    routine_at_once: boolean;
  };
  review_trusted: { unit_id: string };
  review_submission: {
    id: string;
    dataset_id: string;
    unit_id: string;
    title: string;
    kind: SubmissionKind;
    state: SubmissionState;
    stamp: string;
    against: number | null;
    checklist: unknown;
    personal_data: PersonalData;
    note: string;
    submitted_by: unknown;
    submitted_at: Date;
    due_on: string;
    decided_by: unknown;
    decided_at: Date | null;
    reasons: string[];
    words: string;
    self_check: boolean;
    publish_at: Date | null;
    wanted_at: Date | null;
    failure: unknown;
    version_number: number | null;
  };
  review_comment: {
    id: string;
    dataset_id: string;
    submission_id: string | null;
    parent_id: string | null;
    place: unknown;
    words: string;
    author: unknown;
    at: Date;
    resolved_at: Date | null;
    resolved_by: unknown;
  };
};

export const tables = (db: Database): Kysely<ReviewTables> => db.withTables<ReviewTables>();
