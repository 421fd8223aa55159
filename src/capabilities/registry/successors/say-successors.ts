import { type FieldFault, RequestError } from '../../../kernel/errors.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { permit } from '../../accounts/index.ts';
import { loadDataset } from '../../catalog/index.ts';
import { record } from '../../history/index.ts';
import { followChanges } from '../entries/follow-changes.ts';
import { replaceSuccessors, selectByNumbers } from './successor-store.ts';

const MOST = 20;

/**
 * Says in which datasets the data of an ended one are now: one where it was merged, several where it was split; none takes it back. The ended one must
 * be a draft, archived, suspended or withdrawn. Needs `dataset.close`. Throws `conflict` (it still goes on), `invalid` (numbers).
 */
export async function saySuccessors(ctx: Context, datasetId: string, numbers: readonly string[]): Promise<void> {
  const dataset = await loadDataset(ctx, datasetId);
  await permit(ctx, 'dataset.close', dataset);
  if (dataset.state === 'published' || dataset.state === 'planned') throw goesOn();
  await followChanges(ctx);
  await transaction(ctx, async (tx) => {
    const tidy = [...new Set(numbers.map((number) => number.trim()).filter(Boolean))].slice(0, MOST);
    const found = await selectByNumbers(tx.db, tidy);
    const wrong = tidy.filter((number) => !found.has(number) || found.get(number) === datasetId);
    if (wrong.length > 0) throw unknownNumbers(wrong);
    await replaceSuccessors(tx.db, datasetId, [...found.values()], tx.clock.now());
    await record(tx, {
      deed: 'registry.successors-said',
      subject: { kind: 'dataset', id: datasetId, name: dataset.passport.title, unitId: dataset.unitId },
      after: { successors: tidy },
    });
  });
}

function goesOn(): RequestError {
  return new RequestError('conflict', 'dataset-goes-on', {
    uk: 'Набір ще діє. Спершу вилучіть його або перенесіть до архіву, тоді вкажіть, де тепер його дані.',
    en: 'The dataset still goes on. Withdraw or archive it first, then say where its data are now.',
  });
}

function unknownNumbers(numbers: readonly string[]): RequestError {
  const text = {
    uk: `Таких наборів у реєстрі немає: ${numbers.join(', ')}. Перевірте номери.`,
    en: `The registry has no such datasets: ${numbers.join(', ')}. Check the numbers.`,
  };
  const fields: FieldFault[] = [{ field: 'successors', text }];
  return new RequestError('invalid', 'numbers-unknown', text, fields);
}
