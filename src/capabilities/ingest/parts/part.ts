import type { SheetInfo } from '../../../tabular/text-table.ts';
import type { ReadingState } from '../reading.ts';

/** A resource whose table is a part of the file given for another one: the next file of that one renews both. */
export interface Part {
  readonly resourceId: string;
  /** The resource the file is given for. */
  readonly mainResourceId: string;
  readonly datasetId: string;
  /** Name of the part in the newest file that had it. */
  readonly name: string;
  /** Names of its first columns there. */
  readonly headers: readonly string[];
}

/** One table of a file, and the reading that took it; null while nobody has. */
export interface FilePart extends SheetInfo {
  readonly reading: {
    readonly id: string;
    readonly resourceId: string;
    readonly state: ReadingState;
    /** Places found that wait for a look; null until it is read. */
    readonly findings: number | null;
  } | null;
}
