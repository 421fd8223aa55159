import { slugify } from '../../language/transliterate.ts';

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  geojson: 'application/geo+json',
  parquet: 'application/vnd.apache.parquet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odt: 'application/vnd.oasis.opendocument.text',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  rtf: 'application/rtf',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  zip: 'application/zip',
};

function extensionOf(fileName: string): string {
  return /\.([A-Za-z0-9]{1,10})$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
}

/** Media type by the name's extension. HTML is not listed: a file of ours is never shown as a page. */
export function contentTypeOf(fileName: string): string {
  return TYPES[extensionOf(fileName)] ?? 'application/octet-stream';
}

/**
 * `Content-Disposition` for a file to keep: the name in Latin letters for old programs, the real one by RFC 8187 for the others
 * (RFC 6266).
 */
export function attachment(fileName: string): string {
  const extension = extensionOf(fileName);
  const stem = extension === '' ? fileName : fileName.slice(0, -extension.length - 1);
  const plain = `${slugify(stem, 100) || 'file'}${extension === '' ? '' : `.${extension}`}`;
  const encoded = encodeURIComponent(fileName.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** Names of files end at 255 bytes in most file systems; a Ukrainian letter takes two. */
const MOST_BYTES = 240;

/**
 * A title as a file name: without what file systems refuse or hide (a dot at the beginning, names of devices are none with a title before
 * them), and short enough together with its ending.
 */
export function fileNameOf(title: string, ending: string): string {
  const clean = title
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|\s+$/g, '');
  const room = MOST_BYTES - Buffer.byteLength(ending);
  let stem = '';
  for (const character of clean) {
    if (Buffer.byteLength(stem + character) > room) break;
    stem += character;
  }
  return `${stem.trim() || 'dataset'}${ending}`;
}
