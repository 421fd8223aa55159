import { Hono } from 'hono';
import { listAllUnits } from '../../../capabilities/accounts/index.ts';
import {
  fillPrivacyReport,
  loadReport,
  type RegisterFilter,
  registerOfDecisions,
  reportedVersions,
  WAYS,
} from '../../../capabilities/privacy/index.ts';
import { RequestError } from '../../../kernel/errors.ts';
import { isId } from '../../../kernel/ids.ts';
import { pageAsked } from '../../../kernel/paging.ts';
import { DOCX_TYPE } from '../../../platform/documents/index.ts';
import { ownFile, type SurfaceEnv } from '../../components/index.ts';
import { show, signedInOnly } from '../accounts/posted-form.ts';
import { registerCsv } from './register-csv.ts';
import { REGISTER, RegisterPage } from './register-page.tsx';
import { ReportPage } from './report-page.tsx';

const REPORT = '/cabinet/datasets/:id/privacy/report';
const SIZE = 50;
/** Decisions of one file of the register. */
const WHOLE = { page: 1, size: 20_000 };

/** Pages and files of reports, and the register. */
export function privacyReportRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(REPORT, signedInOnly, async (c) => {
    const visit = c.get('visit');
    const report = await loadReport(visit.ctx, c.req.param('id'), versionOf(visit.query));
    const versions = await reportedVersions(visit.ctx, report.datasetId);
    return show(c, <ReportPage visit={visit} report={report} versions={versions} />);
  });
  routes.get(`${REPORT}.docx`, signedInOnly, async (c) => {
    const { ctx, query } = c.get('visit');
    const report = await loadReport(ctx, c.req.param('id'), versionOf(query));
    const name = report.version === null ? 'chernetka' : `versiia-${report.version}`;
    return ownFile(await fillPrivacyReport(ctx, report), DOCX_TYPE, `perevirka-personalnykh-danykh-${name}.docx`);
  });
  routes.get(REGISTER, signedInOnly, async (c) => {
    const visit = c.get('visit');
    const filter = filterOf(visit.query);
    const found = await registerOfDecisions(visit.ctx, filter, { page: pageAsked(visit.query), size: SIZE });
    const units = await listAllUnits(visit.ctx);
    return show(c, <RegisterPage visit={visit} found={found} filter={filter} units={units} />);
  });
  routes.get(`${REGISTER}.csv`, signedInOnly, async (c) => {
    const { ctx, query, language } = c.get('visit');
    const [{ items }, units] = [await registerOfDecisions(ctx, filterOf(query), WHOLE), await listAllUnits(ctx)];
    return ownFile(
      registerCsv(items, new Map(units.map(({ id, name }) => [id, name])), language),
      'text/csv; charset=utf-8',
      'rishennia-personalni-dani.csv',
    );
  });
  return routes;
}

function versionOf(query: URLSearchParams): number | null {
  const written = query.get('version');
  if (written === null || written === '') return null;
  if (/^[1-9]\d{0,8}$/.test(written)) return Number(written);
  throw new RequestError('invalid', 'bad-version', {
    uk: 'Номер версії складається з цифр, наприклад 3.',
    en: 'The number of a version is made of digits, such as 3.',
  });
}

function filterOf(query: URLSearchParams): RegisterFilter {
  const unitId = query.get('unit') ?? '';
  const way = WAYS.find((one) => one === query.get('way'));
  const state = (['waiting', 'made', 'undone'] as const).find((one) => one === query.get('state'));
  return {
    ...(isId(unitId) ? { unitId } : {}),
    ...(way ? { way } : {}),
    ...(state ? { state } : {}),
    ...(query.get('due') === '1' ? { due: true } : {}),
  };
}
