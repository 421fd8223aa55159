import type { Text } from '../../../kernel/text.ts';
import type { Wanted } from '../portal/portal-question.ts';
import type { RemoteDataset, RemoteOrganization } from '../portal/remote-dataset.ts';
import type { Trouble } from '../portal/trouble.ts';

/**
 * looking → which (several organizations answer: a person says which) → found → working ⇄ paused → done; failed: the list could not be read.
 * A second look goes from done to looking and back.
 */
export type ImportState = 'looking' | 'which' | 'found' | 'working' | 'paused' | 'done' | 'failed';

/** A carrying over of datasets from one portal, begun by a person and acting by their rights. */
export interface Import {
  readonly id: string;
  readonly portal: string;
  /** As it was typed. */
  readonly question: string;
  readonly wanted: Wanted;
  /** Those that answer to the question; one of them where it is settled. */
  readonly organizations: readonly RemoteOrganization[];
  readonly state: ImportState;
  /** Datasets of the list read so far, and how many there are by the portal. */
  readonly looked: number;
  readonly expected: number | null;
  /** Which look at the portal this is, from 1. */
  readonly look: number;
  /** Repairs that need no person are done at once. */
  readonly mend: boolean;
  readonly trouble: Trouble | null;
  readonly askedBy: { readonly id: string; readonly name: string };
  readonly startedAt: Date;
  readonly changedAt: Date;
  /** When the list was last read to its end. */
  readonly lookedAt: Date | null;
}

/** found (not chosen) → asked → files (its draft is there, its files are under way) → done; failed: no draft could be made. */
export type ItemState = 'found' | 'asked' | 'files' | 'done' | 'failed';

/** A dataset of a portal on its way here. */
export interface ImportItem {
  readonly id: string;
  readonly importId: string;
  readonly remoteId: string;
  /** In the order of the list. */
  readonly position: number;
  readonly title: string;
  /** Whose it is there, in words: a department or an organization. */
  readonly holder: string;
  readonly remote: RemoteDataset;
  /** The last look that saw it. */
  readonly look: number;
  readonly unitId: string | null;
  readonly state: ItemState;
  readonly tries: number;
  readonly datasetId: string | null;
  /** What of the passport did not fit or was not understood. */
  readonly notes: readonly Text[];
  readonly trouble: Trouble | null;
  readonly changedAt: Date;
}

/** waiting → reading → ready; look: a person has to look at the draft; failed: nothing came. */
export type FileState = 'waiting' | 'reading' | 'ready' | 'look' | 'failed';

/** A file of a dataset on its way here. Its resource is made with the draft. */
export interface ImportFile {
  readonly id: string;
  readonly itemId: string;
  readonly remoteId: string;
  readonly position: number;
  readonly title: string;
  readonly url: string;
  readonly fileName: string;
  readonly resourceId: string;
  readonly readingId: string | null;
  readonly state: FileState;
  readonly tries: number;
  readonly trouble: Trouble | null;
  readonly changedAt: Date;
}

/** Datasets one import may hold. */
export const MOST_DATASETS = 5000;
/** Times a dataset or a file is tried before it is put aside and told by name. */
export const MOST_TRIES = 3;
