import { createHash } from 'node:crypto';
import type { FieldFault } from '../../kernel/errors.ts';
import { narrowingParameters } from './query-reading.ts';
import type { RowQuery } from './row-query.ts';
import { badCursor } from './row-query-faults.ts';

/** A place in the order of a question: after this row of this part of the table. */
export interface Place {
  readonly tableId: string;
  readonly part: number;
  /** 0-based number of the row in its part. */
  readonly row: number;
}

type Question = Pick<RowQuery, 'filters' | 'search' | 'sort'>;

/** A few letters that tell one question from another. The columns shown and the size of a page may change on the way. */
function questionMark({ filters, search, sort }: Question): string {
  const text = `${narrowingParameters({ filters, search })}\n${JSON.stringify(sort)}`;
  return createHash('sha256').update(text).digest('base64url').slice(0, 10);
}

/**
 * A place as the text of a cursor. It names a row by its number only, never by its values: an address is logged in many places, and the table
 * gives the values back exactly.
 */
export function writeCursor(place: Place, question: Question): string {
  const text = JSON.stringify([questionMark(question), place.tableId, place.part, place.row]);
  return Buffer.from(text).toString('base64url');
}

/** The place a cursor tells, and the mark of its question; null where it is not one of ours. */
function readParts(cursor: string): { mark: string; place: Place } | null {
  if (!/^[\w-]{1,400}$/.test(cursor)) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(parts) || parts.length !== 4) return null;
    const [mark, tableId, part, row]: unknown[] = parts;
    if (typeof mark !== 'string' || typeof tableId !== 'string') return null;
    if (typeof part !== 'number' || typeof row !== 'number') return null;
    const whole = Number.isSafeInteger(part) && Number.isSafeInteger(row) && part >= 0 && row >= 0;
    return whole ? { mark, place: { tableId, part, row } } : null;
  } catch {
    return null;
  }
}

/** What is wrong with the cursor of a query, as far as it can be told without the table. */
export function cursorFault(query: RowQuery): FieldFault | null {
  if (query.cursor === null) return null;
  if (query.page !== 1) return badCursor('with-page');
  if (query.cursor === '') return null;
  const parts = readParts(query.cursor);
  if (parts === null) return badCursor('damaged');
  return parts.mark === questionMark(query) ? null : badCursor('other-question');
}

/** The place after which the rows are asked for; null from the beginning. The query has been parsed, so the cursor can be read. */
export function placeOf(query: RowQuery): Place | null {
  return query.cursor === null || query.cursor === '' ? null : (readParts(query.cursor)?.place ?? null);
}
