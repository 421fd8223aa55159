import type { Context as HonoContext, MiddlewareHandler } from 'hono';
import type { VNode } from 'preact';
import { HTTP_STATUS, isRequestError, RequestError } from '../../../kernel/errors.ts';
import { limitBody } from '../../../platform/http/limit-body.ts';
import { faultOf, href, renderPage, type SurfaceEnv, type Visit } from '../../components/index.ts';

export type PageContext = HonoContext<SurfaceEnv>;

/** What was typed, by field name; a field that was not sent is empty. */
export type Posted = Readonly<Record<string, string>>;

/** A form as it is shown: what stands in it, and why it was refused, if it was. */
export interface FormState {
  readonly values: Posted;
  readonly error: RequestError | null;
}

export const EMPTY_FORM: FormState = { values: {}, error: null };

/** Bytes. */
const FORM_LIMIT = 64 * 1024;

/** Our forms are a few lines of text; anything longer is not one of them. */
export const smallForms: MiddlewareHandler<SurfaceEnv> = async (c, next) => {
  c.req.raw = await limitBody(c.req.raw, FORM_LIMIT, formTooLarge);
  return await next();
};

function formTooLarge(): RequestError {
  return new RequestError('too-large', 'form-too-large', {
    uk: 'У формі забагато тексту. Скоротіть написане.',
    en: 'There is too much text in the form. Make it shorter.',
  });
}

/** Reads a posted form. Files have no place in these forms and are passed over. */
export async function readForm(c: PageContext): Promise<Posted> {
  const body = await c.req.parseBody();
  const typed = Object.entries(body).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return Object.fromEntries(typed);
}

/**
 * What a field of a form needs to be shown again: its name, what was typed in it and what is wrong with it. Browsers do not fill it by themselves.
 * @returns takes the field's name, and what stands in it before anything is typed
 */
export function fieldsOf({ language }: Visit, { values, error }: FormState) {
  return (name: string, value = '') => ({
    name,
    value: values[name] ?? value,
    error: faultOf(error?.fields ?? [], name, language),
    autocomplete: 'off',
  });
}

/** Everything posted under a name, for ticks of which several may be set. */
export type PostedLists = Readonly<Record<string, readonly string[]>>;

/** The same with every value of each name. */
export async function readLists(c: PageContext): Promise<{ values: Posted; lists: PostedLists }> {
  const body = await c.req.parseBody({ all: true });
  const lists = Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      [value].flat().filter((one): one is string => typeof one === 'string'),
    ]),
  );
  const values = Object.fromEntries(Object.entries(lists).map(([name, all]) => [name, all.at(-1) ?? '']));
  return { values, lists };
}

/** What came of a deed: its answer, or a refusal that the form can show in its place. */
export type Outcome<T> =
  | { readonly done: true; readonly value: T }
  | { readonly done: false; readonly error: RequestError };

/** Does the deed. Refusals that are not about the form (sign in first, no right, no such thing) go on to the error page. */
export async function attempt<T>(deed: Promise<T>): Promise<Outcome<T>> {
  try {
    return { done: true, value: await deed };
  } catch (error) {
    const ofForm = isRequestError(error) && !['signed-out', 'not-found', 'internal'].includes(error.kind);
    if (ofForm && error.code !== 'not-permitted') return { done: false, error };
    throw error;
  }
}

/** Shows a page of a person's own: never kept by browsers or proxies. After a refusal with the status of its kind. */
export function show(c: PageContext, page: VNode, error: RequestError | null = null): Response {
  c.header('cache-control', 'no-store');
  return renderPage(c, page, error === null ? 200 : HTTP_STATUS[error.kind]);
}

/** Goes on to another page after a deed. */
export function goTo(c: PageContext, path: string): Response {
  c.header('cache-control', 'no-store');
  return c.redirect(href(c.get('visit'), path), 303);
}

/** The client's network address as the app knows it; the limit of tries counts by it. */
export function addressOf(c: PageContext): string {
  return c.get('visit').address ?? 'unknown';
}

/** Where a request comes from, as far as signing in cares. */
export function clientOf(c: PageContext): { userAgent: string; address: string; secure: boolean } {
  return { userAgent: c.req.header('user-agent') ?? '', address: addressOf(c), secure: isSecure(c.get('visit')) };
}

/** @param cookies whole Set-Cookie values */
export function setCookies(c: PageContext, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true });
}

/** True when people reach us by https. */
export function isSecure(visit: Visit): boolean {
  return visit.origin.startsWith('https:');
}

/** Sends visitors to sign in, and back here afterwards. */
export const signedInOnly: MiddlewareHandler<SurfaceEnv> = async (c, next) => {
  const visit = c.get('visit');
  if (visit.person !== null) return await next();
  const here = c.req.method === 'GET' ? visit.path : '/cabinet';
  return goTo(c, `/sign-in?next=${encodeURIComponent(here)}`);
};

/** Where to go after signing in: a page of this site, or the desk. */
export function nextPath(wanted: string | null | undefined): string {
  return wanted !== null && wanted !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(wanted) ? wanted : '/cabinet';
}
