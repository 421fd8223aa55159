import type { Database } from '../../../platform/context.ts';
import { type OrdersTables, ordersTables } from '../orders-tables.ts';
import type { OrderFile } from './order-file.ts';

/** A file of its row; the moment may be text. */
export function fileOf(row: OrdersTables['orders_file']): OrderFile {
  const { id, role, name, size } = row;
  return {
    id,
    role,
    name,
    size: Number(size),
    orderId: row.order_id,
    mediaType: row.media_type,
    objectKey: row.object_key,
    public: row.public,
    addedAt: new Date(row.added_at),
  };
}

export async function insertFile(db: Database, file: OrderFile): Promise<void> {
  const { id, role, name, size, orderId, mediaType, objectKey, addedAt } = file;
  await ordersTables(db)
    .insertInto('orders_file')
    .values({
      id,
      role,
      name,
      size,
      order_id: orderId,
      media_type: mediaType,
      object_key: objectKey,
      public: file.public,
      added_at: addedAt,
    })
    .execute();
}

/** Files of these orders, the oldest first. */
export async function selectFiles(db: Database, orderIds: readonly string[]): Promise<OrderFile[]> {
  if (orderIds.length === 0) return [];
  const rows = await ordersTables(db)
    .selectFrom('orders_file')
    .selectAll()
    .where('order_id', 'in', [...orderIds])
    .orderBy('added_at')
    .orderBy('id')
    .execute();
  return rows.map(fileOf);
}

export async function selectFile(db: Database, id: string): Promise<OrderFile | null> {
  const row = await ordersTables(db).selectFrom('orders_file').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? fileOf(row) : null;
}

/** Whether everybody may read it; what of an order may be shown is decided by the caller. */
export async function setFilePublic(db: Database, id: string, open: boolean): Promise<void> {
  await ordersTables(db).updateTable('orders_file').set({ public: open }).where('id', '=', id).execute();
}

export async function deleteFile(db: Database, id: string): Promise<void> {
  await ordersTables(db).deleteFrom('orders_file').where('id', '=', id).execute();
}
