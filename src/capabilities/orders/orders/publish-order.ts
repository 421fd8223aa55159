import { type Context, transaction } from '../../../platform/context.ts';
import { permit } from '../../accounts/index.ts';
import { record } from '../../history/index.ts';
import { wrongState } from '../refusals.ts';
import type { Order } from './order.ts';
import { updateOrder } from './order-store.ts';
import { loadOrder } from './read-orders.ts';
import { subjectOf } from './write-order.ts';

/** Shows a signed order on the public page, or takes it off again. Needs `city.manage`. Throws `forbidden`, `not-found`, `conflict` (unsigned). */
export function publishOrder(ctx: Context, id: string, open: boolean): Promise<Order> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const before = await loadOrder(inner, id, true);
    if (before.signedAt === null) {
      throw wrongState({
        uk: 'Оприлюднюють підписаний документ. Спершу внесіть рядок із номером і датою.',
        en: 'A signed document is made public. First enter the line with its number and date.',
      });
    }
    if (before.public === open) return before;
    const shown = open ? 'published' : 'signed';
    const state = before.state === 'signed' || before.state === 'published' ? shown : before.state;
    const order: Order = { ...before, public: open, state };
    await updateOrder(inner.db, order);
    await record(inner, { deed: open ? 'order.published' : 'order.hidden', subject: subjectOf(order) });
    return order;
  });
}
