import type { DomainEvent } from '../platform/events.ts';

/** A job to enqueue: name and data. */
export interface Reaction {
  readonly job: string;
  readonly data: object;
  /** Asked for again within half a minute, it is the same job: e.g. many people wanting one file at once. */
  readonly once?: string;
}

/** What follows when something has happened. All after-effects of the system are in this one list. */
export function reactionsTo(event: DomainEvent): readonly Reaction[] {
  switch (event.name) {
    case 'upload-received':
    case 'reading-choices-changed':
      return [{ job: 'ingest.read-file', data: { readingId: event.readingId, revision: event.revision } }];
    case 'repairs-accepted':
      return [{ job: 'ingest.mend-table', data: { readingId: event.readingId, revision: event.revision } }];
    case 'reading-settled':
      return [
        'sources.follow-reading',
        'exchange.follow-file',
        'registry.follow-reading',
        'dictionary.follow-list',
      ].map((job) => ({
        job,
        data: { readingId: event.readingId },
      }));
    case 'protection-changed':
      return [{ job: 'ingest.protect-again', data: { resourceId: event.resourceId } }];
    case 'look-asked':
      return [{ job: 'exchange.look', data: { importId: event.importId } }];
    case 'carrying-asked':
      return [{ job: 'exchange.carry-over', data: { importId: event.importId } }];
    case 'publishing-all-asked': {
      const { importId, personId } = event;
      return [{ job: 'exchange.publish-ready', data: { importId, personId } }];
    }
    case 'registry-publication-asked':
      return [{ job: 'registry.publish', data: {} }];
    case 'load-asked':
      return [{ job: 'sources.fetch-file', data: { loadId: event.loadId } }];
    case 'publication-failed':
      return [
        { job: 'sources.follow-dataset', data: { datasetId: event.datasetId } },
        { job: 'registry.follow-dataset', data: { datasetId: event.datasetId } },
      ];
    case 'publication-asked':
      return [{ job: 'publishing.prepare-version', data: { requestId: event.requestId } }];
    case 'code-list-changed':
      return [{ job: 'dictionary.renew-list', data: { listId: event.listId } }];
    case 'version-published':
      return [
        { job: 'publishing.prepare-downloads', data: { versionId: event.versionId } },
        { job: 'sources.follow-dataset', data: { datasetId: event.datasetId } },
        { job: 'registry.follow-dataset', data: { datasetId: event.datasetId } },
        { job: 'community.close-tasks', data: { datasetId: event.datasetId } },
        { job: 'publishing.close-earlier', data: { datasetId: event.datasetId } },
        { job: 'dictionary.follow-card', data: { datasetId: event.datasetId } },
        { job: 'dictionary.show-list', data: { datasetId: event.datasetId } },
        { job: 'publishing.close-consent-versions', data: { datasetId: event.datasetId } },
      ];
    case 'rows-written': {
      const { datasetId } = event;
      return [{ job: 'publishing.fold-rows', data: { datasetId }, once: datasetId }];
    }
    case 'row-day-closed':
    case 'column-shown':
      return [{ job: 'publishing.prepare-downloads', data: { versionId: event.versionId } }];
    case 'dataset-withdrawn':
      return [{ job: 'publishing.remove-withdrawn', data: { datasetId: event.datasetId } }];
    case 'version-withdrawn': {
      const { datasetId, number } = event;
      return [{ job: 'publishing.remove-withdrawn-version', data: { datasetId, number } }];
    }
    case 'table-look-asked':
      return [{ job: 'exposure.scan-table', data: { tableId: event.tableId }, once: event.tableId }];
    case 'versions-purged':
      return [{ job: 'publishing.purge-versions', data: {} }];
    case 'comparison-asked':
      return [{ job: 'tables.compare-tables', data: { comparisonId: event.comparisonId } }];
    case 'dataset-moved': {
      const { datasetId, unitId } = event;
      return [{ job: 'community.move-messages', data: { datasetId, fromUnitId: null, unitId } }];
    }
    case 'unit-closed': {
      const { unitId: fromUnitId, successorId } = event;
      return [{ job: 'community.move-messages', data: { datasetId: null, fromUnitId, unitId: successorId } }];
    }
    case 'appointment-ended':
      return [];
    case 'person-replaced': {
      const { unitId, datasetIds, leaving, coming } = event;
      return [{ job: 'catalog.follow-person', data: { unitId, datasetIds, leaving, coming } }];
    }
    case 'unit-changed':
      return [{ job: 'publishing.refresh-cards', data: { unitId: event.unitId } }];
    case 'notice-asked':
      return [{ job: 'notices.tell', data: event.notice }];
    case 'message-received': {
      const { messageId, newsId } = event;
      return [{ job: 'community.tell-staff', data: { messageId, newsId } }];
    }
    case 'download-asked': {
      const { tableId, format } = event;
      return [{ job: 'tables.build-download', data: { tableId, format }, once: `${tableId}.${format}` }];
    }
  }
}
