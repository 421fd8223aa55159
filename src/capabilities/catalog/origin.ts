/** Where a dataset was carried over from. */
export interface Origin {
  readonly datasetId: string;
  /** Host of the portal, lower case: `data.gov.ua`. */
  readonly portal: string;
  /** As that portal gave it; a UUID nearly always, but not always. */
  readonly remoteId: string;
  /** The name in its address there. */
  readonly remoteName: string;
  /** Its page there. */
  readonly address: string;
  /** When it was published there first. */
  readonly firstPublishedAt: Date | null;
  /** The last change there that we have seen. */
  readonly changedThereAt: Date | null;
}

/** The portal all bodies of power publish on: what is there counts as published though it is not here yet. */
export const NATIONAL_PORTAL = 'data.gov.ua';
