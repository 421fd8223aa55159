import { nameOfActor } from '../../../kernel/actor.ts';
import { type Day, dayOf, isDay } from '../../../kernel/dates.ts';
import type { FieldFault } from '../../../kernel/errors.ts';
import { type AttachedKind, attachedKind, JPEG, PDF, PNG } from '../../../kernel/first-bytes.ts';
import { newId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { DOCX_TYPE, LARGEST_DOCUMENT, openPackage } from '../../../platform/documents/index.ts';
import { permit } from '../../accounts/index.ts';
import { record } from '../../history/index.ts';
import { keepFile, tidyFileName } from '../file-bytes.ts';
import { alreadySigned, badFile, badSigning, noDocument } from '../refusals.ts';
import { subjectOf } from './make-document.ts';
import type { DocumentFile, FileKind, MadeDocument } from './paper.ts';
import { insertFile, markSigned, selectDocument, touchDocument } from './paper-store.ts';

/** A file people give back. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Kinds of signed files: a scan, a PDF, a DOCX, a file of an electronic signature (CMS in DER). */
const KINDS: readonly AttachedKind[] = [
  PDF,
  { kind: 'zip', mediaType: DOCX_TYPE, endings: ['docx'] },
  { kind: 'signature', mediaType: 'application/pkcs7-mime', endings: ['p7s', 'p7m'] },
  JPEG,
  PNG,
];

/** Adds a file edited in Word beside the made one. Throws `not-found`, `forbidden`, `conflict` (signed), `invalid`. */
export function addEditedFile(ctx: Context, id: string, given: GivenFile): Promise<void> {
  return transaction(ctx, async (inner) => {
    const document = await changeable(inner, id);
    openPackage(given.bytes); // refuses what is no document, and macros
    await keep(inner, document, 'edited', given, DOCX_TYPE);
    await record(inner, { deed: 'document.edited', subject: subjectOf(document), after: { file: given.name } });
  });
}

/** The line a signed document is known by. */
export interface SignedLine {
  readonly number: string;
  readonly date: Day;
}

/**
 * Closes a document: signed, with its number and date, and the signed file where there is one. After that it is not changed.
 * Throws `not-found`, `forbidden`, `conflict` (signed already), `invalid`.
 */
export function closeDocument(
  ctx: Context,
  id: string,
  line: SignedLine,
  given: GivenFile | null = null,
): Promise<void> {
  return transaction(ctx, async (inner) => {
    const document = await changeable(inner, id);
    const now = inner.clock.now();
    const signed = { number: line.number.trim(), date: line.date };
    const faults = lineFaults(signed, dayOf(now));
    if (faults.length > 0) throw badSigning(faults);
    if (given) await keep(inner, document, 'signed', given, mediaTypeOf(given));
    await markSigned(inner.db, id, signed, now);
    await record(inner, { deed: 'document.signed', subject: subjectOf(document), after: { ...signed } });
  });
}

async function changeable(ctx: Context, id: string): Promise<MadeDocument> {
  const document = await selectDocument(ctx.db, id, true);
  if (!document) throw noDocument();
  await permit(ctx, document.deed, document.unitId);
  if (document.state === 'signed') throw alreadySigned();
  return document;
}

async function keep(
  ctx: Context,
  document: MadeDocument,
  kind: FileKind,
  given: GivenFile,
  mediaType: string,
): Promise<void> {
  const now = ctx.clock.now();
  const file: DocumentFile = {
    id: newId(now.getTime()),
    documentId: document.id,
    kind,
    objectKey: await keepFile(ctx, document.id, given.bytes),
    fileName: tidyFileName(given.name),
    mediaType,
    size: given.bytes.length,
    dataAsOf: null,
    addedBy: nameOfActor(ctx.actor),
    addedAt: now,
  };
  await insertFile(ctx.db, file);
  await touchDocument(ctx.db, document.id, now);
}

function mediaTypeOf({ name, bytes }: GivenFile): string {
  const kind = attachedKind(KINDS, bytes, name);
  if (bytes.length > LARGEST_DOCUMENT || !kind) {
    const text = {
      uk: 'Додайте підписаний файл: PDF, скан JPG чи PNG, DOCX або .p7s, до 10 МБ.',
      en: 'Add the signed file: PDF, a scan as JPG or PNG, DOCX or .p7s, up to 10 MB.',
    };
    throw badFile([{ field: 'signed', text }]);
  }
  if (kind.mediaType === DOCX_TYPE) openPackage(bytes);
  return kind.mediaType;
}

function lineFaults({ number, date }: SignedLine, today: Day): FieldFault[] {
  const faults: FieldFault[] = [];
  if (number === '' || number.length > 60) {
    const text = {
      uk: 'Напишіть номер документа, до 60 знаків.',
      en: 'Write the number of the document, up to 60 characters.',
    };
    faults.push({ field: 'number', text });
  }
  if (!isDay(date) || date > today) {
    const text = {
      uk: 'Напишіть дату підпису, не пізніше сьогодні.',
      en: 'Write the day of signing, not later than today.',
    };
    faults.push({ field: 'date', text });
  }
  return faults;
}
