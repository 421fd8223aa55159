import { RequestError } from '../../../kernel/errors.ts';
import { isId, newId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { findUnit, permit } from '../../accounts/index.ts';
import { type Dataset, loadDataset } from '../../catalog/index.ts';
import { record } from '../../history/index.ts';
import { closeOpen } from '../../review/index.ts';
import { loadVersion } from '../list-versions.ts';
import { movePointer } from '../move-pointer.ts';
import { lockPointer } from '../pointer-store.ts';
import { present } from '../present.ts';
import { nameOf } from '../publication-rules.ts';
import { neverPublished } from '../refusals.ts';
import { insertVersion, type StoredVersion, selectResources, selectVersionByNumber } from '../version-store.ts';
import { type Purge, PurgeForm, type PurgeOffer } from './purge.ts';
import { CHOICE_MISSING, choiceFaults, offerOf, REASON_MISSING } from './purge-rules.ts';
import { closeForGood, insertPurge, selectMarks, selectPurge, selectPurges } from './purge-store.ts';

/** The ground a purged version is said to be closed by. */
const GROUND = 'термінове вилучення';

/** What goes with a version that would be taken away, and what is left. Needs `dataset.purge`. Throws `not-found`. */
export async function purgeOffer(ctx: Context, datasetId: string, number: number): Promise<PurgeOffer> {
  await permit(ctx, 'dataset.purge', await loadDataset(ctx, datasetId));
  await loadVersion(ctx, datasetId, number);
  return offerOf(await selectMarks(ctx.db, datasetId), number);
}

/** Emergency withdrawals of a dataset, newest first. Needs `dataset.view-drafts`. */
export async function listPurges(ctx: Context, datasetId: string): Promise<Purge[]> {
  await permit(ctx, 'dataset.view-drafts', await loadDataset(ctx, datasetId));
  return selectPurges(ctx.db, datasetId);
}

/** One of them. Needs `dataset.view-drafts`. Throws `not-found`. */
export async function loadPurge(ctx: Context, id: string): Promise<Purge> {
  const purge = isId(id) ? await selectPurge(ctx.db, id) : null;
  if (!purge) throw noSuchPurge();
  await permit(ctx, 'dataset.view-drafts', await loadDataset(ctx, purge.datasetId));
  return purge;
}

/**
 * Takes a version away at once and for good, also the one everybody sees: from this transaction on its data are answered by the reason, and the
 * background purges every byte (job `publishing.purge-versions`). Versions of the same files go with it. Where the public saw one of them, an
 * earlier version is published again as the next one, or a version without data. Needs `dataset.purge`; throws `invalid` with field faults,
 * `not-found`, `conflict` where nothing was ever published.
 */
export async function purgeVersion(ctx: Context, datasetId: string, number: number, form: PurgeForm): Promise<Purge> {
  return transaction(ctx, async (tx) => {
    const dataset = await loadDataset(tx, datasetId);
    await permit(tx, 'dataset.purge', dataset);
    await lockPointer(tx.db, datasetId, dataset.unitId);
    await loadVersion(tx, datasetId, number);
    const { gone, instead, reason } = await chosen(tx, datasetId, number, form);
    const { last } = await present(tx, datasetId);
    if (!last) throw neverPublished();
    const at = tx.clock.now();
    await closeForGood(tx.db, datasetId, gone, { reason, order: GROUND, at: at.toISOString(), purged: true });
    const shown = gone.includes(last.number) ? await showInstead(tx, dataset, instead) : await showAgain(tx, dataset);
    await closeOpen(tx, datasetId, `Дані набору терміново вилучено: ${reason}`);
    const purge: Purge = {
      ...{ id: newId(at.getTime()), datasetId, versions: gone, reason, shown, by: nameOf(tx.actor), at, doneAt: null },
    };
    await insertPurge(tx.db, purge);
    await record(tx, {
      deed: 'version.purged',
      subject: { kind: 'dataset', id: datasetId, name: dataset.passport.title, unitId: dataset.unitId },
      before: { version: last.number },
      after: { versions: gone, reason, shown },
    });
    await tx.emit(tx.db, { name: 'versions-purged', purgeId: purge.id });
    return purge;
  });
}

/** The form read, with all versions that go. */
async function chosen(
  tx: Context,
  datasetId: string,
  number: number,
  form: PurgeForm,
): Promise<{ gone: number[]; instead: number | 'none'; reason: string }> {
  const parsed = PurgeForm.safeParse(form);
  if (!parsed.success) {
    const faulty = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
    throw badForm([
      ...(faulty.has('reason') ? [REASON_MISSING] : []),
      ...(faulty.has('reason') ? [] : [CHOICE_MISSING]),
    ]);
  }
  const { reason, instead, also } = parsed.data;
  const marks = await selectMarks(tx.db, datasetId);
  const offer = offerOf(marks, number);
  const gone = new Set([number, ...offer.together]);
  for (const one of also.filter((other) => offer.others.includes(other))) {
    for (const other of [one, ...offerOf(marks, one).together]) gone.add(other);
  }
  const numbers = [...gone].sort((a, b) => a - b);
  const faults = choiceFaults(instead, numbers, offer);
  if (faults.length > 0) throw badForm(faults);
  return { gone: numbers, instead, reason };
}

/** The next version: what an earlier one held, or no data at all. Gives the number of the version it repeats. */
async function showInstead(tx: Context, dataset: Dataset, instead: number | 'none'): Promise<number | null> {
  const { last, publication } = await present(tx, dataset.id);
  if (!last || !publication) throw neverPublished();
  const earlier = instead === 'none' ? null : await selectVersionByNumber(tx.db, dataset.id, instead);
  const now = tx.clock.now();
  const version: StoredVersion = {
    id: newId(now.getTime()),
    datasetId: dataset.id,
    number: last.number + 1,
    passport: earlier?.passport ?? last.passport,
    resources: earlier?.resources ?? [],
    changes: null,
    // of no draft: whatever is published next is something new
    source: '',
    note: '',
    repeats: earlier?.number ?? null,
    closure: null,
    checksums: {},
    unitName: (await findUnit(tx, dataset.unitId))?.name ?? '',
    publishedAt: now,
    publishedBy: nameOf(tx.actor),
  };
  await insertVersion(tx.db, version, earlier ? await selectResources(tx.db, earlier.id) : []);
  await movePointer(tx, dataset, version, {
    ...publication,
    versionId: version.id,
    versionNumber: version.number,
    dataAsOf: earlier?.passport.dataAsOf ?? earlier?.publishedAt.toISOString() ?? publication.dataAsOf,
    changedAt: now.toISOString(),
  });
  return earlier?.number ?? null;
}

/** The public goes on seeing what it saw; the card says which earlier versions are gone. */
async function showAgain(tx: Context, dataset: Dataset): Promise<null> {
  const { last, publication } = await present(tx, dataset.id);
  if (last && publication) await movePointer(tx, dataset, last, publication);
  return null;
}

function badForm(faults: readonly (typeof REASON_MISSING)[]): RequestError {
  const text = {
    uk: faults.map((fault) => fault.text.uk).join(' '),
    en: faults.map((fault) => fault.text.en).join(' '),
  };
  return new RequestError('invalid', 'bad-purge', text, faults);
}

function noSuchPurge(): RequestError {
  return new RequestError('not-found', 'no-such-purge', {
    uk: 'Такого вилучення немає. Перевірте адресу.',
    en: 'There is no such withdrawal. Check the address.',
  });
}
