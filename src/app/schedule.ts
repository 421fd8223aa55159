import type { ScheduledJob } from '../platform/jobs/work-jobs.ts';

/** What runs at set times, Kyiv time. */
export const SCHEDULE: readonly ScheduledJob[] = [
  { job: 'accounts.close-appointments', cron: '2 0 * * *', data: {} },
  { job: 'accounts.tell-expiring-tokens', cron: '30 8 * * *', data: {} },
  { job: 'ingest.clean-readings', cron: '15 3 * * *', data: {} },
  { job: 'publishing.close-row-days', cron: '*/10 * * * *', data: {} },
  { job: 'publishing.sweep-row-files', cron: '55 3 * * *', data: {} },
  { job: 'publishing.refresh-formats', cron: '45 3 * * *', data: {} },
  { job: 'tables.clean-comparisons', cron: '35 3 * * *', data: {} },
  { job: 'publishing.publish-planned', cron: '* * * * *', data: {} },
  { job: 'catalog.index-cards', cron: '*/5 * * * *', data: {} },
  { job: 'sources.tick', cron: '*/5 * * * *', data: {} },
  { job: 'exchange.tick', cron: '2-59/5 * * * *', data: {} },
  { job: 'notices.gather-urgent', cron: '7 * * * *', data: {} },
  { job: 'coordination.remind-of-terms', cron: '45 8 * * *', data: {} },
  { job: 'people.remind-of-training', cron: '35 8 * * *', data: {} },
  { job: 'community.remind-staff', cron: '40 8 * * *', data: {} },
  { job: 'registry.follow', cron: '* * * * *', data: {} },
  { job: 'registry.redraw', cron: '10 2 * * *', data: {} },
  { job: 'registry.publish', cron: '30 2 * * *', data: {} },
  { job: 'history.seal', cron: '* * * * *', data: {} },
  { job: 'history.check', cron: '5 4 * * *', data: {} },
  { job: 'platform.retry-letters', cron: '37 * * * *', data: {} },
  { job: 'platform.forget-letters', cron: '35 3 * * *', data: {} },
  { job: 'notices.send-digests', cron: '0 9 * * *', data: {} },
  { job: 'community.forget-contacts', cron: '25 3 * * *', data: {} },
];
