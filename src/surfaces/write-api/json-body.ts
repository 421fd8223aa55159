import type { Context as HonoContext } from 'hono';
import type { z } from 'zod';
import { RequestError } from '../../kernel/errors.ts';
import type { SurfaceEnv } from '../components/visit.ts';

/** The JSON of a request by its schema. Throws `invalid` with the faulty fields. */
export async function jsonOf<T extends z.ZodType>(c: HonoContext<SurfaceEnv>, schema: T): Promise<z.output<T>> {
  const body: unknown = await c.req.json().catch(() => {
    throw new RequestError('invalid', 'bad-json', {
      uk: 'Тіло запиту не є JSON. Перевірте лапки й коми та додайте Content-Type: application/json.',
      en: 'The body of the request is not JSON. Check quotes and commas and add Content-Type: application/json.',
    });
  });
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw badBody(parsed.error);
}

/** What a schema refuses, each fault at its field. */
export function badBody(error: z.ZodError): RequestError {
  const fields = error.issues.map((issue) => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : null;
    const field = unknown ?? issue.path.join('.');
    const text =
      unknown === null
        ? { uk: `Значення не підходить: ${issue.message}.`, en: `The value does not fit: ${issue.message}.` }
        : { uk: 'Такого поля немає. Перевірте назву.', en: 'There is no such field. Check its name.' };
    return { field, text };
  });
  const text = {
    uk: 'Запит зрозуміло не повністю: перелік полів із поясненнями — у fields.',
    en: 'The request is not fully understood: the fields with explanations are in `fields`.',
  };
  return new RequestError('invalid', 'bad-request', text, fields);
}
