import type { Hono } from 'hono';
import type { WebEnv } from './web-env.ts';

const ASKED = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
/** What any page may be asked with; everything else is refused before it is looked at. */
export const KNOWN_METHODS: ReadonlySet<string> = new Set([...ASKED, 'HEAD', 'OPTIONS']);

/** The methods an address answers, for the header `Allow`; empty where there is nothing at it. */
export function allowedMethods(app: Hono<WebEnv>, path: string): string[] {
  const answers = (method: string) => app.router.match(method, path)[0].some(([[, route]]) => route.method === method);
  const found = ASKED.filter(answers);
  if (found.length === 0) return [];
  return [...found.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])), 'OPTIONS'];
}

/**
 * Where a form of the cabinet that was refused leads when its own address is read (the other language, the address bar): the
 * nearest page above it. Null where there is no such form or no page.
 */
export function pageOfForm(app: Hono<WebEnv>, path: string): string | null {
  if (!path.startsWith('/cabinet/') || !allowedMethods(app, path).includes('POST')) return null;
  for (let above = path; above !== '/cabinet'; ) {
    above = above.slice(0, above.lastIndexOf('/'));
    if (allowedMethods(app, above).includes('GET')) return above;
  }
  return null;
}

/** The same address without slashes at its end; null where it has none, or could be read as the address of another site. */
export function withoutSlash(request: Request): string | null {
  const { pathname, search } = new URL(request.url);
  if (!/[^/]\/+$/.test(pathname) || /^\/[/\\]/.test(pathname)) return null;
  return `${pathname.replace(/\/+$/, '')}${search}`;
}
