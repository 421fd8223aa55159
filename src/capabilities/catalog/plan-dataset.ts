import { type Day, dayOf } from '../../kernel/dates.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { permit } from '../accounts/index.ts';
import { record } from '../history/index.ts';
import { changeDatasetState } from './change-dataset-state.ts';
import { changePassport } from './change-passport.ts';
import { createDataset } from './create-dataset.ts';
import type { Dataset } from './dataset.ts';
import { isUnpublished } from './dataset-life-rules.ts';
import { openForChange, subjectOf } from './open-dataset.ts';
import { NewPlan } from './promise.ts';
import { termFaults } from './promise-rules.ts';
import { endPromise, putPromise, selectPromise } from './promise-store.ts';
import { readDataset } from './read-datasets.ts';
import { alreadyPublic, invalidForm, invalidValues, noPromise } from './refusals.ts';

/**
 * A dataset that is not there yet, promised to the public with a term («буде оприлюднено»). Needs `dataset.create` and, because the public is
 * promised something, `dataset.publish`. Throws `invalid` (fields), `forbidden`.
 */
export async function planDataset(ctx: Context, form: NewPlan): Promise<Dataset> {
  await permit(ctx, 'dataset.publish', form.unitId);
  const parsed = NewPlan.safeParse(form);
  if (!parsed.success) throw invalidValues(parsed.error);
  const { unitId, title, description, themes, dueOn } = parsed.data;
  const faults = termFaults(dueOn, ctx.clock.now());
  if (faults.length > 0) throw invalidForm(faults);
  return transaction(ctx, async (inner) => {
    const created = await createDataset(inner, { unitId, title, planned: true });
    const dataset = await changePassport(inner, created.id, { ...created.passport, description, themes });
    await putPromise(inner.db, dataset, dueOn, inner.clock.now());
    await record(inner, { deed: 'promise.made', subject: subjectOf(dataset), after: { dueOn } });
    return dataset;
  });
}

/**
 * Promises a draft to the public, or says the promise anew: another term, the words of the passport as they are now. Needs `dataset.publish`.
 * Throws `invalid` (term), `conflict` (already public).
 */
export function promiseDataset(ctx: Context, id: string, dueOn: Day): Promise<void> {
  return transaction(ctx, async (inner) => {
    const dataset = await openForChange(inner, id);
    await permit(inner, 'dataset.publish', dataset);
    if (dataset.state !== 'planned' && dataset.state !== 'draft') throw alreadyPublic();
    const faults = termFaults(dueOn, inner.clock.now());
    if (faults.length > 0) throw invalidForm(faults);
    const before = await selectPromise(inner.db, { id });
    const open = before?.state === 'open';
    await putPromise(inner.db, dataset, dueOn, inner.clock.now());
    await record(inner, {
      deed: open ? 'promise.changed' : 'promise.made',
      subject: subjectOf(dataset),
      before: open ? { dueOn: before.dueOn } : undefined,
      after: { dueOn },
    });
  });
}

/**
 * Takes a promise back: its page stays and says why. What was only planned becomes an ordinary draft. Needs `dataset.publish`; saying the promise
 * anew is the way back. Throws `invalid` (no reason), `conflict` (no open promise).
 */
export function dropPromise(ctx: Context, id: string, reason: string): Promise<void> {
  return transaction(ctx, async (inner) => {
    const dataset = await openForChange(inner, id);
    await permit(inner, 'dataset.publish', dataset);
    const words = reason.trim();
    if (words === '' || words.length > 2000) {
      const text = { uk: 'Напишіть причину (до 2000 знаків).', en: 'Write the reason (up to 2000 characters).' };
      throw invalidForm([{ field: 'reason', text }]);
    }
    if (!(await endPromise(inner.db, id, { at: inner.clock.now(), reason: words }))) throw noPromise();
    await record(inner, { deed: 'promise.dropped', subject: subjectOf(dataset), note: words });
    if (dataset.state === 'planned') await changeDatasetState(inner, id, 'draft');
  });
}

/** A planned dataset gets its first file: it is a draft now, and its promise stays open. Anything else stays as it is. */
export async function startPlanned(ctx: Context, id: string): Promise<Dataset> {
  const dataset = await readDataset(ctx, id);
  return dataset.state === 'planned' ? changeDatasetState(ctx, id, 'draft') : dataset;
}

/** Publishing calls it in the transaction of the first version: what was promised is done. */
export async function keepPromise(ctx: Context, dataset: Dataset): Promise<void> {
  if (!isUnpublished(dataset.state)) return;
  const now = ctx.clock.now();
  if (!(await endPromise(ctx.db, dataset.id, { at: now, reason: null }))) return;
  await record(ctx, { deed: 'promise.kept', subject: subjectOf(dataset), after: { keptOn: dayOf(now) } });
}
