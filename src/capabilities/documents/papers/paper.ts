import type { Day } from '../../../kernel/dates.ts';
import type { DocumentData } from '../../../platform/documents/index.ts';
import type { Deed } from '../../accounts/index.ts';
import type { Audience } from '../forms/form.ts';

/** A document that was made: its data frozen at a moment, its files beside. */
export interface MadeDocument {
  readonly id: string;
  /** Code of its form. */
  readonly form: string;
  readonly title: string;
  readonly audience: Audience;
  readonly deed: Deed;
  /** Null: the community's. */
  readonly unitId: string | null;
  readonly params: unknown;
  readonly data: DocumentData;
  /** The moment the data are of. */
  readonly dataAsOf: Date;
  readonly state: 'made' | 'signed';
  readonly signed: { readonly number: string; readonly date: Day } | null;
  readonly madeBy: { readonly id: string | null; readonly name: string };
  readonly madeAt: Date;
  readonly changedAt: Date;
}

/** Made by the system, edited in Word by people, or signed. */
export type FileKind = 'made' | 'edited' | 'signed';

/** One file of a document; none is ever overwritten. */
export interface DocumentFile {
  readonly id: string;
  readonly documentId: string;
  readonly kind: FileKind;
  readonly objectKey: string;
  readonly fileName: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  /** Of a made one: the moment of its data. */
  readonly dataAsOf: Date | null;
  readonly addedBy: string;
  readonly addedAt: Date;
}

/** A document as a list tells of it. */
export type ListedDocument = Omit<MadeDocument, 'data' | 'params'>;
