import { z } from 'zod';
import { newId } from '../../../kernel/ids.ts';
import type { Context } from '../../../platform/context.ts';
import { defineJob, type JobRun } from '../../../platform/jobs/job.ts';
import { originsThere } from '../../catalog/index.ts';
import { seenOf } from '../differences/sighting.ts';
import { markGone, updateThere } from '../differences/sighting-store.ts';
import { holderOf } from '../passports/holder-rules.ts';
import {
  findOrganizations,
  greetPortal,
  type ListPage,
  listDatasets,
  type Portal,
  showDataset,
} from '../portal/ckan-client.ts';
import { hostOfPortal } from '../portal/portal-question.ts';
import type { RemoteDataset, RemoteOrganization } from '../portal/remote-dataset.ts';
import { PortalTrouble, type Trouble, trouble } from '../portal/trouble.ts';
import type { ExchangePorts } from '../ports.ts';
import { reachOf } from '../settings.ts';
import type { Import } from './import.ts';
import { MOST_DATASETS } from './import.ts';
import { changeImport, claimImport, type Held, type ImportChange, selectImport } from './import-store.ts';
import { putSeen, refreshRemotes, selectItems } from './item-store.ts';
import { heldTransaction, TakenOver } from './work.ts';

const Data = z.object({ importId: z.uuid() });

/** A look under way: which import, by whose claim, at which portal. */
interface Look {
  readonly one: Import;
  readonly held: Held;
  readonly portal: Portal;
}

/** Reads the list of a portal, page by page, each kept as it comes: a killed look goes on where it was. Asks only; nothing of ours changes. */
export function lookJob(ports: ExchangePorts) {
  return defineJob({
    name: 'exchange.look',
    data: Data,
    handle: (ctx, { importId }, run) => look(ctx, importId, run, ports),
    async park(ctx, { importId }) {
      const one = await selectImport(ctx.db, importId);
      if (one?.state === 'looking') await endLook(ctx, one, trouble('interrupted'));
    },
  });
}

async function look(ctx: Context, importId: string, run: JobRun, ports: ExchangePorts): Promise<void> {
  const held: Held = { state: 'looking', claim: `${run.id} ${run.attempt}` };
  const one = await claimImport(ctx.db, importId, { ...held, now: ctx.clock.now() });
  if (!one) return;
  const portal: Portal = { address: one.portal, reach: await reachOf(ctx, ports) };
  try {
    const organization = await settleOrganization(ctx, { one, held, portal });
    if (organization === 'asked') return;
    await readList(ctx, { one, held, portal }, organization);
    await lookForGone(ctx, { one, held, portal });
    await endLook(ctx, one, null, held);
  } catch (error) {
    if (error instanceof TakenOver) return;
    if (!(error instanceof PortalTrouble)) throw error;
    await endLook(ctx, one, error.trouble, held);
  }
}

async function move(ctx: Context, { one, held }: Look, change: ImportChange): Promise<void> {
  if (!(await changeImport(ctx.db, one.id, change, ctx.clock.now(), held))) throw new TakenOver();
}

/** After the look: what was there before decides where the import stands. */
async function endLook(ctx: Context, one: Import, why: Trouble | null, held?: Held): Promise<void> {
  const items = await selectItems(ctx.db, one.id);
  const begun = items.some(({ datasetId }) => datasetId !== null);
  const nothing = items.length === 0;
  const state = begun ? 'done' : why || nothing ? 'failed' : 'found';
  const told = why ?? (nothing ? trouble('nothing-there') : null);
  const now = ctx.clock.now();
  await changeImport(ctx.db, one.id, { state, trouble: told, ...(told ? {} : { lookedAt: now }) }, now, held);
}

/** The organization whose list is read; null: the whole portal, or one dataset. `asked`: a person says which of several is meant. */
async function settleOrganization(ctx: Context, at: Look): Promise<RemoteOrganization | null | 'asked'> {
  const { one, portal } = at;
  const { wanted, organizations } = one;
  if (wanted.kind === 'whole' || wanted.kind === 'dataset') {
    if (one.looked === 0) await greetPortal(ctx, portal);
    return null;
  }
  if (organizations.length === 1 && organizations[0]) return organizations[0];
  await greetPortal(ctx, portal);
  const found = await findOrganizations(ctx, portal, wanted);
  if (found[0] === undefined) throw new PortalTrouble(trouble('no-organization'));
  await move(ctx, at, found.length > 1 ? { organizations: found, state: 'which' } : { organizations: found });
  return found.length > 1 ? 'asked' : found[0];
}

async function readList(ctx: Context, at: Look, organization: RemoteOrganization | null): Promise<void> {
  const { one, portal } = at;
  if (one.wanted.kind === 'dataset') {
    const dataset = await showDataset(ctx, portal, one.wanted.key);
    if (dataset) await keepPage(ctx, at, { datasets: [dataset], count: 1, given: 1 }, 0);
    return;
  }
  for (let from = one.looked; ; ) {
    ctx.signal.throwIfAborted();
    const page = await listDatasets(ctx, portal, organization, from);
    if (page.count > MOST_DATASETS) throw new PortalTrouble(trouble('too-many'));
    if (page.given === 0) return;
    const whole: RemoteDataset[] = [];
    for (const dataset of page.datasets) {
      whole.push(dataset.cut ? ((await showDataset(ctx, portal, dataset.id)) ?? dataset) : dataset);
    }
    const fresh = await keepPage(ctx, at, { ...page, datasets: whole }, from);
    from += page.given;
    if (from >= page.count) return;
    if (fresh === 0 && page.datasets.length > 0) throw new PortalTrouble(trouble('going-in-circles'));
  }
}

/** A page and how far the list was read, all or nothing. @returns how many of it were not seen before by this look */
function keepPage(ctx: Context, at: Look, page: ListPage, from: number): Promise<number> {
  const { one } = at;
  return heldTransaction(ctx, at, async (tx) => {
    const now = tx.clock.now();
    const ids = page.datasets.map(({ id }) => id);
    const known = await originsThere(tx, hostOfPortal(one.portal), ids);
    const unique = [...new Map(page.datasets.map((dataset) => [dataset.id, dataset])).values()];
    const seen = unique.map((remote, n) => ({
      id: newId(now.getTime()),
      importId: one.id,
      position: from + n,
      holder: holderOf(remote),
      remote,
      look: one.look,
      datasetId: known.get(remote.id)?.datasetId ?? null,
    }));
    const fresh = await putSeen(tx.db, seen, now);
    const ours = seen.flatMap(({ remote, datasetId }) => (datasetId ? [{ datasetId, remote }] : []));
    await keepThere(tx, ours);
    await move(tx, at, { looked: from + page.given, expected: page.count });
    return fresh;
  });
}

/** What is there now of datasets that were carried over, by whichever import. On the context's transaction. */
async function keepThere(
  tx: Context,
  found: readonly { readonly datasetId: string; readonly remote: RemoteDataset }[],
): Promise<void> {
  if (found.length === 0) return;
  const there = found.map(({ datasetId, remote }) => ({ datasetId, there: seenOf(remote) }));
  await updateThere(tx.db, there, tx.clock.now());
  await refreshRemotes(tx.db, found);
}

/** What an earlier look saw and this one did not is asked for by name: only what the portal has no more is told to be gone. */
async function lookForGone(ctx: Context, at: Look): Promise<void> {
  const { one, portal } = at;
  if (one.look === 1) return;
  const missed = (await selectItems(ctx.db, one.id)).filter((item) => item.look < one.look && item.datasetId !== null);
  for (const { remoteId, datasetId } of missed) {
    ctx.signal.throwIfAborted();
    const there = await showDataset(ctx, portal, remoteId);
    await heldTransaction(ctx, at, async (tx) => {
      if (datasetId === null) return;
      if (there) await keepThere(tx, [{ datasetId, remote: there }]);
      else await markGone(tx.db, datasetId, tx.clock.now());
    });
  }
}
