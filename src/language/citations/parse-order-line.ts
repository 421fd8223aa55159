import type { Day } from '../../kernel/dates.ts';
import { ORDER_KINDS, type OrderKind } from './citation.ts';
import { DATE_SOURCE, dayOfCited, dottedDay } from './cited-dates.ts';
import { kindByIssuer, lastKind } from './cited-kinds.ts';
import { plainTitleAt, quotedAt } from './cited-titles.ts';
import { findCitations } from './find-citations.ts';

/** An order as one pasted line says it; what the line leaves out is null or empty and is asked for. */
export interface OrderLine {
  readonly kind: OrderKind | null;
  /** «міського голови», «департаменту фінансів»; empty: not said. */
  readonly issuer: string;
  readonly number: string;
  readonly date: Day | null;
  readonly title: string;
}

const isOrderKind = (kind: string): kind is OrderKind => ORDER_KINDS.some((one) => one === kind);

/**
 * «розпорядження міського голови від 06.11.2025 № 728 «Про проведення інформаційного аудиту у 2025 році»» → its fields. Takes the first
 * order of the line; laws it names are passed over. A line without any is read for its kind and title alone.
 */
export function parseOrderLine(line: string): OrderLine {
  const found = findCitations(line).find(
    ({ kind, number, date }) => (kind === null || isOrderKind(kind)) && (number !== '' || date !== null),
  );
  if (found) {
    const { issuer, title, kind } = found;
    // behind a date that nobody can read the title still stands in its quotes
    const about = line.search(/[«“„"]\s*Про\s/);
    const quoted = about >= 0 ? (quotedAt(line, about)?.title ?? '') : '';
    const bare = found.number === '' ? bareNumber(line) : null;
    return {
      kind: kind && isOrderKind(kind) ? kind : null,
      issuer: bare && issuer.endsWith(bare) ? issuer.slice(0, -bare.length).trim() : issuer,
      number: found.number || (bare ?? ''),
      date: found.date,
      title: title || smallTitle(line.slice(found.end)) || quoted,
    };
  }
  const alone = dateAndNumber(line);
  if (alone) return { kind: null, issuer: '', title: '', ...alone };
  const kind = lastKind(line.split(/[«“"]/)[0] ?? '');
  const known = kind ? kindByIssuer(kind.kind, line) : null;
  return {
    kind: known && isOrderKind(known) ? known : null,
    issuer: '',
    number: '',
    date: null,
    title: titleOf(line),
  };
}

/** «… ради 24/1 від 01/02/2025»: a number whose sign was left out, directly before the date. */
function bareNumber(line: string): string | null {
  return (
    new RegExp(`(?<![\\p{L}\\d./])(\\d[\\p{L}\\d/-]*)\\s+(?:від\\s+)?(?:${DATE_SOURCE})`, 'iu').exec(line)?.[1] ?? null
  );
}

/** «728 06.11.2025»: nothing but a number and a date. */
function dateAndNumber(line: string): Pick<OrderLine, 'number' | 'date'> | null {
  const written = new RegExp(DATE_SOURCE, 'iu').exec(line)?.[0] ?? '';
  const date = dayOfCited(written);
  return date === null ? null : { number: bareNumber(line) ?? '', date };
}

/** A title begun with a small letter: «про визначення …» to the end of the line. */
function smallTitle(rest: string): string {
  const title =
    /^[\s,]*(про\s[^\n]+)/u
      .exec(rest)?.[1]
      ?.replace(/\s+/g, ' ')
      .replace(/[.;]?\s*$/, '') ?? '';
  return title.charAt(0).toUpperCase() + title.slice(1);
}

function titleOf(line: string): string {
  const opening = line.search(/[«“„"]/);
  const found = opening >= 0 ? quotedAt(line, opening) : plainTitleAt(line, Math.max(0, line.search(/Про\s/)));
  return found?.title ?? '';
}

/** How kinds are called in a citation, before the issuer in the genitive. */
export const KIND_WORDS: Readonly<Record<OrderKind, string>> = {
  'mayor-order': 'розпорядження',
  'executive-decision': 'рішення',
  'council-decision': 'рішення',
  'unit-order': 'наказ',
  instruction: 'доручення',
  'letter-out': 'лист',
  'letter-in': 'вхідний лист',
  minutes: 'протокол',
  agreement: 'договір',
  regulation: 'положення',
};

/** An order as it is cited in one line: «розпорядження міського голови від 06.11.2025 № 728 «Про …»». What is not known is left out. */
export function orderLineOf({ kind, issuer, number, date, title }: OrderLine): string {
  return [
    kind ? KIND_WORDS[kind] : '',
    issuer,
    date ? `від ${dottedDay(date)}` : '',
    number === '' ? '' : `№ ${number}`,
    title === '' ? '' : `«${title}»`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
