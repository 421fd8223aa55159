import { foldSpaces } from '../../../language/folding.ts';
import type { ResourceKind } from '../../catalog/index.ts';
import { formatOf, kindOfName } from '../../ingest/index.ts';
import type { RemoteFile } from '../portal/remote-dataset.ts';

/** A resource to be made of a file of another portal. */
export interface CarriedFile {
  readonly kind: ResourceKind;
  readonly title: string;
  /** Links only: what stays elsewhere. */
  readonly url: string | null;
  /** A name whose ending says what the file is. */
  readonly fileName: string;
}

/** What people write beside a file: `.сsv` with a Cyrillic letter, `xls xlsx`, `CSV`. The first of them, in Latin lower case. */
function extensionSaid(format: string): string {
  const first =
    format
      .trim()
      .replace(/^[.\s]+/, '')
      .split(/[\s,;/|]+/)[0] ?? '';
  const read = formatOf(`x.${first}`).toLowerCase();
  return read === 'xlxs' ? 'xlsx' : read;
}

function lastOf(address: string): string {
  try {
    return decodeURIComponent(new URL(address).pathname.split('/').at(-1) ?? '');
  } catch {
    return '';
  }
}

/** Addresses that answer questions and are no files. */
const SERVICE = /^(api|wms|wfs|wmts|rest|esri rest|soap|graphql|url|www|link)$/i;

/** What becomes of a file of another portal: a table, a document, an archive, a map, or a link to what stays elsewhere. A pure decision. */
export function carriedFile(file: RemoteFile, dataset: string): CarriedFile {
  const inAddress = lastOf(file.url);
  const said = extensionSaid(file.format);
  const base = (inAddress.replace(/\.[\p{L}\p{N}]{1,10}$/u, '') || 'dani').slice(0, 150);
  const byAddress = kindOfName(inAddress);
  const bySaid = said === '' ? null : kindOfName(`x.${said}`);
  const title =
    foldSpaces(file.title || dataset)
      .trim()
      .slice(0, 254) || 'dani';
  if (byAddress) return { kind: byAddress, title, url: null, fileName: inAddress };
  if (bySaid) return { kind: bySaid, title, url: null, fileName: `${base}.${said}` };
  const service = SERVICE.test(file.format.trim()) || (said === '' && !/\.[\p{L}\p{N}]{1,10}$/u.test(inAddress));
  const isOutside =
    /^https?:$/.test(URL.parse(file.url)?.protocol ?? '') && URL.parse(file.url)?.hostname.includes('.');
  if (!file.uploaded && service && isOutside) return { kind: 'link', title, url: file.url, fileName: '' };
  const ending = said || formatOf(inAddress).toLowerCase();
  return {
    kind: ending === '' ? 'table' : 'document',
    title,
    url: null,
    fileName: ending === '' ? base : `${base}.${ending}`,
  };
}
