import type { PageContext } from '../accounts/posted-form.ts';

/** A file to save; its own name in RFC 8187 beside a plain one for old programs. Never opened in place: it may be a scan somebody gave. */
export function sendFile(
  c: PageContext,
  file: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array },
): Response {
  const ending = /\.[a-z0-9]{1,5}$/iu.exec(file.name)?.[0] ?? '';
  const name = encodeURIComponent(file.name).replaceAll(/['()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return c.body(new Uint8Array(file.bytes), 200, {
    'content-type': file.mediaType,
    'content-disposition': `attachment; filename="document${ending}"; filename*=UTF-8''${name}`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  });
}
