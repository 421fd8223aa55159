import { type Context, transaction } from '../../platform/context.ts';
import { findPerson } from '../accounts/index.ts';
import { type Dataset, loadDataset } from '../catalog/index.ts';
import { notify } from '../notices/index.ts';
import { type LoadChange, moveLoad } from './load-store.ts';
import { nextTime, PATIENCE, retryTime } from './schedule-rules.ts';
import type { LastingTrouble, Load, Source, Trouble } from './source.ts';
import { putSource, selectSource } from './source-store.ts';

/** How a load ended. */
export type LoadEnd =
  | { readonly state: 'unchanged' }
  | { readonly state: 'published' | 'submitted'; readonly versionNumber: number | null; readonly rows: number | null }
  /** A draft is there, or somebody's own: a person decides. */
  | { readonly state: 'waiting'; readonly reason: Trouble; readonly rows?: number | null }
  /** `again`: it may be otherwise in a while. */
  | { readonly state: 'failed'; readonly reason: Trouble; readonly again: boolean }
  /** Nobody may act any more in whose name it was set. */
  | { readonly state: 'failed'; readonly reason: Trouble; readonly stop: true };

/** Where the trouble is shown and mended. */
export function sourcePath(source: Pick<Source, 'datasetId' | 'resourceId'>): string {
  return `/cabinet/datasets/${source.datasetId}/source/${source.resourceId}`;
}

/**
 * Writes how a load ended, once: the load, what it means for the source (its next time, a trouble that lasts), and tells people where they have to
 * do something. Gives false when another try has the load.
 */
export function endLoad(ctx: Context, load: Load, end: LoadEnd, claim?: string): Promise<boolean> {
  return transaction(ctx, async (tx) => {
    const source = await selectSource(tx, load.resourceId, true);
    if (!(await moveLoad(tx, load.id, changeOf(end), claim))) return false;
    if (!source) return true; // removed meanwhile
    const after = sourceAfter(source, load, end, tx.clock.now());
    await putSource(tx, after);
    await tellPeople(tx, source, after);
    return true;
  });
}

function changeOf(end: LoadEnd): LoadChange {
  if (end.state === 'published' || end.state === 'submitted') {
    return { state: end.state, versionNumber: end.versionNumber, rows: end.rows, reason: null };
  }
  if (end.state === 'waiting') return { state: end.state, reason: end.reason, rows: end.rows };
  return end.state === 'failed' ? { state: end.state, reason: end.reason } : { state: end.state, reason: null };
}

/** The source after a load; a pure decision. */
export function sourceAfter(source: Source, load: Pick<Load, 'cause'>, end: LoadEnd, now: Date): Source {
  const regular = source.nextAt && source.nextAt > now ? source.nextAt : nextTime(source.schedule, now);
  const came: Source = { ...source, failures: 0, nextAt: regular, checkedAt: now };
  switch (end.state) {
    case 'published':
    case 'submitted':
      return { ...came, trouble: null };
    case 'unchanged':
      // the same bytes cure a server that was silent, not a draft that waits
      return { ...came, trouble: source.trouble?.kind === 'waiting' ? source.trouble : null };
    case 'waiting':
      return { ...came, trouble: lasting('waiting', end.reason, source.trouble, now) };
    case 'failed':
      return 'stop' in end ? stopped(source, end.reason, now) : failed(source, load, end, now);
  }
}

function stopped(source: Source, reason: Trouble, now: Date): Source {
  return { ...source, state: 'stopped', nextAt: null, trouble: lasting('stopped', reason, source.trouble, now) };
}

function failed(
  source: Source,
  { cause }: Pick<Load, 'cause'>,
  { reason, again }: { readonly reason: Trouble; readonly again: boolean },
  now: Date,
): Source {
  if (cause === 'hand') return source; // who asked sees it, and the schedule goes on as it was
  const failures = source.failures + 1;
  const told = !again || failures > PATIENCE || source.trouble?.kind === 'failed';
  const nextAt = again ? retryTime(source.schedule, failures, now) : nextTime(source.schedule, now);
  return {
    ...source,
    failures,
    nextAt,
    trouble: told ? lasting('failed', reason, source.trouble, now) : source.trouble,
  };
}

/** The same trouble as before has lasted since then. */
function lasting(
  kind: LastingTrouble['kind'],
  reason: Trouble,
  before: LastingTrouble | null,
  now: Date,
): LastingTrouble {
  const same = before?.kind === kind && before.code === reason.code;
  return { kind, code: reason.code, text: reason.text, since: same ? before.since : now.toISOString() };
}

async function tellPeople(ctx: Context, before: Source, after: Source): Promise<void> {
  const { trouble } = after;
  if (trouble && trouble.since === before.trouble?.since) return;
  const recovered = before.trouble?.kind === 'failed' && trouble === null;
  if (!trouble && !recovered) return;
  const dataset = await loadDataset(ctx, after.datasetId);
  await notify(ctx, {
    to: await whoIsTold(ctx, after, dataset),
    kind: recovered ? 'load.recovered' : trouble?.kind === 'waiting' ? 'load.waits' : 'load.failed',
    subject: { kind: 'dataset', id: dataset.id, name: dataset.passport.title || dataset.number },
    link: sourcePath(after),
    facts: trouble ? { reason: trouble.text.uk } : {},
    alsoActor: true, // the person it acts for did not see it
    once: trouble?.since ?? `recovered ${ctx.clock.now().toISOString()}`,
  });
}

/** Who set it; when that person is gone, those who publish the dataset. */
async function whoIsTold(ctx: Context, source: Source, dataset: Dataset) {
  const person = source.trouble?.kind === 'stopped' ? null : await findPerson(ctx, source.setBy.id);
  return person?.active ? { people: [person.id] } : { deed: 'dataset.publish' as const, place: dataset };
}
