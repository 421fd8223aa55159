import { HTTP_STATUS, isRequestError, RequestError } from '../kernel/errors.ts';
import { isSafe } from '../platform/http/security.ts';
import { diskFull, isDiskFull } from '../platform/objects/disk-full.ts';
import { ErrorPage } from '../surfaces/components/error-page.tsx';
import { pageText } from '../surfaces/components/render.tsx';
import type { Visit } from '../surfaces/components/visit.ts';
import { problemOf } from '../surfaces/write-api/index.ts';

/** What node-postgres and PostgreSQL say when the server is away or coming back. */
const AWAY =
  /ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|57P0\d|08\d{3}|Connection terminated|timeout exceeded when trying to connect/;

/** PostgreSQL keeps no text with a zero byte in it, as bytes or escaped in JSON; it comes of a broken copy, never of a keyboard. */
const NO_SUCH_LETTER = ['22021', '22P05'];

function unreadable(): RequestError {
  return new RequestError('invalid', 'unreadable-text', {
    uk: 'У тексті є знак, який неможливо зберегти. Поверніться назад і наберіть цей текст заново.',
    en: 'There is a character in the text that cannot be kept. Go back and type the text anew.',
  });
}

/** Faults that pass by themselves are told as such. */
export function asRefusal(error: unknown): unknown {
  if (isRequestError(error) || !(error instanceof Error)) return error;
  if (isDiskFull(error)) return diskFull();
  const { code = '', syscall } = error as NodeJS.ErrnoException;
  if (NO_SUCH_LETTER.includes(code)) return unreadable();
  const fromDatabase = syscall === 'connect' || /^[0-9A-Z]{5}$/.test(code) || /connect/i.test(error.message);
  if (!fromDatabase || !AWAY.test(`${code} ${error.message}`)) return error;
  return new RequestError('busy', 'database-away', {
    uk: 'База даних саме перезапускається. Оновіть сторінку за кілька секунд.',
    en: 'The database is being restarted. Reload the page in a few seconds.',
  });
}

/** Body of a refusal for programs. Our own faults tell no more than the request's number. */
function errorJson(error: unknown, requestId: string): object {
  if (isRequestError(error)) {
    const { code, text, fields } = error;
    return {
      error: { code, message: text, fields: fields.map((fault) => ({ field: fault.field, message: fault.text })) },
    };
  }
  const message = {
    uk: `Сталася помилка на нашому боці. Номер запиту: ${requestId}.`,
    en: `Something went wrong on our side. Request number: ${requestId}.`,
  };
  return { error: { code: 'internal', message, fields: [] } };
}

/** True for addresses that programs ask. */
export function isForPrograms(path: string): boolean {
  return path === '/api' || path.startsWith('/api/');
}

/** The write API refuses by RFC 9457; those who only read know the older form. */
function answersProblems({ ctx, method = 'GET' }: Visit): boolean {
  return ctx.actor.kind === 'token' || !isSafe(method);
}

/** The answer to a request that failed: a page for people, JSON for programs. */
export function errorAnswer(visit: Visit, error: unknown, status?: number): Response {
  const kind = isRequestError(error) ? error.kind : 'internal';
  const headers = new Headers({ 'cache-control': 'no-store', 'x-request-id': visit.requestId });
  if (kind === 'busy') headers.set('retry-after', '5');
  const init = { status: status ?? HTTP_STATUS[kind], headers };
  if (kind === 'signed-out') headers.set('www-authenticate', 'Bearer realm="vidkryto"');
  if (isForPrograms(visit.path) && answersProblems(visit)) {
    headers.set('content-type', 'application/problem+json; charset=utf-8');
    return new Response(JSON.stringify(problemOf(error, visit.requestId, init.status)), init);
  }
  if (isForPrograms(visit.path)) return Response.json(errorJson(error, visit.requestId), init);
  headers.set('content-type', 'text/html; charset=utf-8');
  return new Response(pageText(<ErrorPage visit={visit} error={error} />), init);
}
