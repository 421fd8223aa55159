import { refuseFaults } from '../../../kernel/errors.ts';
import { type AttachedKind, attachedKind, JPEG, PDF, PNG } from '../../../kernel/first-bytes.ts';
import { isId, newId } from '../../../kernel/ids.ts';
import { foldSpaces } from '../../../language/folding.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { takeBytes } from '../../../platform/objects/take-bytes.ts';
import { may, permit } from '../../accounts/index.ts';
import { record } from '../../history/index.ts';
import { noSuchFile } from '../refusals.ts';
import { isOpen } from './order.ts';
import type { OrderFile } from './order-file.ts';
import { deleteFile, insertFile, selectFile, setFilePublic } from './order-file-store.ts';
import { loadOrder } from './read-orders.ts';
import { subjectOf } from './write-order.ts';

/** Largest file of an order, bytes: a long scan in colour. */
export const ORDER_FILE_LIMIT = 30 * 1024 * 1024;

/** A file as a person gives it. */
export interface GivenOrderFile {
  readonly role: OrderFile['role'];
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly public: boolean;
}

/** What is taken; the name tells Word and a signed container from other archives. */
const KINDS: readonly AttachedKind[] = [
  PDF,
  JPEG,
  PNG,
  {
    kind: 'zip',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
  },
  { kind: 'zip', mediaType: 'application/vnd.etsi.asic-e+zip', endings: ['asice', 'sce'] },
  { kind: 'signature', mediaType: 'application/pkcs7-signature', endings: ['p7s', 'p7m'] },
];

/**
 * Keeps a file of an order: the signed PDF, a scan, the signature beside it. Restricted unless ticked public. Needs `city.manage`. Throws
 * `forbidden`, `not-found`, `invalid` (`file`).
 */
export async function addOrderFile(ctx: Context, orderId: string, given: GivenOrderFile): Promise<OrderFile> {
  await permit(ctx, 'city.manage', null);
  const media = attachedKind(KINDS, given.bytes, given.name)?.mediaType ?? null;
  if (given.bytes.length === 0 || media === null) {
    const text = {
      uk: 'Прийнято PDF, DOCX, JPG, PNG, підпис P7S або контейнер ASiC-E. Оберіть такий файл.',
      en: 'PDF, DOCX, JPG, PNG, a P7S signature or an ASiC-E container is taken. Choose such a file.',
    };
    refuseFaults([{ field: 'file', text }]);
  }
  const order = await loadOrder(ctx, orderId);
  const kept = await takeBytes(ctx.objects, 'restricted', order.id, given.bytes);
  return transaction(ctx, async (inner) => {
    const now = inner.clock.now();
    const file: OrderFile = {
      id: newId(now.getTime()),
      orderId: order.id,
      role: given.role,
      name: foldSpaces(given.name.replace(/[\\/]/g, ' ')).slice(-200),
      mediaType: media ?? '',
      objectKey: kept.key,
      size: kept.size,
      public: given.public,
      addedAt: now,
    };
    await insertFile(inner.db, file);
    const after = { name: file.name, role: file.role, public: file.public };
    await record(inner, { deed: 'order.file-added', subject: subjectOf(order), after });
    return file;
  });
}

/** Shows a file to everybody, or to the staff alone. Needs `city.manage`. */
export function showOrderFile(ctx: Context, id: string, open: boolean): Promise<OrderFile> {
  return transaction(ctx, async (inner) => {
    const { file, order } = await loadFile(inner, id);
    await setFilePublic(inner.db, id, open);
    const deed = open ? 'order.file-shown' : 'order.file-hidden';
    await record(inner, { deed, subject: subjectOf(order), note: file.name });
    return { ...file, public: open };
  });
}

/** Takes a file off the order; its bytes stay in the storage, where nobody reaches them any more. Needs `city.manage`. */
export function removeOrderFile(ctx: Context, id: string): Promise<OrderFile> {
  return transaction(ctx, async (inner) => {
    const { file, order } = await loadFile(inner, id);
    await deleteFile(inner.db, id);
    await record(inner, { deed: 'order.file-removed', subject: subjectOf(order), note: file.name });
    return file;
  });
}

async function loadFile(ctx: Context, id: string) {
  await permit(ctx, 'city.manage', null);
  const file = isId(id) ? await selectFile(ctx.db, id) : null;
  if (!file) throw noSuchFile();
  return { file, order: await loadOrder(ctx, file.orderId, true) };
}

/** A file and its bytes: a public one of a public order for anybody, any other for the staff. Throws `not-found` where neither. */
export async function openOrderFile(
  ctx: Context,
  id: string,
): Promise<{ file: OrderFile; bytes: AsyncIterable<Uint8Array> }> {
  const file = isId(id) ? await selectFile(ctx.db, id) : null;
  if (!file) throw noSuchFile();
  const open = file.public && isOpen(await loadOrder(ctx, file.orderId));
  if (!open && !(await may(ctx, 'dataset.view-internal'))) throw noSuchFile();
  return { file, bytes: await ctx.objects.read(file.objectKey) };
}
