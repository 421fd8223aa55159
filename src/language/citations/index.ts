/** Citations of documents in Ukrainian texts: «розпорядження міського голови від 06.11.2025 № 728 «Про …»», laws by name with their articles. Pure. */
export { type Citation, type CitedKind, LAW_KINDS, type LawKind, ORDER_KINDS, type OrderKind } from './citation.ts';
export { DATE_SOURCE, dayOfCited, dottedDay, impossibleDate } from './cited-dates.ts';
export { NUMBER_SOURCE, tidyNumber } from './cited-numbers.ts';
export { findCitations } from './find-citations.ts';
export { type OrderLine, orderLineOf, parseOrderLine } from './parse-order-line.ts';
