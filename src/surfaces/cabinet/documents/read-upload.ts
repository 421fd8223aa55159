import type { GivenFile } from '../../../capabilities/documents/index.ts';
import { RequestError } from '../../../kernel/errors.ts';
import { LARGEST_DOCUMENT } from '../../../platform/documents/index.ts';
import { limitBody } from '../../../platform/http/limit-body.ts';
import type { PageContext, Posted } from '../accounts/posted-form.ts';

/** Bytes of the form around the file. */
const AROUND = 64 * 1024;

/** A form with one file under this name; null where none was chosen. Throws `too-large`. */
export async function readUpload(c: PageContext, name = 'file'): Promise<{ values: Posted; file: GivenFile | null }> {
  c.req.raw = await limitBody(c.req.raw, LARGEST_DOCUMENT + AROUND, tooLarge);
  const body = await c.req.parseBody();
  const file = body[name];
  const typed = Object.entries(body).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  const given = file instanceof File && file.size > 0 ? file : null;
  return {
    values: Object.fromEntries(typed),
    file: given ? { name: given.name, bytes: new Uint8Array(await given.arrayBuffer()) } : null,
  };
}

function tooLarge(): RequestError {
  return new RequestError('too-large', 'document-large', {
    uk: 'Файл завеликий: до 10 МБ. Вилучіть із нього великі малюнки й збережіть ще раз.',
    en: 'The file is too large: up to 10 MB. Take large pictures out of it and save it again.',
  });
}

/** Asked where a file is needed and none was chosen. */
export function noFile(): RequestError {
  const text = { uk: 'Оберіть файл DOCX на своєму комп’ютері.', en: 'Choose a DOCX file on your computer.' };
  return new RequestError('invalid', 'form-invalid', text, [{ field: 'file', text }]);
}
