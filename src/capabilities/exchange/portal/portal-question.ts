/** The portal asked where nothing else is said. */
export const USUAL_PORTAL = 'https://data.gov.ua';

/** What is looked for on a portal. */
export type Wanted =
  | { readonly kind: 'edrpou'; readonly code: string }
  | { readonly kind: 'name'; readonly words: string }
  /** By its id or its name in addresses. */
  | { readonly kind: 'organization'; readonly key: string }
  | { readonly kind: 'dataset'; readonly key: string }
  | { readonly kind: 'whole' };

/** Where to ask for what. */
export interface PortalQuestion {
  /** Scheme, host and path below which `/api/3/action` is; no slash at the end. */
  readonly portal: string;
  readonly wanted: Wanted;
}

const PAGES = /^(.*?)\/(?:[a-z]{2}\/)?(organization|dataset|group|api|about)(?:\/([^/]+))?(?:\/.*)?$/;

/** The address of a portal without what stands behind it; null for what is none. */
export function portalOf(address: string): string | null {
  const text = /^[a-z]+:\/\//i.test(address.trim()) ? address.trim() : `https://${address.trim()}`;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.hostname === '') return null;
  const path = PAGES.exec(url.pathname)?.[1] ?? url.pathname;
  return `${url.origin}${path.replace(/\/+$/, '')}`;
}

/** Host of a portal, as origins name it. */
export function hostOfPortal(portal: string): string {
  return new URL(portal).host.toLowerCase();
}

/**
 * What a person meant: a ЄДРПОУ, an address of a portal or of a page on it, or a name of an organization.
 * @param portal where to look, when the question is no address; null for what is no address of a portal
 */
export function questionOf(typed: string, portal: string): PortalQuestion | null {
  const text = typed.trim().replace(/\s+/g, ' ');
  const named = portalOf(portal.trim() || USUAL_PORTAL);
  if (/^\d{8}$/.test(text)) return named === null ? null : { portal: named, wanted: { kind: 'edrpou', code: text } };
  const isAddress = /^https?:\/\//i.test(text) || /^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?(\/\S*)?$/i.test(text);
  if (!isAddress) {
    return text === '' || named === null ? null : { portal: named, wanted: { kind: 'name', words: text } };
  }
  const base = portalOf(text);
  if (!base) return null;
  const [, , page, key] = PAGES.exec(new URL(/:\/\//.test(text) ? text : `https://${text}`).pathname) ?? [];
  if (key !== undefined && (page === 'organization' || page === 'dataset')) {
    return { portal: base, wanted: { kind: page, key: decoded(key) } };
  }
  return { portal: base, wanted: { kind: 'whole' } };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
