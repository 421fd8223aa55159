import type { OverdueOrder } from '../../../capabilities/orders/index.ts';
import { dayInWords } from '../../../language/dates.ts';
import { ordersTexts } from '../../../locales/orders.ts';
import { href, type Visit } from '../../components/index.ts';
import type { DeskItem } from './desk-item.ts';

/** An order whose effects have worked without it longer than the grace, as a line of the desk. */
export function orderItem(visit: Visit, order: OverdueOrder): DeskItem {
  const texts = ordersTexts[visit.language].desk;
  const path = href(visit, `/cabinet/city/orders/${order.id}`);
  return {
    key: order.id,
    deed: texts.deed,
    title: order.title,
    path,
    about: texts.about,
    badge: { kind: 'error', words: texts.overdue(dayInWords(order.due, visit.language)) },
    dueOn: order.due,
    since: order.createdAt,
    button: { label: texts.button, path },
  };
}
