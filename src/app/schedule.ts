import type { ScheduledJob } from '../platform/jobs/work-jobs.ts';

/** What runs at set times, Kyiv time. */
export const SCHEDULE: readonly ScheduledJob[] = [{ job: 'ingest.clean-readings', cron: '15 3 * * *', data: {} }];
