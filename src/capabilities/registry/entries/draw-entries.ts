import { createHash } from 'node:crypto';
import { searchTokens } from '../../../language/search-tokens.ts';
import type { Context } from '../../../platform/context.ts';
import { listAllUnits, previousUnitNames } from '../../accounts/index.ts';
import { type EntryFacts, entryFacts, originsOf } from '../../catalog/index.ts';
import { publishedSizes } from '../../publishing/index.ts';
import { selectConfirmed } from '../confirmations/confirmation-store.ts';
import {
  type DrawnEntry,
  endEntries,
  selectMarks,
  selectStanding,
  selectSuccessorNumbers,
  writeEntries,
} from './draw-store.ts';
import type { Audience, EntryFact, EntryValues } from './entry.ts';
import { type EntrySurroundings, publicEntry, staffEntry } from './entry-rules.ts';

/** Datasets drawn in one go. */
const AT_ONCE = 500;

/** Why entries are drawn anew: the deeds upon each dataset, and what stands for those without any. */
interface DrawCause {
  readonly of: (datasetId: string) => readonly EntryFact[];
}

/** Draws the entries of these datasets anew; what did not change is not written. On the context's transaction. */
export async function drawEntries(ctx: Context, datasetIds: readonly string[], cause: DrawCause): Promise<void> {
  for (let at = 0; at < datasetIds.length; at += AT_ONCE) {
    const ids = datasetIds.slice(at, at + AT_ONCE);
    await drawSome(ctx, ids, await entryFacts(ctx, { ids }), cause);
  }
}

/** Draws the entries of every dataset there is. On the context's transaction. */
export async function drawAllEntries(ctx: Context, cause: DrawCause): Promise<void> {
  for (let after: string | null = null; ; ) {
    const facts: EntryFacts[] = await entryFacts(ctx, { after, most: AT_ONCE });
    const ids = facts.map(({ datasetId }) => datasetId);
    await drawSome(ctx, ids, facts, cause);
    const last = ids.at(-1);
    if (facts.length < AT_ONCE || last === undefined) return;
    after = last;
  }
}

async function drawSome(
  ctx: Context,
  ids: readonly string[],
  facts: readonly EntryFacts[],
  cause: DrawCause,
): Promise<void> {
  const around = await surroundingsOf(ctx, ids);
  const marks = await selectMarks(ctx.db, ids);
  const present = new Set(facts.map(({ datasetId }) => datasetId));
  const gone = await selectStanding(
    ctx.db,
    ids.filter((id) => !present.has(id)),
  );
  const drawn: { audience: Audience; values: EntryValues }[] = [];
  const hidden: string[] = gone.map(({ datasetId }) => datasetId);
  for (const one of facts) {
    drawn.push({ audience: 'staff', values: staffEntry(one, around) });
    const shown = publicEntry(one, around);
    if (shown) drawn.push({ audience: 'public', values: shown });
    else if (marks.has(`public ${one.datasetId}`)) hidden.push(one.datasetId);
  }
  for (const values of gone) drawn.push({ audience: 'staff', values: { ...values, state: 'retired', link: '' } });
  const now = ctx.clock.now().toISOString();
  const momentOf = (id: string) => cause.of(id).at(-1)?.at ?? now;
  const fresh = drawn
    .map((one) => ({ ...one, mark: markOf(one.values) }))
    .filter(({ audience, values, mark }) => marks.get(`${audience} ${values.datasetId}`) !== mark)
    .map((one) => finish(one, momentOf(one.values.datasetId), cause.of(one.values.datasetId)));
  await writeEntries(ctx.db, fresh);
  await endEntries(
    ctx.db,
    'public',
    hidden.map((datasetId) => ({ datasetId, at: momentOf(datasetId) })),
  );
}

async function surroundingsOf(ctx: Context, ids: readonly string[]): Promise<EntrySurroundings> {
  const units = new Map((await listAllUnits(ctx)).map((unit) => [unit.id, unit]));
  const origins = await originsOf(ctx, ids);
  return {
    units,
    sizes: await publishedSizes(ctx, ids),
    previous: await previousUnitNames(ctx, ids),
    confirmed: await selectConfirmed(ctx.db, ids),
    origins: new Map([...origins].map(([id, { address, firstPublishedAt }]) => [id, { address, firstPublishedAt }])),
    successors: await selectSuccessorNumbers(ctx.db, ids),
  };
}

/** The same entry has the same digest. */
function markOf(values: EntryValues): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 22);
}

function finish(
  { audience, values, mark }: { audience: Audience; values: EntryValues; mark: string },
  fromAt: string,
  facts: readonly EntryFact[],
): DrawnEntry {
  const words = `${values.title} ${values.more.keywords.join(' ')} ${values.description.slice(0, 500)}`;
  const stems = [...new Set(searchTokens(words).map(({ stem }) => stem))];
  return { audience, values, stems, mark, fromAt, facts };
}
