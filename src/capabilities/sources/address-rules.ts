import { faultOfUrl } from '../../platform/http/outside-address.ts';
import type { SftpPlace } from '../../platform/sftp/sftp.ts';
import type { SourceKind } from './source.ts';

const SHEET = /^\/spreadsheets\/(?:u\/\d+\/)?d\/(e\/)?([A-Za-z0-9_-]{10,200})(?:\/|$)/;

/**
 * The address a sheet of Google gives its CSV at, from any link people copy: of the editor, of the preview, of a sheet published to the web. The
 * tab of the link is kept. Null for what is no such link.
 */
export function sheetExportAddress(link: string): string | null {
  const url = URL.canParse(link.trim()) ? new URL(link.trim()) : null;
  const parts = url?.hostname === 'docs.google.com' ? SHEET.exec(url.pathname) : null;
  if (!url || !parts) return null;
  const [, published, id] = parts;
  const gid =
    /(?:^|[#&?])gid=(\d{1,12})/.exec(url.hash)?.[1] ?? /^\d{1,12}$/.exec(url.searchParams.get('gid') ?? '')?.[0];
  const base = `https://docs.google.com/spreadsheets/d/${published ?? ''}${id}`;
  if (published) return `${base}/pub?output=csv${gid === undefined ? '' : `&gid=${gid}&single=true`}`;
  return `${base}/export?format=csv${gid === undefined ? '' : `&gid=${gid}`}`;
}

/** What an `sftp://host:port/path` says; null for what is none. A user in it is refused: names have a field of their own. */
export function sftpPlaceOf(address: string): (SftpPlace & { readonly path: string }) | null {
  const url = URL.canParse(address.trim()) ? new URL(address.trim()) : null;
  if (url?.protocol !== 'sftp:' || url.hostname === '' || url.username !== '' || url.password !== '') return null;
  try {
    const path = decodeURIComponent(url.pathname);
    if (path.length < 2 || path.endsWith('/') || path.includes('\0')) return null;
    return { host: url.hostname.replace(/^\[|\]$/g, ''), port: url.port === '' ? 22 : Number(url.port), path };
  } catch {
    return null;
  }
}

/** The host an address leads to, lower case: what an administrator may trust. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^\[|\]$/g, '').toLowerCase() : '';
}

export type AddressFault = 'not-web' | 'not-sheet' | 'not-sftp' | 'credentials' | 'inside';

/** What is wrong with an address by its looks; null when it may be tried. Where its name leads is seen each time it is asked. */
export function addressFault(kind: SourceKind, address: string, trusted: readonly string[]): AddressFault | null {
  if (kind === 'sheet') return sheetExportAddress(address) === null ? 'not-sheet' : null;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url && (url.username !== '' || url.password !== '')) return 'credentials';
  if (kind === 'sftp') {
    const place = sftpPlaceOf(address);
    if (place === null) return 'not-sftp';
    const asWeb = new URL(`http://${place.host.includes(':') ? `[${place.host}]` : place.host}/`);
    return faultOfUrl(asWeb) === 'inside' && !trusted.includes(place.host.toLowerCase()) ? 'inside' : null;
  }
  if (!url || !['http:', 'https:'].includes(url.protocol)) return 'not-web';
  return faultOfUrl(url) === 'inside' && !trusted.includes(hostOf(address)) ? 'inside' : null;
}

/** A name for the file that came, with an extension that says what it is. */
export function fileNameOf(facts: { given: string | null; address: string; contentType: string }): string {
  const path = URL.canParse(facts.address) ? new URL(facts.address).pathname : '';
  const candidates = [facts.given ?? '', lastOf(path)].map((name) => name.replace(/[\\/]/g, ' ').trim());
  const named = candidates.find(
    (name) => /\.[A-Za-z0-9]{2,7}$/.test(name) && !/\.(php|aspx?|jsp|cgi|ashx)$/i.test(name),
  );
  if (named) return named;
  const base = (candidates.find((name) => name !== '') ?? 'data').replace(/\.[A-Za-z0-9]{2,7}$/, '') || 'data';
  return `${base}.${extensionOf(facts.contentType)}`;
}

function lastOf(path: string): string {
  try {
    return decodeURIComponent(path.split('/').at(-1) ?? '');
  } catch {
    return '';
  }
}

const EXTENSIONS: readonly (readonly [RegExp, string])[] = [
  [/spreadsheetml/i, 'xlsx'],
  [/geo\+json/i, 'geojson'],
  [/json/i, 'json'],
  [/tab-separated/i, 'tsv'],
  [/pdf/i, 'pdf'],
  [/zip/i, 'zip'],
  [/html/i, 'html'],
];

function extensionOf(contentType: string): string {
  return EXTENSIONS.find(([type]) => type.test(contentType))?.[1] ?? 'csv';
}

/** The address without its query, where a key often stands. */
export function withoutQuery(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  return url.search === '' ? address : `${url.href.slice(0, url.href.length - url.search.length - url.hash.length)}?…`;
}
