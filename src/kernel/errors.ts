import type { Text } from './text.ts';

/**
 * What can go wrong with a person's request, by kind. A kind decides the HTTP status and the tone of the page;
 * the text says what happened, where, and what to do. Faults of data are findings (finding.ts), never exceptions.
 */
export type ErrorKind =
  | 'invalid' // 400: the request cannot be understood
  | 'signed-out' // 401: sign in first
  | 'forbidden' // 403: this person may not
  | 'not-found' // 404
  | 'conflict' // 409: somebody changed it meanwhile, or the state does not allow it
  | 'gone' // 410: withdrawn, a tombstone says why
  | 'too-large' // 413: file or answer over the limit
  | 'busy' // 503: try again in a moment
  | 'internal'; // 500: our fault

export const HTTP_STATUS: Record<ErrorKind, 400 | 401 | 403 | 404 | 409 | 410 | 413 | 500 | 503> = {
  invalid: 400,
  'signed-out': 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-large': 413,
  busy: 503,
  internal: 500,
};

/** One faulty field of a form or of a query: which, and what to do about it. */
export interface FieldFault {
  readonly field: string;
  readonly text: Text;
}

/** A fault of one field in two languages. */
export const fieldFault = (field: string, uk: string, en: string): FieldFault => ({ field, text: { uk, en } });

/** A refusal told to a person. `code` is stable and documented; `fields` lets a form show each fault in its place. */
export class RequestError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly text: Text;
  readonly fields: readonly FieldFault[];

  constructor(kind: ErrorKind, code: string, text: Text, fields: readonly FieldFault[] = []) {
    super(`${code}: ${text.en}`);
    this.name = 'RequestError';
    this.kind = kind;
    this.code = code;
    this.text = text;
    this.fields = fields;
  }
}

/** Refuses a form with the faults of its fields; does nothing where there are none. */
export function refuseFaults(faults: readonly FieldFault[]): void {
  if (faults.length === 0) return;
  const text = { uk: 'Не збережено: виправте позначені поля.', en: 'Nothing was saved: mend the marked fields.' };
  throw new RequestError('invalid', 'faulty-fields', text, faults);
}

/** A form refused for one field, in the words of its fault. */
export function faultyField(field: string, text: Text): RequestError {
  return new RequestError('invalid', 'faulty-fields', text, [{ field, text }]);
}

/** True for refusals; anything else that is thrown is our fault and is shown as `internal` with the request's id. */
export function isRequestError(error: unknown): error is RequestError {
  return error instanceof RequestError;
}
