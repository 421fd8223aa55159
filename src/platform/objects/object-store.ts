/**
 * Files of the system: immutable, named by their content. `public` may be served to anybody, `restricted` only to staff
 * (original files by default), `staging` is thrown away when its work is done. Owners do not share files: the same bytes
 * given by two publishers are two objects, so that nobody learns from a key that another has the file.
 */
export type ObjectClass = 'public' | 'restricted' | 'staging';

/** `<class>/<owner>/<sha256>`; owner is a dataset's or upload's id. */
export type ObjectKey = string;

export interface StoredObject {
  readonly key: ObjectKey;
  /** SHA-256 of the bytes, lower-case hex. */
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
}

export interface ByteRange {
  /** First byte, 0-based. */
  readonly start: number;
  /** Last byte, inclusive. */
  readonly end: number;
}

/** One contract, two stores: a folder (default) and S3; tests/contracts holds both to it. */
export interface ObjectStore {
  /** Keeps a file by moving it in when it can (same file system), by copying otherwise; the source is gone afterwards. */
  takeFile(objectClass: ObjectClass, owner: string, path: string): Promise<StoredObject>;
  /** Keeps what a stream gives; nothing is kept when the stream fails. */
  takeStream(objectClass: ObjectClass, owner: string, bytes: AsyncIterable<Uint8Array>): Promise<StoredObject>;
  /** A path DuckDB and readers can open; stays valid while the object lives. */
  localPath(key: ObjectKey): Promise<string>;
  /** The same bytes for another class and owner, e.g. staging → public at publication; instant where the store can link. */
  copy(key: ObjectKey, objectClass: ObjectClass, owner: string): Promise<StoredObject>;
  /** Its bytes, or a part of them. Throws RequestError `not-found`, or `gone` when it was purged. */
  read(key: ObjectKey, range?: ByteRange): Promise<AsyncIterable<Uint8Array>>;
  stat(key: ObjectKey): Promise<StoredObject | null>;
  /** Removes the bytes for good and leaves a tombstone with the reason; reading it says `gone`. */
  purge(key: ObjectKey, reason: string): Promise<void>;
  /** Removes an object nobody refers to, without a tombstone (staging). */
  discard(key: ObjectKey): Promise<void>;
  /** Every live object, for backup. */
  list(): AsyncIterable<StoredObject>;
  /** Every purged object with the reason, for backup: what is gone stays gone in a restored system. */
  listPurged(): AsyncIterable<{ readonly key: ObjectKey; readonly reason: string }>;
  /** A fresh folder for work files on the same file system; the caller removes it. */
  workFolder(): Promise<string>;
}
