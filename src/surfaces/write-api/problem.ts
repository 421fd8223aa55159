import { z } from '@hono/zod-openapi';
import { HTTP_STATUS, isRequestError, type RequestError } from '../../kernel/errors.ts';

const Text = z.object({ uk: z.string(), en: z.string() });

/** A refusal by RFC 9457 (application/problem+json), with our own members beside. */
export const Problem = z
  .object({
    type: z.string().describe('`about:blank`: the members say all'),
    title: z.string().describe('What happened, in English'),
    status: z.number().int(),
    detail: z.string().describe('What happened and what to do, in Ukrainian'),
    code: z.string().describe('Stable code'),
    message: Text,
    fields: z
      .array(z.object({ field: z.string(), message: Text }))
      .describe('Faults in their places: a field of the passport, or `rows[3].сума` for a cell'),
    requestId: z.string(),
  })
  .openapi('Problem');

/** RFC 9457: no page of its own, the members say all. */
const CODES = 'about:blank';

/** A refusal as a problem; faults of ours tell no more than the request's number. */
export function problemOf(error: unknown, requestId: string, status?: number): z.infer<typeof Problem> {
  if (isRequestError(error)) return told(error, requestId, status ?? HTTP_STATUS[error.kind]);
  const uk = `Сталася помилка на нашому боці. Номер запиту: ${requestId}.`;
  const en = `Something went wrong on our side. Request number: ${requestId}.`;
  const message = { uk, en };
  return { type: CODES, title: en, status: 500, detail: uk, code: 'internal', message, fields: [], requestId };
}

function told(error: RequestError, requestId: string, status: number): z.infer<typeof Problem> {
  const { code, text, fields } = error;
  const places = fields.map((fault) => ({ field: fault.field, message: fault.text }));
  return { type: CODES, title: text.en, status, detail: text.uk, code, message: text, fields: places, requestId };
}
