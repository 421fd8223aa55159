import { type Context, once } from '../../platform/context.ts';
import { permit } from '../accounts/index.ts';
import { type Dataset, loadDataset, type Resource } from '../catalog/index.ts';
import { latestReadings, type Reading } from '../ingest/index.ts';
import { type Decision, type Statement, statementOn } from '../privacy/index.ts';
import { present } from './present.ts';
import { asProtected } from './protected-structure.ts';

/** A resource of the working copy with the newest file given for it. */
export interface DraftResource {
  readonly resource: Resource;
  readonly reading: Reading | null;
  /** What was decided on the personal data of its columns, in force or waiting. */
  readonly decisions: readonly Decision[];
  /** What somebody said of the personal data in its file, where that is published as it is. */
  readonly statement: Statement | null;
}

/** The working copy of a dataset, complete: what would be published. */
export interface Draft {
  readonly dataset: Dataset;
  /** In the order of the page. */
  readonly resources: readonly DraftResource[];
  /** What users will be told of a breaking change; '' where nothing is written. */
  readonly note: string;
  /** Number of the version the working copy was brought back to; its mark is left out where another file was given since. */
  readonly repeats: number | null;
}

/** Loads the working copy after asking the right to publish (or, for a look, to edit or see) it. */
export async function loadDraft(
  ctx: Context,
  datasetId: string,
  deed: 'dataset.publish' | 'dataset.edit' | 'dataset.view-drafts',
): Promise<Draft> {
  const dataset = await loadDataset(ctx, datasetId);
  await permit(ctx, deed, dataset);
  return once(ctx, `publishing.draft ${datasetId}`, () => partsOf(ctx, dataset));
}

async function partsOf(ctx: Context, dataset: Dataset): Promise<Draft> {
  const readings = await latestReadings(
    ctx,
    dataset.resources.map((resource) => resource.id),
  );
  const { note, decisions, statements } = await present(ctx, dataset.id);
  const resources = [...dataset.resources]
    .sort((a, b) => a.position - b.position)
    .map((resource) => {
      const reading = readings.find((one) => one.resourceId === resource.id) ?? null;
      const own = decisions.filter(({ resourceId }) => resourceId === resource.id);
      return {
        resource: asProtected(resource, reading),
        reading,
        decisions: own,
        statement: statementOn(reading, statements),
      };
    });
  return { dataset, resources, ...note };
}
