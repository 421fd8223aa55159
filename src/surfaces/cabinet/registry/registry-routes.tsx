import { Hono } from 'hono';
import { listUnits, may, permit } from '../../../capabilities/accounts/index.ts';
import { findCard } from '../../../capabilities/catalog/index.ts';
import {
  type Audience,
  type EntryFilter,
  entryHistory,
  fillAnnex,
  monthlyChanges,
  ownPublication,
  RELATION_KINDS,
  registryBegunOn,
  registryRelations,
  registryRows,
  saySuccessors,
  switchOwnPublication,
} from '../../../capabilities/registry/index.ts';
import { addDays, dayOf } from '../../../kernel/dates.ts';
import { pageAsked } from '../../../kernel/paging.ts';
import { dayInWords } from '../../../language/dates.ts';
import { DOCX_TYPE } from '../../../platform/documents/index.ts';
import { ownFile, renderPage, type SurfaceEnv, type Visit } from '../../components/index.ts';
import { attempt, goTo, type PageContext, readForm, show, signedInOnly, smallForms } from '../accounts/posted-form.ts';
import { ChangesPage } from './changes-page.tsx';
import { PublicEntryPage, StaffEntryPage } from './entry-page.tsx';
import { PublicationPage } from './publication-page.tsx';
import { cellsOf, FILE_FORMATS, registryFile } from './registry-files.ts';
import { PublicRegistryPage, type RegistryView, StaffRegistryPage } from './registry-page.tsx';
import { PUBLIC_PATH, readRegistryQuery, STAFF_PATH } from './registry-query.ts';
import { RelationsPage } from './relations-page.tsx';

const PAGE_SIZE = 50;
/** Where the number of an entry stands in an address. */
const NUMBER = ':number{[0-9A-Za-z.-]{1,100}}';
/** Entries of a file: all there are. */
const WHOLE = { page: 1, size: 1_000_000 };

/** The registry, for staff and for everybody, as pages and files. */
export function registryPages(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>().route('/', listRoutes()).route('/', ownDatasetRoutes()).route('/', entryRoutes());
}

/** Lists of entries as pages and files, what changed in a month, what stands in which relation. */
function listRoutes(): Hono<SurfaceEnv> {
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
  routes.get(`${STAFF_PATH}.docx`, signedInOnly, giveAnnex);
  routes.get(`${STAFF_PATH}/changes`, signedInOnly, async (c) => {
    const visit = c.get('visit');
    const months = await monthsOf(visit);
    const month = months.find((one) => one === visit.query.get('month')) ?? months[0] ?? '';
    const { items, total } = await monthlyChanges(visit.ctx, month, 'staff');
    return show(c, <ChangesPage visit={visit} view={{ month, months, items, total }} />);
  });
  routes.get(`${STAFF_PATH}/relations`, signedInOnly, async (c) => {
    const visit = c.get('visit');
    const kind = RELATION_KINDS.find((one) => one === visit.query.get('kind')) ?? null;
    const page = pageAsked(visit.query);
    const relations = await registryRelations(visit.ctx);
    return show(c, <RelationsPage visit={visit} view={{ relations, kind, page }} />);
  });
  return routes;
}

/** The registry as a dataset of its own: whether it publishes itself. */
function ownDatasetRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get(`${STAFF_PATH}/publication`, signedInOnly, async (c) => {
      const visit = c.get('visit');
      await permit(visit.ctx, 'city.manage');
      const own = await ownPublication(visit.ctx);
      const card = own.datasetId ? await findCard(visit.ctx, own.datasetId) : null;
      const allowed = await may(visit.ctx, 'dataset.publish', null);
      return show(c, <PublicationPage visit={visit} own={own} may={allowed} slug={card?.slug ?? null} />);
    })
    .post(`${STAFF_PATH}/publication`, signedInOnly, smallForms, async (c) => {
      const visit = c.get('visit');
      const { deed } = await readForm(c);
      await switchOwnPublication(visit.ctx, deed === 'on', visit.origin);
      return goTo(c, `${STAFF_PATH}/publication`);
    });
}

/** One entry with its past; staff say which entries took its place. Its address takes any word, so it stands after all others. */
function entryRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get(`${STAFF_PATH}/${NUMBER}`, signedInOnly, async (c) => {
      const visit = c.get('visit');
      const periods = await entryHistory(visit.ctx, c.req.param('number'), 'staff');
      return show(c, <StaffEntryPage visit={visit} periods={periods} />);
    })
    .post(`${STAFF_PATH}/${NUMBER}`, signedInOnly, smallForms, async (c) => {
      const visit = c.get('visit');
      const periods = await entryHistory(visit.ctx, c.req.param('number'), 'staff');
      const typed = (await readForm(c)).successors ?? '';
      const done = await attempt(saySuccessors(visit.ctx, periods[0]?.datasetId ?? '', typed.split(/[,;\s]+/)));
      if (done.done) return goTo(c, `${STAFF_PATH}/${c.req.param('number')}`);
      const page = <StaffEntryPage visit={visit} periods={periods} error={done.error} typed={typed} />;
      return show(c, page, done.error);
    })
    .get(`${PUBLIC_PATH}/${NUMBER}`, async (c) => {
      const visit = c.get('visit');
      const periods = await entryHistory(visit.ctx, c.req.param('number'), 'public');
      return renderPage(c, <PublicEntryPage visit={visit} periods={periods} />);
    });
}

/** Months since the registry began, the newest first; at most three years. */
async function monthsOf({ ctx }: Visit): Promise<string[]> {
  const begunOn = await registryBegunOn(ctx);
  const now = dayOf(ctx.clock.now()).slice(0, 7);
  const months = [now];
  for (let month = now; begunOn && month > begunOn.slice(0, 7) && months.length < 36; ) {
    month = addDays(`${month}-01`, -1).slice(0, 7);
    months.push(month);
  }
  return months;
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

/** The registry as an annex to an order, by the city's template. */
async function giveAnnex(c: PageContext): Promise<Response> {
  const visit = c.get('visit');
  const query = readRegistryQuery(visit.query);
  const filter = filterNow(visit, query.filter);
  const { items } = await registryRows(visit.ctx, filter, { audience: 'staff', order: query.order, page: WHOLE });
  const day = filter.on ?? dayOf(visit.ctx.clock.now());
  const asked = { language: 'uk', origin: visit.origin, columns: [], today: day } as const;
  const holder = (await listUnits(visit.ctx)).find(({ id }) => id === filter.unitId)?.name ?? '';
  // on paper a day stands as offices write it
  const onPaper = (iso: string) => iso.split('-').reverse().join('.');
  const cells = items.map((entry) => cellsOf({ ...entry, createdOn: onPaper(entry.createdOn) }, asked));
  const bytes = await fillAnnex(visit.ctx, cells, { holder, day: dayInWords(day, 'uk') });
  return ownFile(bytes, DOCX_TYPE, `reiestr-danykh-${day}.docx`);
}
