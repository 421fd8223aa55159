import type { Context } from '../../platform/context.ts';
import type { Progress } from '../../tabular/text-table.ts';
import type { ReadingState } from './reading.ts';
import { moveReading, selectReading } from './reading-store.ts';

/** How often progress is written and a cancel is seen, ms. */
const BEAT = 500;

/** Follows a long piece of work on one reading. */
export interface ReadingWatch {
  /** Ends the work: the job's own end, or somebody changed or cancelled the reading. */
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
  /** True when the work stopped because nobody needs it any more: the job ends quietly. */
  readonly isOutdated: () => Promise<boolean>;
  stop(): Promise<void>;
}

/**
 * Writes the progress to the row at most twice a second, and ends the work within half a second of a cancel or of another choice.
 * Outside the job's transactions, so that the person sees it.
 */
export function watchReading(ctx: Context, id: string, revision: number, state: ReadingState): ReadingWatch {
  const controller = new AbortController();
  let latest: Progress | null = null;
  let written: Progress | null = null;
  let beat: Promise<void> | null = null;

  const tick = async (): Promise<void> => {
    const current =
      latest !== written && latest !== null
        ? await moveReading(ctx, id, revision, { progress: latest })
        : (await selectReading(ctx, id))?.revision === revision;
    written = latest;
    if (!current) controller.abort(new Error(`reading ${id} was changed while it was ${state}`));
  };
  const timer = setInterval(() => {
    beat ??= tick()
      .catch((error: unknown) => ctx.log.warn({ readingId: id, error: String(error) }, 'progress could not be written'))
      .finally(() => {
        beat = null;
      });
  }, BEAT);
  timer.unref();

  return {
    signal: AbortSignal.any([ctx.signal, controller.signal]),
    progress: (progress) => {
      latest = progress;
    },
    // between two beats the files may already be gone while the signal is still quiet
    isOutdated: async () => controller.signal.aborted || (await selectReading(ctx, id))?.revision !== revision,
    stop: async () => {
      clearInterval(timer);
      await beat;
    },
  };
}
