import { cardsAnnexForm } from '../capabilities/dictionary/index.ts';
import type { DocumentForm, MadeDocument, Recipe } from '../capabilities/documents/index.ts';
import { statementRecipe } from '../capabilities/evidence/index.ts';
import { orderDraftRecipe, orderOfDraft } from '../capabilities/orders/index.ts';
import { appointmentNoticeForm, consultationsForm, jobClauseForm, protocolForm } from '../capabilities/people/index.ts';
import { privacyReportForm } from '../capabilities/privacy/index.ts';
import { registryAnnexForm } from '../capabilities/registry/index.ts';
import { memoForm } from '../surfaces/cabinet/memo/index.ts';
import { passportForm } from '../surfaces/components/index.ts';
import { ORDER_EFFECTS } from './order-effects.ts';

/** Documents the system makes of its facts and keeps; each is declared by the capability whose document it is. */
export const DOCUMENT_RECIPES: readonly Recipe[] = [orderDraftRecipe(ORDER_EFFECTS), statementRecipe];

/** Everything the city can give its own template to: what is kept, and what is written at once and not kept. */
export const DOCUMENT_FORMS: readonly DocumentForm[] = [
  ...DOCUMENT_RECIPES,
  memoForm,
  passportForm,
  consultationsForm,
  protocolForm,
  registryAnnexForm,
  cardsAnnexForm,
  appointmentNoticeForm,
  jobClauseForm,
  privacyReportForm,
];

/** Where the paper a document is a draft of is signed: drafts of orders are closed by the order's own line. */
export function signedElsewhere({ form, params }: MadeDocument): string | null {
  const orderId = orderOfDraft(form, params);
  return orderId === null ? null : `/cabinet/city/orders/${orderId}`;
}
