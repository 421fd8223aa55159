import type { ObjectClass, ObjectStore, StoredObject } from './object-store.ts';

/** Keeps a small file that is in memory whole, by the same road as a stream. @param owner whose it is: an id */
export function takeBytes(
  objects: ObjectStore,
  objectClass: ObjectClass,
  owner: string,
  bytes: Uint8Array,
): Promise<StoredObject> {
  return objects.takeStream(objectClass, owner, oneChunk(bytes));
}

async function* oneChunk(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
