import { createHash } from 'node:crypto';
import { z } from 'zod';
import { dayOf } from '../../kernel/dates.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { type SealedEntry, sealedHistory } from '../history/index.ts';
import type { AddressesOf, Evidence } from './evidence.ts';
import { insertFacts, putMark, selectMark, takeBack } from './evidence-store.ts';
import { dayIn, FACT_KINDS, kindOfEntry, snapshotOf, undoneByEntry, unitOfEntry } from './fact-kinds.ts';

/** Of the table of kinds: with another table all of the history is read again, and what it did not tell of before is added. */
const KINDS_DIGEST = createHash('sha256').update(JSON.stringify(FACT_KINDS)).digest('hex').slice(0, 16);

/**
 * Reads the history from where it was left and keeps every fact that proves something. Done twice it changes nothing: a fact is kept once, as it
 * was the first time. Killed in the middle it goes on from the last thousand.
 */
export async function gatherEvidence(ctx: Context, addressesOf: (ctx: Context) => AddressesOf): Promise<void> {
  const mark = await selectMark(ctx.db);
  const from = mark.kinds === KINDS_DIGEST ? mark.position : 0;
  for await (const entries of sealedHistory(ctx, {}, from)) await gatherSome(ctx, entries, addressesOf);
  if (mark.kinds !== KINDS_DIGEST && mark.position === 0) await putMark(ctx.db, { position: 0, kinds: KINDS_DIGEST });
}

async function gatherSome(
  ctx: Context,
  entries: readonly SealedEntry[],
  addressesOf: (ctx: Context) => AddressesOf,
): Promise<void> {
  await transaction(ctx, async (inner) => {
    await selectMark(inner.db, true);
    const telling = entries.filter((entry) => kindOfEntry(entry) !== null);
    const addresses =
      telling.length === 0 ? new Map() : await addressesOf(inner)(telling.map(({ subject }) => subject));
    const now = inner.clock.now();
    await insertFacts(
      inner.db,
      telling.flatMap((entry) => factOf(entry, addresses)),
      now,
    );
    for (const entry of entries)
      for (const { kind, values } of undoneByEntry(entry))
        await takeBack(inner.db, { kind, subjectId: entry.subject.id, values, entryId: entry.id, at: entry.at });
    await putMark(inner.db, { position: entries.at(-1)?.position ?? 0, kinds: KINDS_DIGEST });
  });
}

function factOf(entry: SealedEntry, addresses: ReadonlyMap<string, string>): Evidence[] {
  const code = kindOfEntry(entry);
  if (code === null) return [];
  const kind = FACT_KINDS[code];
  return [
    {
      id: entry.id,
      kind: code,
      factId: entry.id,
      title: 'nameless' in kind ? '' : entry.subject.name,
      day: dayIn(code, entry) ?? dayOf(entry.at),
      subject: { kind: entry.subject.kind, id: entry.subject.id },
      unitId: unitOfEntry(entry),
      doneBy: entry.actor.kind === 'system' ? '' : entry.actor.name,
      snapshot: snapshotOf(code, entry),
      address: addresses.get(entry.subject.id) ?? null,
      public: kind.public,
      proves: kind.proves,
      takenBackAt: null,
    },
  ];
}

/**
 * Keeps what has happened since the last time as evidence; every minute.
 * @param addressesOf a port: where subjects can be seen
 */
export const gatherEvidenceJob = (addressesOf: (ctx: Context) => AddressesOf) =>
  defineJob({
    name: 'evidence.gather',
    data: z.object({}),
    handle: (ctx) => gatherEvidence(ctx, addressesOf),
  });
