import { Hono } from 'hono';
import { listUnits } from '../../../capabilities/accounts/index.ts';
import { type Audience, type EntryFilter, registryRows } from '../../../capabilities/registry/index.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { renderPage, type SurfaceEnv, type Visit } from '../../components/index.ts';
import { type PageContext, show, signedInOnly } from '../accounts/posted-form.ts';
import { FILE_FORMATS, registryFile } from './registry-files.ts';
import { PublicRegistryPage, type RegistryView, StaffRegistryPage } from './registry-page.tsx';
import { PUBLIC_PATH, readRegistryQuery, STAFF_PATH } from './registry-query.ts';

const PAGE_SIZE = 50;
/** Entries of a file: all there are. */
const WHOLE = { page: 1, size: 1_000_000 };

/** The registry, for staff and for everybody, as pages and files. */
export function registryPages(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(STAFF_PATH, signedInOnly, async (c) => {
    const visit = c.get('visit');
    return show(c, <StaffRegistryPage visit={visit} view={await viewOf(visit, 'staff')} />);
  });
  routes.get(PUBLIC_PATH, async (c) => {
    const visit = c.get('visit');
    return renderPage(c, <PublicRegistryPage visit={visit} view={await viewOf(visit, 'public')} />);
  });
  for (const format of FILE_FORMATS) {
    routes.get(`${STAFF_PATH}.${format}`, signedInOnly, (c) => giveFile(c, 'staff', format));
    routes.get(`${PUBLIC_PATH}.${format}`, (c) => giveFile(c, 'public', format));
  }
  return routes;
}

async function viewOf(visit: Visit, audience: Audience): Promise<RegistryView> {
  const query = readRegistryQuery(visit.query);
  const page = { page: query.page, size: PAGE_SIZE };
  const found = await registryRows(visit.ctx, filterNow(visit, query.filter), { audience, order: query.order, page });
  return { query, found, units: await listUnits(visit.ctx) };
}

/** Today is now: what was changed this minute is in it. */
function filterNow({ ctx }: Visit, { on, ...filter }: EntryFilter): EntryFilter {
  return on && on < dayOf(ctx.clock.now()) ? { ...filter, on } : filter;
}

async function giveFile(c: PageContext, audience: Audience, format: (typeof FILE_FORMATS)[number]) {
  const visit = c.get('visit');
  const query = readRegistryQuery(visit.query);
  const filter = filterNow(visit, query.filter);
  const { items } = await registryRows(visit.ctx, filter, { audience, order: query.order, page: WHOLE });
  return registryFile(visit, format, items, query);
}
