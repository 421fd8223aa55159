import type { ObjectClass, ObjectKey, ObjectStore } from './object-store.ts';

/*
 * How an object leaves the public class: `keepRestricted`, then its new key is written wherever the old one stood, then
 * `purgePublic`. Each may be repeated after a kill, and several records may name one object: each does all three.
 */

function inClass(objectClass: ObjectClass, key: ObjectKey): ObjectKey {
  return key.replace(/^[a-z]+/, objectClass);
}

/** Keeps the bytes of a public object in the restricted class; gives the key they have there. */
export async function keepRestricted(objects: ObjectStore, key: ObjectKey): Promise<ObjectKey> {
  const [, owner = ''] = key.split('/');
  const open = inClass('public', key);
  if (await objects.stat(open)) await objects.copy(open, 'restricted', owner);
  return inClass('restricted', key);
}

/** Takes the public bytes of an object that is kept restricted away for good, with the reason; nothing where there are none. */
export async function purgePublic(objects: ObjectStore, key: ObjectKey, reason: string): Promise<void> {
  const open = inClass('public', key);
  if (await objects.stat(open)) await objects.purge(open, reason);
}
