import type { Config } from '../platform/config/settings.ts';
import type { Context } from '../platform/context.ts';
import type { QueryProcess } from '../platform/duckdb/query-process.ts';
import type { Metrics } from '../platform/http/metrics.ts';
import type { StaticFiles } from '../platform/http/static-files.ts';
import type { UseCounter } from './use-counter.ts';

/** What the site is made of. */
export interface WebParts {
  readonly ctx: Context;
  readonly config: Config;
  readonly queries: Pick<QueryProcess, 'query' | 'waiting'>;
  readonly metrics: Metrics;
  readonly files: StaticFiles;
  /** Left out: use is not counted. */
  readonly use?: UseCounter;
}
