import { RequestError } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { findUnit, permit } from '../../accounts/index.ts';
import { loadDataset } from '../../catalog/index.ts';
import { latestReadings } from '../../ingest/index.ts';
import { decisionsOf } from '../decisions/read-decisions.ts';
import { statementsOf } from '../statements/state-file.ts';
import { statementOn } from '../statements/statement-rules.ts';
import type { PrivacyReport } from './report.ts';
import { reportOf } from './report-rules.ts';
import { selectReport, selectReportedVersions } from './report-store.ts';

/**
 * The check of personal data of a version as it was kept, or of the draft as it is now (`version` null). A version of rows written by programs is told
 * by the check of the version they were written upon. Needs `dataset.view-drafts`. Throws `not-found`, `forbidden`.
 */
export async function loadReport(ctx: Context, datasetId: string, version: number | null): Promise<PrivacyReport> {
  const dataset = await loadDataset(ctx, datasetId);
  await permit(ctx, 'dataset.view-drafts', dataset);
  if (version !== null) {
    const kept = await selectReport(ctx.db, datasetId, version);
    if (!kept) throw noReport(version);
    return kept;
  }
  const decisions = await decisionsOf(ctx, datasetId);
  const readings = await latestReadings(
    ctx,
    dataset.resources.map(({ id }) => id),
  );
  const statements = await statementsOf(ctx, datasetId);
  const head = {
    datasetId,
    datasetTitle: dataset.passport.title,
    unitName: dataset.unitId ? ((await findUnit(ctx, dataset.unitId))?.name ?? '') : '',
    version: null,
    at: ctx.clock.now().toISOString(),
    by: '',
  };
  return reportOf(
    head,
    dataset.resources.map((resource) => {
      const reading = readings.find(({ resourceId }) => resourceId === resource.id) ?? null;
      const own = decisions.filter(({ resourceId }) => resourceId === resource.id);
      return { resource, reading, decisions: own, statement: statementOn(reading, statements) };
    }),
  );
}

/** Versions of a dataset that have a kept check, the newest first. The caller has asked the right to see the draft. */
export function reportedVersions(ctx: Context, datasetId: string): Promise<{ version: number; madeAt: Date }[]> {
  return selectReportedVersions(ctx.db, datasetId);
}

function noReport(version: number): RequestError {
  return new RequestError('not-found', 'no-privacy-report', {
    uk: `Перевірки версії ${version} немає: її опубліковано раніше, ніж з’явилася перевірка персональних даних.`,
    en: `There is no check of version ${version}: it was published before there was a check of personal data.`,
  });
}
