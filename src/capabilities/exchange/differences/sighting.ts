import { type CarriedPassport, passportOfRemote } from '../passports/passport-of-remote.ts';
import type { RemoteDataset } from '../portal/remote-dataset.ts';

/** A file as it was seen on its portal. */
export interface SeenFile {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** Tells whether the bytes are the same: digest where the portal gives one, else the day of the last change. */
  readonly mark: string;
}

/** What was seen of a dataset on its portal, in our own words. */
export interface Seen {
  readonly passport: CarriedPassport;
  readonly files: readonly SeenFile[];
  readonly changedAt: string;
}

/** What is kept of a dataset that came from another portal. */
export interface Sighting {
  readonly datasetId: string;
  readonly importId: string;
  /** When it was carried over, or theirs was taken last. */
  readonly seen: Seen;
  readonly seenAt: Date;
  /** At the last look. */
  readonly there: Seen;
  readonly thereAt: Date;
  /** Field → value of theirs that a person has decided about. */
  readonly settled: Readonly<Record<string, unknown>>;
  /** When a look found it gone there. */
  readonly goneAt: Date | null;
}

/** A decision about one field. */
export interface Choice {
  readonly id: string;
  readonly datasetId: string;
  readonly field: string;
  readonly took: 'ours' | 'theirs';
  readonly oursBefore: unknown;
  readonly theirs: unknown;
  readonly settledBefore: unknown;
  readonly madeByName: string;
  readonly madeAt: Date;
  readonly undoneAt: Date | null;
}

/** What a portal says now, as it is kept. */
export function seenOf(remote: RemoteDataset): Seen {
  return {
    passport: passportOfRemote(remote).passport,
    files: remote.files.map(({ id, title, url, hash, changedAt }) => ({ id, title, url, mark: hash || changedAt })),
    changedAt: remote.changedAt,
  };
}
