import { isId, newId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { permit } from '../../accounts/index.ts';
import { addResource, loadDataset } from '../../catalog/index.ts';
import { changePassportPart } from '../../drafts/index.ts';
import { record } from '../../history/index.ts';
import { changeFile, insertFiles, selectFiles } from '../imports/file-store.ts';
import { changeImport, selectImport } from '../imports/import-store.ts';
import { changeItem, selectItemOfDataset } from '../imports/item-store.ts';
import { carriedFile } from '../passports/file-rules.ts';
import { CARRIED, type CarriedField } from '../passports/passport-of-remote.ts';
import { changedSince, noDifference, wrongState } from '../refusals.ts';
import { FILES, fieldDifferences, fileDifferences } from './differences.ts';
import type { Choice, Seen, Sighting } from './sighting.ts';
import { insertChoice, lockSighting, markChoiceUndone, selectChoice, updateSettled } from './sighting-store.ts';

/** A decision about one field of a dataset, or about its files (`files`). */
export interface DifferenceForm {
  readonly datasetId: string;
  readonly field: string;
  readonly take: 'ours' | 'theirs';
}

const isCarried = (field: string): field is CarriedField => CARRIED.some((one) => one === field);

/**
 * Takes theirs (our working copy says what they say, or their files are fetched anew), or leaves ours and is not asked again until theirs changes.
 * Nothing is published by it, nothing is written there. Needs `city.manage`, and `dataset.edit` for theirs. Throws `conflict`, `forbidden`.
 * @returns id of the decision, by which it can be undone; null for files that were fetched: their drafts are taken back in the draft itself
 */
export function decideDifference(ctx: Context, form: DifferenceForm): Promise<string | null> {
  return transaction(ctx, async (tx) => {
    await permit(tx, 'city.manage', null);
    const sighting = isId(form.datasetId) ? await lockSighting(tx.db, form.datasetId) : null;
    if (!sighting) throw noDifference();
    const { field, take } = form;
    const id = field === FILES ? await decideFiles(tx, sighting, take) : await decideField(tx, sighting, field, take);
    const { passport, unitId } = await loadDataset(tx, sighting.datasetId);
    const subject = { kind: 'dataset', id: sighting.datasetId, name: passport.title, unitId };
    await record(tx, { deed: 'exchange.settled', subject, after: { field, take } });
    return id;
  });
}

async function decideField(
  tx: Context,
  sighting: Sighting,
  field: string,
  take: DifferenceForm['take'],
): Promise<string> {
  const { datasetId, there, seen, settled } = sighting;
  const { passport } = await loadDataset(tx, datasetId);
  const difference = fieldDifferences(passport, sighting).find((one) => one.field === field);
  if (!difference || !isCarried(field)) throw noDifference();
  const { ours, theirs } = difference;
  if (take === 'theirs') await changePassportPart(tx, datasetId, { [field]: theirs });
  const choice = choiceOf(tx, {
    datasetId,
    field,
    took: take,
    oursBefore: ours,
    theirs,
    settledBefore: seen.passport[field],
  });
  const now: Seen =
    take === 'theirs' ? { ...seen, passport: { ...seen.passport, [field]: there.passport[field] } } : seen;
  await updateSettled(tx.db, datasetId, { seen: now, settled: { ...settled, [field]: theirs } });
  await insertChoice(tx.db, choice);
  return choice.id;
}

function choiceOf(
  tx: Context,
  said: Pick<Choice, 'datasetId' | 'field' | 'took' | 'oursBefore' | 'theirs' | 'settledBefore'>,
): Choice {
  const now = tx.clock.now();
  const madeByName = 'name' in tx.actor ? tx.actor.name : '';
  return { id: newId(now.getTime()), ...said, madeByName, madeAt: now, undoneAt: null };
}

/** Takes a decision about a field back: our passport says again what it said. Throws `conflict` where it was changed since, `forbidden`. */
export function undoChoice(ctx: Context, id: string): Promise<void> {
  return transaction(ctx, async (tx) => {
    await permit(tx, 'city.manage', null);
    const choice = isId(id) ? await selectChoice(tx.db, id) : null;
    const sighting = choice && (await lockSighting(tx.db, choice.datasetId));
    if (!choice || !sighting || !(await markChoiceUndone(tx.db, id, tx.clock.now()))) throw noDifference();
    const { field, datasetId, took, oursBefore, theirs, settledBefore } = choice;
    const { [field]: _decided, ...settled } = sighting.settled;
    if (took === 'theirs' && isCarried(field)) {
      const { passport } = await loadDataset(tx, datasetId);
      if (JSON.stringify(passport[field]) !== JSON.stringify(theirs)) throw changedSince();
      await changePassportPart(tx, datasetId, { [field]: oursBefore });
      const seen = { ...sighting.seen, passport: { ...sighting.seen.passport, [field]: settledBefore } };
      await updateSettled(tx.db, datasetId, { seen, settled });
    } else await updateSettled(tx.db, datasetId, { settled });
  });
}

/** Their files, new and changed, are asked for anew, by the ordinary road; those gone there stay here. */
async function decideFiles(tx: Context, sighting: Sighting, take: DifferenceForm['take']): Promise<null> {
  const { datasetId, seen, there, settled } = sighting;
  const changed = fileDifferences(seen, there);
  if (changed.length === 0) throw noDifference();
  await updateSettled(tx.db, datasetId, {
    settled: { ...settled, [FILES]: there.files },
    ...(take === 'theirs' ? { seen: { ...seen, files: there.files } } : {}),
  });
  if (take === 'ours') return null;
  const item = await selectItemOfDataset(tx.db, datasetId);
  const one = item && (await selectImport(tx.db, item.importId, true));
  if (!item || !one || one.state === 'looking' || one.state === 'which') throw wrongState();
  const wanted = new Set(changed.filter(({ kind }) => kind !== 'gone').map(({ remoteId }) => remoteId));
  const known = await selectFiles(tx.db, item.id);
  const now = tx.clock.now();
  for (const [position, file] of item.remote.files.entries()) {
    if (!wanted.has(file.id)) continue;
    const before = known.find(({ remoteId }) => remoteId === file.id);
    const carried = carriedFile(file, item.title);
    if (before) {
      const anew = { state: 'waiting', tries: 0, readingId: null, trouble: null } as const;
      await changeFile(tx.db, before.id, { ...anew, url: file.url, fileName: carried.fileName }, now);
      continue;
    }
    const { kind, title, url, fileName } = carried;
    const { id: resourceId } = await addResource(tx, datasetId, { kind, title, ...(url === null ? {} : { url }) });
    const fresh = { tries: 0, readingId: null, trouble: null, changedAt: now, title, fileName, resourceId, position };
    const state = kind === 'link' ? ('ready' as const) : ('waiting' as const);
    await insertFiles(tx.db, [
      { id: newId(now.getTime()), itemId: item.id, remoteId: file.id, url: file.url, state, ...fresh },
    ]);
  }
  await changeItem(tx.db, item.id, { state: 'asked', tries: 0, trouble: null }, now);
  await changeImport(tx.db, one.id, { state: 'working' }, now);
  await tx.emit(tx.db, { name: 'carrying-asked', importId: one.id });
  return null;
}
