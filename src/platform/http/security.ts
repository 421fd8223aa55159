/** Headers of every answer. Nothing from another host is loaded, nothing inline is run, nobody frames our pages. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    // our own frames on the page that shows how they look
    "frame-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "manifest-src 'self'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
};

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** True for methods that change nothing. */
export function isSafe(method: string): boolean {
  return SAFE_METHODS.has(method);
}

/** True for what may stand in the Host header: our own addresses are made of it where no setting names the site. */
export function isHost(host: string): boolean {
  return host.length <= 255 && /^([\p{L}\p{N}._-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/iu.test(host);
}

/**
 * True when a request that changes something comes from our own pages, or from a program that carries no session. Browsers say
 * where a request comes from by Sec-Fetch-Site, older ones by Origin; a request with a cookie that says neither is refused.
 */
export function comesFromUs(headers: Headers, origin: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site) return site === 'same-origin' || site === 'none';
  const from = headers.get('origin');
  if (from) return URL.canParse(from) && new URL(from).host === new URL(origin).host;
  return !headers.has('cookie');
}
