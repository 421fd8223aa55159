import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';
import type { Finding } from '../../kernel/finding.ts';
import { headOf } from './file-head.ts';
import { extensionOf } from './file-kind-rules.ts';
import { fileFinding } from './reading-rules.ts';

/** PDFs over this are searched for text in their first part only, bytes. */
const PDF_LOOK = 64 * 1024 * 1024;
/** Inflated bytes looked through before we give a PDF the benefit of the doubt. */
const INFLATE_LIMIT = 64 * 1024 * 1024;

/**
 * Looks into a file that is kept as it is: a PDF of scanned pages gets an advice, an encrypted one or a broken archive an error.
 * Nothing from an archive is unpacked.
 */
export async function inspectDocument(path: string, fileName: string): Promise<Finding[]> {
  const extension = extensionOf(fileName);
  if (extension === 'pdf') return inspectPdf(path);
  if (extension === 'docx') return holdsPart(path, 'word/', NOT_DOCX);
  if (extension === 'odt') return holdsPart(path, 'opendocument.text', NOT_ODT);
  if (extension === 'geojson') return inspectGeoJson(path);
  return [];
}

async function inspectPdf(path: string): Promise<Finding[]> {
  const { size } = await stat(path);
  const bytes = await headOf(path, Math.min(size, PDF_LOOK));
  const plain = bytes.toString('latin1');
  if (/\/Encrypt\s+\d+\s+\d+\s+R/.test(plain)) return [PDF_LOCKED];
  return plain.includes('/Font') || compressedPartsHold(bytes, plain, '/Font') || size > PDF_LOOK ? [] : [PDF_SCAN];
}

/** Newer PDFs keep their objects in deflated streams: those are inflated one by one and searched. */
function compressedPartsHold(bytes: Buffer, plain: string, word: string): boolean {
  let inflated = 0;
  for (const match of plain.matchAll(/\/ObjStm[\s\S]{0,400}?stream\r?\n/g)) {
    const start = match.index + match[0].length;
    const end = plain.indexOf('endstream', start);
    if (end < 0 || inflated > INFLATE_LIMIT) break;
    try {
      const part = inflateSync(bytes.subarray(start, end), { maxOutputLength: 16 * 1024 * 1024 });
      inflated += part.length;
      if (part.includes(word)) return true;
    } catch {
      return true; // another filter, or larger than we look: no ground to call it a scan
    }
  }
  return false;
}

/** The names of a zip's parts stand in it as they are, so a look through the bytes is enough. */
async function holdsPart(path: string, part: string, otherwise: Finding): Promise<Finding[]> {
  let tail = '';
  for await (const chunk of createReadStream(path, { encoding: 'latin1' })) {
    const text = tail + String(chunk);
    if (text.includes(part)) return [];
    tail = text.slice(-part.length);
  }
  return [otherwise];
}

async function inspectGeoJson(path: string): Promise<Finding[]> {
  const head = (await headOf(path)).toString('utf8');
  return /"(FeatureCollection|Feature|Point|LineString|Polygon|Multi\w+|GeometryCollection)"/.test(head)
    ? []
    : [NOT_GEOJSON];
}

const PDF_SCAN = fileFinding('pdf-scan', 'advice', {
  uk: 'У цьому PDF немає тексту: схоже, це скан сторінок. Його не знайде пошук і не прочитає незряча людина. Якщо є файл, з якого друкували (DOCX), додайте його замість скану.',
  en: 'This PDF has no text: it looks like scanned pages. Search will not find it and a blind person cannot read it. If you have the file it was printed from (DOCX), add that instead.',
});
const PDF_LOCKED = fileFinding('pdf-locked', 'error', {
  uk: 'PDF захищено паролем, тож люди не зможуть його прочитати. Збережіть його без пароля і завантажте ще раз.',
  en: 'The PDF is protected by a password, so people could not read it. Save it without a password and upload it again.',
});
const NOT_DOCX = fileFinding('content-not-as-named', 'error', {
  uk: 'Файл названо DOCX, але тексту Word усередині немає. Відкрийте його у Word, збережіть як DOCX і завантажте ще раз.',
  en: 'The file is named DOCX but holds no Word text. Open it in Word, save it as DOCX and upload it again.',
});
const NOT_ODT = fileFinding('content-not-as-named', 'error', {
  uk: 'Файл названо ODT, але текстового документа всередині немає. Відкрийте його у LibreOffice, збережіть як ODT і завантажте ще раз.',
  en: 'The file is named ODT but holds no text document. Open it in LibreOffice, save it as ODT and upload it again.',
});
const NOT_GEOJSON = fileFinding('content-not-as-named', 'error', {
  uk: 'Файл названо GeoJSON, але місць на карті в ньому не видно. Збережіть карту як GeoJSON (FeatureCollection) і завантажте ще раз.',
  en: 'The file is named GeoJSON but no places on a map are seen in it. Save the map as GeoJSON (FeatureCollection) and upload it again.',
});
