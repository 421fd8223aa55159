import { isSettled, type Reading } from '../../../capabilities/ingest/index.ts';

/** A stage of the way of a file, as it is shown. */
export type ReadingStage = 'received' | 'read' | 'checked' | 'ready';

/** What the page and its island know of work under way. */
export interface ReadingProgress {
  readonly state: Reading['state'];
  readonly settled: boolean;
  /** The stage under way. */
  readonly stage: ReadingStage;
  readonly done: number;
  readonly total: number | null;
}

/** How far a reading is: the stage under way and how much of it is done. */
export function progressOf(reading: Pick<Reading, 'state' | 'progress'>): ReadingProgress {
  const { state, progress } = reading;
  return {
    state,
    settled: isSettled(state),
    stage: stageOf(reading),
    done: progress?.done ?? 0,
    total: progress?.total ?? null,
  };
}

function stageOf({ state, progress }: Pick<Reading, 'state' | 'progress'>): ReadingStage {
  if (state === 'receiving') return 'received';
  if (state === 'mending' || progress?.stage === 'mend' || progress?.stage === 'write') return 'ready';
  return progress?.stage === 'check' ? 'checked' : 'read';
}
