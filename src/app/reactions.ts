import type { DomainEvent } from '../platform/events.ts';

/** A job to enqueue: name and data. */
export interface Reaction {
  readonly job: string;
  readonly data: object;
  /** Asked for again within half a minute, it is the same job: e.g. many people wanting one file at once. */
  readonly once?: string;
}

type EventName = DomainEvent['name'];
type EventOf = { readonly [One in DomainEvent as One['name']]: One };
type Following<Name extends EventName> = (event: EventOf[Name]) => readonly Reaction[];

/** What follows when something has happened. */
export function reactionsTo(event: DomainEvent): readonly Reaction[] {
  return following(event.name, event);
}

function following<Name extends EventName>(name: Name, event: EventOf[Name]): readonly Reaction[] {
  return FOLLOWING[name](event);
}

/** After-effects of what happens to a file in hand. */
const OF_READINGS = {
  'upload-received': ({ readingId, revision }) => [{ job: 'ingest.read-file', data: { readingId, revision } }],
  'reading-choices-changed': ({ readingId, revision }) => [{ job: 'ingest.read-file', data: { readingId, revision } }],
  'repairs-accepted': ({ readingId, revision }) => [{ job: 'ingest.mend-table', data: { readingId, revision } }],
  'reading-settled': ({ readingId }) =>
    ['sources.follow-reading', 'exchange.follow-file', 'registry.follow-reading', 'dictionary.follow-list'].map(
      (job) => ({ job, data: { readingId } }),
    ),
  'protection-changed': ({ resourceId }) => [{ job: 'ingest.protect-again', data: { resourceId } }],
  'load-asked': ({ loadId }) => [{ job: 'sources.fetch-file', data: { loadId } }],
} satisfies Partial<FollowingOfAll>;

/** After-effects of what happens at the gate and behind it: versions, their rows, bytes and downloads. */
const OF_PUBLICATIONS = {
  'publication-asked': ({ requestId }) => [{ job: 'publishing.prepare-version', data: { requestId } }],
  'publication-failed': ({ datasetId }) => [
    { job: 'sources.follow-dataset', data: { datasetId } },
    { job: 'registry.follow-dataset', data: { datasetId } },
  ],
  'version-published': ({ versionId, datasetId }) => [
    { job: 'publishing.prepare-downloads', data: { versionId } },
    { job: 'sources.follow-dataset', data: { datasetId } },
    { job: 'registry.follow-dataset', data: { datasetId } },
    { job: 'community.close-tasks', data: { datasetId } },
    { job: 'publishing.close-earlier', data: { datasetId } },
    { job: 'dictionary.follow-card', data: { datasetId } },
    { job: 'dictionary.show-list', data: { datasetId } },
    { job: 'publishing.close-consent-versions', data: { datasetId } },
  ],
  'rows-written': ({ datasetId }) => [{ job: 'publishing.fold-rows', data: { datasetId }, once: datasetId }],
  'row-day-closed': ({ versionId }) => [{ job: 'publishing.prepare-downloads', data: { versionId } }],
  'column-shown': ({ versionId }) => [{ job: 'publishing.prepare-downloads', data: { versionId } }],
  'dataset-withdrawn': ({ datasetId }) => [{ job: 'publishing.remove-withdrawn', data: { datasetId } }],
  'version-withdrawn': ({ datasetId, number }) => [
    { job: 'publishing.remove-withdrawn-version', data: { datasetId, number } },
  ],
  'versions-purged': () => [{ job: 'publishing.purge-versions', data: {} }],
  'table-look-asked': ({ tableId }) => [{ job: 'exposure.scan-table', data: { tableId }, once: tableId }],
  'comparison-asked': ({ comparisonId }) => [{ job: 'tables.compare-tables', data: { comparisonId } }],
  'download-asked': ({ tableId, format }) => [
    { job: 'tables.build-download', data: { tableId, format }, once: `${tableId}.${format}` },
  ],
} satisfies Partial<FollowingOfAll>;

/** After-effects of deeds over many datasets: carrying over from portals, code lists, the registry. */
const OF_COLLECTIONS = {
  'look-asked': ({ importId }) => [{ job: 'exchange.look', data: { importId } }],
  'carrying-asked': ({ importId }) => [{ job: 'exchange.carry-over', data: { importId } }],
  'publishing-all-asked': ({ importId, personId }) => [{ job: 'exchange.publish-ready', data: { importId, personId } }],
  'registry-publication-asked': () => [{ job: 'registry.publish', data: {} }],
  'code-list-changed': ({ listId }) => [{ job: 'dictionary.renew-list', data: { listId } }],
} satisfies Partial<FollowingOfAll>;

/** After-effects of what happens to units and people, and of what people say. */
const OF_PEOPLE = {
  'dataset-moved': ({ datasetId, unitId }) => [
    { job: 'community.move-messages', data: { datasetId, fromUnitId: null, unitId } },
  ],
  'unit-closed': ({ unitId, successorId }) => [
    { job: 'community.move-messages', data: { datasetId: null, fromUnitId: unitId, unitId: successorId } },
  ],
  'unit-changed': ({ unitId }) => [{ job: 'publishing.refresh-cards', data: { unitId } }],
  'appointment-ended': () => [],
  'person-replaced': ({ unitId, datasetIds, leaving, coming }) => [
    { job: 'catalog.follow-person', data: { unitId, datasetIds, leaving, coming } },
  ],
  'notice-asked': ({ notice }) => [{ job: 'notices.tell', data: notice }],
  'message-received': ({ messageId, newsId }) => [{ job: 'community.tell-staff', data: { messageId, newsId } }],
} satisfies Partial<FollowingOfAll>;

type FollowingOfAll = { readonly [Name in EventName]: Following<Name> };

/** All after-effects of the system; an event without a line here does not compile. */
const FOLLOWING: FollowingOfAll = { ...OF_READINGS, ...OF_PUBLICATIONS, ...OF_COLLECTIONS, ...OF_PEOPLE };
