import {
  type ListedOrder,
  ORDER_KIND_NAMES,
  type OrderRef,
  type OrderState,
} from '../../../capabilities/orders/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dottedDay, ORDER_KINDS } from '../../../language/citations/index.ts';
import { ordersTexts } from '../../../locales/orders.ts';
import type { FieldOption, StateKind, Visit } from '../../components/index.ts';

export const HOME = '/cabinet/city/orders';

/** Of each state, how it looks. */
export const TONES: Readonly<Record<OrderState, StateKind>> = {
  draft: 'info',
  signing: 'attention',
  signed: 'good',
  published: 'good',
  amended: 'info',
  ended: 'info',
};

/** «розпорядження голови від 06.11.2025 № 728»: what the document is, without its title. */
export function requisites(visit: Visit, { kind, issuer, date, number }: OrderRef): string {
  const texts = ordersTexts[visit.language];
  const name = inLanguage(ORDER_KIND_NAMES[kind], visit.language);
  const whose = kind === 'mayor-order' || kind === 'executive-decision' || kind === 'council-decision' ? '' : issuer;
  const bare = [date ? texts.ofDate(dottedDay(date)) : texts.noDate, number ? `№ ${number}` : texts.noNumber];
  return [name, whose, ...(date === null && number === '' ? [texts.neither] : bare)].filter(Boolean).join(' ');
}

/** Kinds as choices; `all` puts that word first. */
export function kindOptions(visit: Visit, all?: string): FieldOption[] {
  const kinds = ORDER_KINDS.map((kind) => ({ value: kind, label: inLanguage(ORDER_KIND_NAMES[kind], visit.language) }));
  return all === undefined ? kinds : [{ value: '', label: all }, ...kinds];
}

/** An order in one line of a choice. */
export function orderOption(visit: Visit, order: OrderRef | ListedOrder): FieldOption {
  return { value: order.id, label: `${requisites(visit, order)} «${order.title}»`.slice(0, 140) };
}
