import { nameOfActor, personId } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { newId } from '../../../kernel/ids.ts';
import { foldName } from '../../../language/folding.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { may, permit } from '../../accounts/index.ts';
import { type Dataset, findResource, loadDataset } from '../../catalog/index.ts';
import { record } from '../../history/index.ts';
import { latestReading, type Reading } from '../../ingest/index.ts';
import { omissionOfWithdrawn } from '../consents/omit-withdrawn.ts';
import { selectWithdrawnDigests } from '../consents/withdrawal-store.ts';
import { type Decision, DecisionWish } from './decision.ts';
import { contentOf, faultsOfWish, type OfColumn, type ReadWish, termsOf } from './decision-rules.ts';
import { endDecision, insertDecision, type StoredDecision, selectDecisionsOfResource } from './decision-store.ts';
import { signsOfFile } from './file-rules.ts';
import { decisionsNow, followDecisions } from './follow-decisions.ts';
import { badDecision, noFileYet, noSuchColumn } from './refusals.ts';

/**
 * Decides what becomes of the personal data found in columns of a resource's newest file, all or none. A decision takes the place of the one before it on
 * the same column; where the data to be taken out change, the table is written anew in the background. Removing, masking and making coarser need
 * `privacy.protect`; publishing needs `privacy.keep`, and waits for somebody who has it where the actor has only the other.
 * Throws `invalid` (`decision-incomplete`), `not-found`, `conflict` (`file-not-read`), `forbidden`.
 */
export function decide(
  ctx: Context,
  resourceId: string,
  wishes: readonly DecisionWish[],
): Promise<readonly Decision[]> {
  return transaction(ctx, async (tx) => {
    const read = wishes.map((wish) => DecisionWish.parse(wish));
    const dataset = await datasetOf(tx, resourceId);
    await permitDecisions(tx, dataset, read);
    const { signs, titles, columns } = await foundIn(tx, resourceId);
    const all = await decisionsNow(tx, dataset.id);
    const before = await selectDecisionsOfResource(tx.db, resourceId);
    const made: StoredDecision[] = [];
    for (const wish of read) {
      const known = before.find(({ columnTitle }) => columnTitle === wish.columnTitle) ?? null;
      const found = signs.filter(({ columnTitle }) => columnTitle === wish.columnTitle);
      if (found.length === 0 && wish.columnTitle !== '' && !titles.has(wish.columnTitle))
        throw noSuchColumn(wish.columnTitle);
      made.push(await decideColumn(tx, { dataset, resourceId, wish, known, of: { signs: found, columns }, titles }));
    }
    await followDecisions(tx, { datasetId: dataset.id, resourceId }, all);
    return made;
  });
}

async function datasetOf(tx: Context, resourceId: string): Promise<Dataset> {
  const resource = await findResource(tx, resourceId);
  if (!resource) throw noFileYet();
  return loadDataset(tx, resource.datasetId);
}

/** To publish takes a right of its own; who has only the other one proposes it. */
async function permitDecisions(tx: Context, dataset: Dataset, wishes: readonly ReadWish[]): Promise<void> {
  const keeps = wishes.every(({ way }) => way === 'keep') && (await may(tx, 'privacy.keep', dataset));
  if (!keeps) await permit(tx, 'privacy.protect', dataset);
}

/** What was found in the newest file of a resource, and the titles of all its columns. */
async function foundIn(tx: Context, resourceId: string) {
  const reading = await latestReading(tx, resourceId);
  const signs = reading ? signsOfFile(reading) : null;
  if (!reading?.inspection || !signs) throw noFileYet();
  const { columns } = reading.mended?.inspection ?? reading.inspection;
  return { signs, titles: titlesOf(reading), columns };
}

/** Titles of all columns of a file, before and after its recipe. */
export function titlesOf({ mended, inspection }: Pick<Reading, 'mended' | 'inspection'>): ReadonlySet<string> {
  return new Set([...(mended?.headers ?? []), ...(inspection?.columns ?? []).map(({ title }) => title)]);
}

interface ColumnDeed {
  readonly dataset: Dataset;
  readonly resourceId: string;
  readonly wish: ReadWish;
  readonly known: StoredDecision | null;
  readonly of: OfColumn;
  /** Of all columns of the file. */
  readonly titles: ReadonlySet<string>;
}

async function decideColumn(
  tx: Context,
  { dataset, resourceId, wish, known, of, titles }: ColumnDeed,
): Promise<StoredDecision> {
  const withdrawn = await selectWithdrawnDigests(tx.db, resourceId, wish.columnTitle, [...titles]);
  const faults = faultsOfWish(wish, { ...of, withdrawn: withdrawn.length });
  if (faults.length > 0) throw badDecision(faults);
  const now = tx.clock.now();
  const content = contentOf(wish, of, dayOf(now));
  const omission = content.condition === 'consent' ? omissionOfWithdrawn(wish.columnTitle, withdrawn) : null;
  const returning = wish.way === 'keep' && omission === null ? withdrawn.length : 0;
  const waits = wish.way === 'keep' && !(await may(tx, 'privacy.keep', dataset));
  const decision: StoredDecision = {
    id: newId(now.getTime()),
    datasetId: dataset.id,
    resourceId,
    unitId: dataset.unitId,
    columnFold: foldName(wish.columnTitle),
    ...content,
    step: omission ?? content.step,
    state: waits ? 'waiting' : 'made',
    decidedBy: nameOfActor(tx.actor),
    decidedById: personId(tx.actor),
    decidedAt: now,
    // what only waited for somebody never counted
    replaces: known?.state === 'waiting' ? known.replaces : (known?.id ?? null),
  };
  if (known) await endDecision(tx.db, known.id, decision.decidedBy, now);
  await insertDecision(tx.db, decision);
  await record(tx, {
    deed: waits ? 'personal-data.proposed' : 'personal-data.decided',
    subject: { kind: 'dataset', id: dataset.id, name: dataset.passport.title, unitId: dataset.unitId },
    ...(known ? { before: evidenceOf(known) } : {}),
    after: { ...evidenceOf(decision), ...(returning > 0 ? { peopleWhoWithdrew: returning } : {}) },
  });
  return decision;
}

/** What the history keeps of a decision. */
export function evidenceOf(decision: Decision) {
  return { columnTitle: decision.columnTitle, codes: decision.codes, ...termsOf(decision) };
}
