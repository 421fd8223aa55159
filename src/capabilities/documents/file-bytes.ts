import { buffer } from 'node:stream/consumers';
import type { Context } from '../../platform/context.ts';
import type { ObjectKey } from '../../platform/objects/object-store.ts';
import { takeBytes } from '../../platform/objects/take-bytes.ts';

/** Keeps a document's file among those only staff may read. @param owner the document's or template's id */
export async function keepFile(ctx: Context, owner: string, bytes: Uint8Array): Promise<ObjectKey> {
  return (await takeBytes(ctx.objects, 'restricted', owner, bytes)).key;
}

/** The whole file: documents are small (at most 10 MB). */
export async function bytesOf(ctx: Context, key: ObjectKey): Promise<Uint8Array> {
  return buffer(await ctx.objects.read(key));
}

/** A name without folders and signs a file system refuses. */
export function tidyFileName(name: string): string {
  const last = name.split(/[\\/]/u).at(-1) ?? '';
  return last
    .replaceAll(/[\p{Cc}<>:"|?*]/gu, '')
    .trim()
    .slice(0, 150);
}
