/**
 * What use cases say has happened, in the past tense. Each is emitted in the transaction that made it true;
 * app/reactions.ts lists what follows. Add a line here when a capability has something new to say.
 */
export type DomainEvent =
  /** `revision`: of the reading as the deed left it; work for an older one is nobody's concern any more. */
  | { readonly name: 'upload-received'; readonly readingId: string; readonly revision: number }
  | { readonly name: 'reading-choices-changed'; readonly readingId: string; readonly revision: number }
  | { readonly name: 'repairs-accepted'; readonly readingId: string; readonly revision: number }
  /** The background is done with a file for now: it is checked, ready, refused or failed. */
  | { readonly name: 'reading-settled'; readonly readingId: string }
  /** What is to be taken out of a resource's file before anybody sees it is other than it was. */
  | { readonly name: 'protection-changed'; readonly resourceId: string }
  | { readonly name: 'publication-asked'; readonly requestId: string }
  /** A publication that was asked for did not come about. */
  | { readonly name: 'publication-failed'; readonly datasetId: string }
  /** A file is to be fetched from its source. */
  | { readonly name: 'load-asked'; readonly loadId: string }
  /** A portal is to be asked what it has. */
  | { readonly name: 'look-asked'; readonly importId: string }
  /** Datasets of a portal are to be carried over. */
  | { readonly name: 'carrying-asked'; readonly importId: string }
  /** What of an import is ready is to be published in the name of this person; empty: of the system. */
  | { readonly name: 'publishing-all-asked'; readonly importId: string; readonly personId: string }
  /** The registry is to publish itself now. */
  | { readonly name: 'registry-publication-asked' }
  | { readonly name: 'code-list-changed'; readonly listId: string }
  | { readonly name: 'version-published'; readonly datasetId: string; readonly versionId: string }
  | { readonly name: 'rows-written'; readonly datasetId: string }
  /** The version that held a day's writes of rows is finished. */
  | { readonly name: 'row-day-closed'; readonly datasetId: string; readonly versionId: string }
  | { readonly name: 'dataset-withdrawn'; readonly datasetId: string }
  | { readonly name: 'version-withdrawn'; readonly datasetId: string; readonly number: number }
  /** Bytes of versions are to be purged; the public sees them no more already. */
  | { readonly name: 'versions-purged'; readonly purgeId: string }
  /** A column that was hidden for a time is there again. */
  | { readonly name: 'column-shown'; readonly versionId: string }
  /** A published table is to be looked at by the detectors of personal data. */
  | { readonly name: 'table-look-asked'; readonly tableId: string }
  | { readonly name: 'comparison-asked'; readonly comparisonId: string }
  | { readonly name: 'unit-changed'; readonly unitId: string }
  /** Something people are to be told by those who may not call `notify`; `kind`: of NOTICE_KINDS. */
  | {
      readonly name: 'notice-asked';
      readonly notice: {
        readonly to: { readonly people: readonly string[] } | { readonly deed: string; readonly place: string | null };
        readonly kind: string;
        readonly subject: { readonly kind: string; readonly id: string; readonly name: string };
        readonly link: string;
        readonly facts?: object;
        readonly once?: string;
      };
    }
  /** `last`: nothing gives the person rights any more, so what acts in their name must stop. */
  | {
      readonly name: 'appointment-ended';
      readonly appointmentId: string;
      readonly personId: string;
      readonly last: boolean;
    }
  | { readonly name: 'unit-closed'; readonly unitId: string; readonly successorId: string }
  | { readonly name: 'dataset-moved'; readonly datasetId: string; readonly unitId: string }
  /** Somebody works in another's place from today: by an appointment of that unit, over all its datasets (null) or those named. */
  | {
      readonly name: 'person-replaced';
      readonly unitId: string;
      readonly datasetIds: readonly string[] | null;
      /** `emails`: the person's own and that of the office. */
      readonly leaving: { readonly id: string; readonly name: string; readonly emails: readonly string[] };
      readonly coming: {
        readonly id: string;
        readonly name: string;
        readonly email: string;
        readonly post: string;
        readonly phone: string;
      };
    }
  /** `newsId`: of the message itself, or of what its author added. */
  | { readonly name: 'message-received'; readonly messageId: string; readonly newsId: string }
  | { readonly name: 'download-asked'; readonly tableId: string; readonly format: string };
