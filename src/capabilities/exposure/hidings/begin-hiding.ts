import { newId } from '../../../kernel/ids.ts';
import type { Context } from '../../../platform/context.ts';
import { findCardOfResource } from '../../catalog/index.ts';
import { notify } from '../../notices/index.ts';
import { hideColumn } from '../../publishing/index.ts';
import type { ColumnPlace, Hiding } from './hiding.ts';
import { endOfHiding } from './hiding-rules.ts';
import { insertHiding } from './hiding-store.ts';

/** For whom or by whom a column is hidden. */
export type HidingCause = Pick<Hiding, 'reporters' | 'detector' | 'by'>;

/**
 * Hides a published column until the same time of the next working day, tells those who answer for it. Null where there is no such published
 * column, or it is hidden already. Called in a transaction, after the caller's own permission.
 */
export async function beginHiding(tx: Context, place: ColumnPlace, cause: HidingCause): Promise<Hiding | null> {
  const card = await findCardOfResource(tx, place.resourceId);
  const resource = card?.resources.find(({ id }) => id === place.resourceId);
  const field = resource?.fields.find(({ name }) => name === place.columnName);
  if (!card || !resource?.tableId || !field || card.state !== 'published') return null;
  const now = tx.clock.now();
  const until = endOfHiding(now);
  const hiding: Hiding = {
    ...{ id: newId(now.getTime()), datasetId: card.datasetId, resourceId: resource.id },
    ...{ columnName: field.name, columnTitle: field.title, ...cause, beganAt: now, until },
    ...{ keptBy: '', keptReason: '', endedAt: null, ending: null },
  };
  if (!(await insertHiding(tx.db, hiding))) return null;
  await hideColumn(tx, card.datasetId, {
    ...{ resourceId: resource.id, name: field.name, title: field.title, until: until.toISOString() },
  });
  const notice = {
    kind: 'exposure.hidden',
    subject: { kind: 'dataset', id: card.datasetId, name: card.passport.title },
    link: '/cabinet/exposure',
    once: hiding.id,
  } as const;
  await notify(tx, { ...notice, to: { deed: 'message.answer', place: { id: card.datasetId, unitId: card.unit.id } } });
  await notify(tx, { ...notice, to: { deed: 'city.manage', place: null } });
  return hiding;
}
