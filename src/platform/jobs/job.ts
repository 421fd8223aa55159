import type { ZodType } from 'zod';
import type { Context } from '../context.ts';

/** What a running job can tell and be told. */
export interface JobRun {
  readonly id: string;
  /** 1 for the first try; a killed or failed job is taken up at most twice more. */
  readonly attempt: number;
  /** True on the last try: a failure now parks the job, so say it to the person who waits. */
  readonly last: boolean;
}

/** One kind of background work. Each has exactly one handler; names are unique or the system refuses to start. */
export interface JobDefinition<T> {
  /** `<capability>.<verb-noun>`, e.g. `ingest.read-file`. */
  readonly name: string;
  readonly data: ZodType<T>;
  /** Does the work. Must be safe to repeat: it may have been killed at any point of an earlier try. `ctx.signal` ends it. */
  handle(ctx: Context, data: T, run: JobRun): Promise<void>;
  /** Called once when the last try failed or was killed: leave a reason the person can read. */
  park?(ctx: Context, data: T, reason: string): Promise<void>;
}

/** Keeps the type of a job's data beside its name. */
export function defineJob<T>(definition: JobDefinition<T>): JobDefinition<T> {
  return definition;
}
