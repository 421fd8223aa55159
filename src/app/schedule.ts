import type { ScheduledJob } from '../platform/jobs/work-jobs.ts';

/** What runs at set times, Kyiv time. */
export const SCHEDULE: readonly ScheduledJob[] = [];
