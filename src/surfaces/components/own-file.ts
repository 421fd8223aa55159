/**
 * A file for whoever asked: saved under its name, kept by no browser or proxy.
 * @param name in Latin letters, digits, dots and dashes
 */
export function ownFile(body: BodyInit, type: string, name: string): Response {
  const headers = {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'private, no-store',
  };
  return new Response(body, { headers });
}
