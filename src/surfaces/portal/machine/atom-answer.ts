import type { Context as HonoContext } from 'hono';

/** A feed as an answer that may be kept for a while. */
export function atomAnswer(c: HonoContext, feed: string): Response {
  return c.body(feed, 200, {
    'content-type': 'application/atom+xml; charset=utf-8',
    'cache-control': 'public, max-age=300',
  });
}
