import type { Text } from '../../kernel/text.ts';

/** Where a file comes from: a web address, a sheet of Google by its link, a server of files by SSH. */
export const SOURCE_KINDS = ['web', 'sheet', 'sftp'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** How the other server knows us: `basic` and `header` of web addresses, `password` and `key` of SFTP. */
export const SOURCE_AUTHS = ['none', 'basic', 'header', 'password', 'key'] as const;
export type SourceAuth = (typeof SOURCE_AUTHS)[number];

/** When it is fetched, by the clock of Kyiv. `weekday`: 1 is Monday. A day a month does not have is its last. */
export type Schedule =
  | { readonly every: 'hours'; readonly hours: number }
  | { readonly every: 'day'; readonly hour: number }
  | { readonly every: 'week'; readonly weekday: number; readonly hour: number }
  | { readonly every: 'month'; readonly day: number; readonly hour: number };

/** What went wrong, in words and with what to do. */
export interface Trouble {
  /** Stable, e.g. `not-found`. */
  readonly code: string;
  readonly text: Text;
}

/** A trouble that lasts: `failed` nothing came; `waiting` the file is a draft that waits for a person; `stopped` nobody is asked any more. */
export interface LastingTrouble extends Trouble {
  readonly kind: 'failed' | 'waiting' | 'stopped';
  /** ISO 8601 instant. */
  readonly since: string;
}

/** From where, when and in whose name the file of a resource is fetched. */
export interface Source {
  readonly resourceId: string;
  readonly datasetId: string;
  readonly kind: SourceKind;
  /** As the person gave it. */
  readonly address: string;
  readonly auth: SourceAuth;
  /** The user's name, or the header's. */
  readonly authName: string;
  /** Password, value of the header, private key: closed, never shown. */
  readonly sealedSecret: string | null;
  /** SFTP: fingerprint of the server's key as it was first seen. */
  readonly hostKey: string | null;
  readonly schedule: Schedule;
  /** True: bytes that are the same make the data true as of that day. */
  readonly moveDate: boolean;
  /** `off` by a person; `stopped` by ourselves: the person it acts for has no right any more. */
  readonly state: 'on' | 'off' | 'stopped';
  readonly trouble: LastingTrouble | null;
  /** Failed tries since the last that came through. */
  readonly failures: number;
  readonly nextAt: Date | null;
  readonly checkedAt: Date | null;
  /** Of the bytes that were taken last, and what their server said of them. */
  readonly sha256: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** In whose name it acts; rights are asked anew each time. */
  readonly setBy: { readonly id: string; readonly name: string };
  readonly createdAt: Date;
  readonly changedAt: Date;
}

/** asked → fetching → reading → publishing → published | submitted; unchanged; waiting (a draft for a person); failed. */
export type LoadState =
  | 'asked'
  | 'fetching'
  | 'reading'
  | 'publishing'
  | 'unchanged'
  | 'published'
  | 'submitted'
  | 'waiting'
  | 'failed';

/** One try to fetch a source. */
export interface Load {
  readonly id: string;
  readonly resourceId: string;
  readonly datasetId: string;
  readonly cause: 'schedule' | 'hand';
  readonly state: LoadState;
  readonly bytes: number | null;
  readonly rows: number | null;
  readonly readingId: string | null;
  readonly versionNumber: number | null;
  readonly reason: Trouble | null;
  readonly startedAt: Date;
  readonly changedAt: Date;
  readonly endedAt: Date | null;
}

/** True while somebody works at it or soon will. */
export function isUnderWay({ state }: Pick<Load, 'state'>): boolean {
  return state === 'asked' || state === 'fetching' || state === 'reading' || state === 'publishing';
}
