import { may } from '../../../capabilities/accounts/index.ts';
import { type Dataset, loadDataset, type Resource } from '../../../capabilities/catalog/index.ts';
import { isRead, latestReadings, type Reading } from '../../../capabilities/ingest/index.ts';
import {
  decisionsOf,
  holdsUnread,
  rememberedFor,
  riskChoicesOf,
  type Statement,
  securityOf,
  statementOn,
  statementsOf,
} from '../../../capabilities/privacy/index.ts';
import type { Context } from '../../../platform/context.ts';
import { type TableView, tableView, withRemembered } from './privacy-view.ts';

/** The tables of a dataset that were read, as the screen of personal data shows them. The caller has asked the right to see the draft. */
export async function tablesOf(ctx: Context, dataset: Dataset): Promise<TableView[]> {
  const decisions = await decisionsOf(ctx, dataset.id);
  const readings = await latestReadings(
    ctx,
    dataset.resources.map(({ id }) => id),
  );
  const mayEdit = await may(ctx, 'dataset.edit', dataset);
  return dataset.resources.flatMap((resource) => {
    const reading = readings.find(({ resourceId }) => resourceId === resource.id);
    if (reading?.kind !== 'table' || !isRead(reading)) return [];
    const own = decisions.filter(({ resourceId }) => resourceId === resource.id);
    return [tableView(resource, reading, own, mayEdit)];
  });
}

/** A file that is published as it is, with what was said of it. */
export interface DocumentView {
  readonly resource: Resource;
  readonly reading: Reading;
  readonly statement: Statement | null;
  /** The archive a table came in: asked about only where the file itself is to be opened to everybody. */
  readonly beside: boolean;
}

/** The files of a dataset that are published as they are and have arrived. The caller has asked the right to see the draft. */
export async function documentsOf(ctx: Context, dataset: Dataset): Promise<DocumentView[]> {
  const kept = dataset.resources.filter(({ kind }) => kind !== 'link');
  if (kept.length === 0) return [];
  const statements = await statementsOf(ctx, dataset.id);
  const readings = await latestReadings(
    ctx,
    kept.map(({ id }) => id),
  );
  return kept.flatMap((resource) => {
    const reading = readings.find(({ resourceId }) => resourceId === resource.id);
    if (!reading?.originalSha256) return [];
    const beside = resource.kind === 'table';
    if (beside && (reading.partOf !== null || !holdsUnread(reading))) return [];
    return [{ resource, reading, statement: statementOn(reading, statements), beside }];
  });
}

/** The tables with what the unit decided on such columns before, and by which columns risk is counted. */
export async function rememberedTables(ctx: Context, dataset: Dataset): Promise<TableView[]> {
  const tables = await tablesOf(ctx, dataset);
  const asked = tables.flatMap(({ columns }) => (columns ?? []).filter(({ state }) => state === 'undecided'));
  const remembered = await rememberedFor(ctx, dataset.unitId, asked);
  const choices = await riskChoicesOf(ctx, dataset.id);
  return tables.map((table) => ({
    ...withRemembered(table, remembered),
    riskChoice: choices.find(({ resourceId }) => resourceId === table.resource.id) ?? null,
  }));
}

/** Whether anything in the files of a dataset waits for a decision: then its screen comes next in the walk. */
export async function asksAboutPeople(ctx: Context, datasetId: string): Promise<boolean> {
  const dataset = await loadDataset(ctx, datasetId);
  const { faults } = await securityOf(ctx, dataset);
  if (faults.some(({ code }) => code !== 'security-postponed')) return true;
  const documents = await documentsOf(ctx, dataset);
  if (documents.some(({ statement, beside }) => statement === null && !beside)) return true;
  const tables = await tablesOf(ctx, dataset);
  return tables.some(
    ({ columns }) => columns === null || columns.some(({ state }) => !['open', 'decided'].includes(state)),
  );
}
