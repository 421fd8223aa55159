import { nameOfActor } from '../../../kernel/actor.ts';
import { RequestError } from '../../../kernel/errors.ts';
import { isId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { permit } from '../../accounts/index.ts';
import { findResource, loadDataset } from '../../catalog/index.ts';
import { record } from '../../history/index.ts';
import { latestReading, protectAgain } from '../../ingest/index.ts';
import { noFileYet } from '../decisions/refusals.ts';
import { MOST_RISK_COLUMNS, type RiskChoice, RiskWish } from './risk-choice.ts';
import { deleteRiskChoice, keepRiskChoice, selectRiskChoice, selectRiskChoices } from './risk-choice-store.ts';

/** What was chosen for the tables of a dataset. The caller has asked the right to see the draft. */
export function riskChoicesOf(ctx: Context, datasetId: string): Promise<RiskChoice[]> {
  return selectRiskChoices(ctx.db, datasetId);
}

/** Titles by which the risk is counted in the next file of a resource; undefined: the system chooses. */
export async function riskColumnsFor(ctx: Context, resourceId: string): Promise<readonly string[] | undefined> {
  return (await selectRiskChoice(ctx.db, resourceId))?.titles;
}

/**
 * Chooses the columns by which it is counted whether a person is told by a table without a name, for this file and those to come; none: the system chooses
 * again. The risk is counted anew in the background. Needs `privacy.protect`. Throws `invalid` (`too-many-columns`), `not-found` (no such column),
 * `conflict` (`file-not-read`), `forbidden`.
 */
export function chooseRiskColumns(ctx: Context, resourceId: string, titles: readonly string[]): Promise<void> {
  return transaction(ctx, async (tx) => {
    const wish = RiskWish.safeParse([...new Set(titles)]);
    if (!wish.success) throw tooManyColumns();
    const resource = isId(resourceId) ? await findResource(tx, resourceId) : null;
    if (!resource) throw noFileYet();
    const dataset = await loadDataset(tx, resource.datasetId);
    await permit(tx, 'privacy.protect', dataset);
    const reading = await latestReading(tx, resourceId);
    if (!reading?.mended) throw noFileYet();
    const { headers, removedColumns } = reading.mended;
    const shown = headers.filter((_, at) => !removedColumns.includes(at));
    const strange = wish.data.find((title) => !shown.includes(title));
    if (strange !== undefined) throw columnGone(strange);
    const before = (await selectRiskChoice(tx.db, resourceId))?.titles ?? [];
    const chosen: RiskChoice = {
      ...{ resourceId, titles: wish.data },
      ...{ chosenBy: nameOfActor(tx.actor), chosenAt: tx.clock.now() },
    };
    if (wish.data.length > 0) await keepRiskChoice(tx.db, dataset.id, chosen);
    else await deleteRiskChoice(tx.db, resourceId);
    await record(tx, {
      deed: 'personal-data.risk-columns-chosen',
      subject: { kind: 'dataset', id: dataset.id, name: dataset.passport.title, unitId: dataset.unitId },
      before: { columns: before },
      after: { columns: wish.data },
    });
    await protectAgain(tx, resourceId);
  });
}

function columnGone(title: string): RequestError {
  return new RequestError('not-found', 'no-such-column', {
    uk: `Стовпця «${title}» в таблиці вже немає. Оновіть сторінку й оберіть з тих, що є.`,
    en: `The table has no column “${title}” any more. Reload the page and choose from those there are.`,
  });
}

function tooManyColumns(): RequestError {
  return new RequestError('invalid', 'too-many-columns', {
    uk: `Оберіть не більше ніж ${MOST_RISK_COLUMNS} стовпців: за більшою кількістю неповторний майже кожен рядок, і число нічого не скаже.`,
    en: `Choose no more than ${MOST_RISK_COLUMNS} columns: by more of them almost every row is like no other, and the number would say nothing.`,
  });
}
