import type { Context as HonoContext } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';

/** A page as the text sent to the browser. */
export function pageText(page: VNode): string {
  return `<!doctype html>${render(page)}`;
}

/** Answers a request with a page. */
export function renderPage(c: HonoContext, page: VNode, status: ContentfulStatusCode = 200): Response {
  return c.html(pageText(page), status);
}
