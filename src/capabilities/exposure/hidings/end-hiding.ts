import { z } from 'zod';
import { nameOfActor } from '../../../kernel/actor.ts';
import { RequestError } from '../../../kernel/errors.ts';
import { isId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import { permit } from '../../accounts/index.ts';
import { findCardOfResource, loadDataset } from '../../catalog/index.ts';
import { record } from '../../history/index.ts';
import { hideColumn, showColumn } from '../../publishing/index.ts';
import { beginHiding } from './begin-hiding.ts';
import type { ColumnPlace, Hiding } from './hiding.ts';
import { selectDue, selectHiding, selectHidings, updateHiding } from './hiding-store.ts';

/** On one list; the newest. */
const MOST = 500;

/** Every hiding there was, those in force first: open to everybody. @param datasetId of one dataset; left out: of all */
export function listHidings(ctx: Context, datasetId: string | null = null): Promise<Hiding[]> {
  return selectHidings(ctx.db, datasetId, MOST);
}

/** Hides a column by hand, until the next working day. Needs `dataset.close`. Throws `conflict` where there is no such open column. */
export function hideByHand(ctx: Context, place: ColumnPlace): Promise<Hiding> {
  return transaction(ctx, async (tx) => {
    const card = await findCardOfResource(tx, place.resourceId);
    if (!card) throw noColumn();
    await permit(tx, 'dataset.close', await loadDataset(tx, card.datasetId));
    const hiding = await beginHiding(tx, place, { reporters: 0, detector: false, by: nameOfActor(tx.actor) });
    if (!hiding) throw noColumn();
    return hiding;
  });
}

/** A person decided that the column is shown again. Needs `dataset.close`. A second time changes nothing. Throws `not-found`. */
export function showAgain(ctx: Context, id: string): Promise<Hiding> {
  return transaction(ctx, async (tx) => {
    const hiding = await loadToChange(tx, id);
    return hiding.endedAt ? hiding : end(tx, hiding, 'shown');
  });
}

/**
 * A person decided that the column stays closed: nothing shows it again by itself. The next version is to be made without it. Needs
 * `dataset.close`. Throws `invalid` with the field `reason`, `conflict` where it is over.
 */
export function keepClosed(ctx: Context, id: string, reason: string): Promise<Hiding> {
  return transaction(ctx, async (tx) => {
    const hiding = await loadToChange(tx, id);
    if (hiding.endedAt) throw over();
    const words = reason.trim();
    if (words === '' || words.length > 500) throw noReason();
    const kept: Hiding = { ...hiding, until: null, keptBy: nameOfActor(tx.actor), keptReason: words };
    await updateHiding(tx.db, kept);
    const { resourceId, columnName: name, columnTitle: title } = hiding;
    await hideColumn(tx, hiding.datasetId, { resourceId, name, title, until: null });
    const dataset = await loadDataset(tx, hiding.datasetId);
    await record(tx, {
      deed: 'column.kept-closed',
      subject: { kind: 'dataset', id: dataset.id, name: dataset.passport.title, unitId: dataset.unitId },
      after: { column: title, reason: words },
    });
    return kept;
  });
}

/** Every minute: shows again what was hidden for a time that is over. Repeating it is harmless. */
export const endHidingsJob = defineJob({
  name: 'exposure.end-hidings',
  data: z.object({}),
  async handle(ctx) {
    for (const id of await selectDue(ctx.db, ctx.clock.now())) {
      await transaction(ctx, async (tx) => {
        const hiding = await selectHiding(tx.db, id, 'lock');
        const due = hiding && !hiding.endedAt && hiding.until !== null && hiding.until <= tx.clock.now();
        if (due) await end(tx, hiding, 'term');
      });
    }
  },
});

async function loadToChange(tx: Context, id: string): Promise<Hiding> {
  const hiding = isId(id) ? await selectHiding(tx.db, id, 'lock') : null;
  if (!hiding) throw noHiding();
  await permit(tx, 'dataset.close', await loadDataset(tx, hiding.datasetId));
  return hiding;
}

async function end(tx: Context, hiding: Hiding, ending: 'term' | 'shown'): Promise<Hiding> {
  const ended: Hiding = { ...hiding, endedAt: tx.clock.now(), ending };
  await updateHiding(tx.db, ended);
  const { resourceId, columnName: name, columnTitle: title } = hiding;
  await showColumn(tx, hiding.datasetId, { resourceId, name, title });
  return ended;
}

function noColumn(): RequestError {
  return new RequestError('conflict', 'no-open-column', {
    uk: 'Такого відкритого стовпця зараз немає: його вже приховано або прибрано.',
    en: 'There is no such open column now: it is hidden already, or gone.',
  });
}

function noHiding(): RequestError {
  return new RequestError('not-found', 'no-such-hiding', {
    uk: 'Такого приховання немає. Перевірте адресу.',
    en: 'There is no such hiding. Check the address.',
  });
}

function over(): RequestError {
  return new RequestError('conflict', 'hiding-over', {
    uk: 'Цей стовпець уже знову показано.',
    en: 'This column is shown again already.',
  });
}

function noReason(): RequestError {
  const text = {
    uk: 'Напишіть, за яким рішенням стовпець лишається закритим (до 500 знаків): цей текст побачать усі.',
    en: 'Write by which decision the column stays closed (up to 500 characters): everybody will read it.',
  };
  return new RequestError('invalid', 'no-reason', text, [{ field: 'reason', text }]);
}
