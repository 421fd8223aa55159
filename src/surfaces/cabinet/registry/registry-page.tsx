import type { ComponentChildren } from 'preact';
import type { Unit } from '../../../capabilities/accounts/index.ts';
import { type EntryList, type RegistryEntry, SHOWN_STATES } from '../../../capabilities/registry/index.ts';
import { type Day, dayOf } from '../../../kernel/dates.ts';
import { type Paged, pageCount } from '../../../kernel/paging.ts';
import { dayInWords } from '../../../language/dates.ts';
import { formatNumber, THIN_SPACE } from '../../../language/numbers.ts';
import { registryTexts } from '../../../locales/registry.ts';
import { CabinetPage, Empty, Notice, Page, Pager, Tabs, type Visit } from '../../components/index.ts';
import { RegistryFilters } from './registry-filters.tsx';
import { RegistryPlaces } from './registry-places.tsx';
import { PUBLIC_PATH, type RegistryQuery, registryHref, registryParameters, STAFF_PATH } from './registry-query.ts';
import { RegistryTable } from './registry-table.tsx';

export interface RegistryView {
  readonly query: RegistryQuery;
  readonly found: Paged<RegistryEntry> & EntryList;
  readonly units: readonly Unit[];
}

/** The registry for those who work in the cabinet. */
export function StaffRegistryPage({ visit, view }: { visit: Visit; view: RegistryView }) {
  const texts = registryTexts[visit.language];
  return (
    <CabinetPage visit={visit} title={texts.title} wide>
      <RegistryBody
        visit={visit}
        view={view}
        path={STAFF_PATH}
        lead={texts.staffLead}
        more={<RegistryPlaces visit={visit} current="registry" />}
      />
    </CabinetPage>
  );
}

/** The registry for everybody. */
export function PublicRegistryPage({ visit, view }: { visit: Visit; view: RegistryView }) {
  const texts = registryTexts[visit.language];
  return (
    <Page visit={visit} title={texts.title} description={texts.publicLead} wide search={false}>
      <RegistryBody visit={visit} view={view} path={PUBLIC_PATH} lead={texts.publicLead} />
    </Page>
  );
}

function RegistryBody(props: {
  visit: Visit;
  view: RegistryView;
  path: string;
  lead: string;
  more?: ComponentChildren;
}) {
  const { visit, view, path, lead, more } = props;
  const texts = registryTexts[visit.language];
  const { query, found } = view;
  const formats = path === STAFF_PATH ? ['csv', 'xlsx', 'json', 'docx'] : ['csv', 'xlsx', 'json'];
  const narrowed = registryParameters(query).toString() !== '';
  const today = dayOf(visit.ctx.clock.now());
  const entryPath = ({ number }: RegistryEntry) => `${path}/${encodeURIComponent(number)}`;
  return (
    <div class="stack-l">
      <div class="stack">
        <h1>{texts.title}</h1>
        <p class="lead">{lead}</p>
      </div>
      {more}
      <Moment visit={visit} view={view} today={today} />
      <States visit={visit} view={view} path={path} />
      <RegistryFilters visit={visit} path={path} query={query} list={found} units={view.units} narrowed={narrowed} />
      {found.items.length === 0 ? (
        <Empty title={narrowed ? texts.none : texts.empty}>
          <p>{narrowed ? texts.noneLead : texts.emptyLead}</p>
        </Empty>
      ) : (
        <div class="stack">
          <p class="soft">
            {texts.found(found.total)}. {texts.filled(percentOf(found.filled, found.asked, visit))}.
          </p>
          <RegistryTable
            visit={visit}
            entries={found.items}
            columns={query.columns}
            entryPath={entryPath}
            today={query.filter.on ?? today}
            lacking={path === STAFF_PATH && query.filter.incomplete === true}
          />
          <Pager
            visit={visit}
            page={found.page}
            pages={pageCount(found)}
            hrefFor={(page) => registryHref(visit, path, query, { page: String(page) })}
          />
          <p class="row no-print">
            <span class="soft">{texts.take}</span>
            {formats.map((format) => (
              <a key={format} href={registryHref(visit, `${path}.${format}`, query)}>
                {format.toUpperCase()}
              </a>
            ))}
          </p>
        </div>
      )}
    </div>
  );
}

/** A share in percent, whole. */
export function percentOf(part: number, whole: number, visit: Pick<Visit, 'language'>): string {
  const percent = whole === 0 ? 100 : Math.floor((part / whole) * 100);
  return `${formatNumber(percent, visit.language)}${THIN_SPACE}%`;
}

function Moment({ visit, view, today }: { visit: Visit; view: RegistryView; today: Day }) {
  const texts = registryTexts[visit.language];
  const { on } = view.query.filter;
  const { begunOn } = view.found;
  if (!on) return null;
  if (on > today) return <Notice kind="info" title={texts.future} language={visit.language} />;
  if (begunOn !== null && on < begunOn)
    return <Notice kind="info" title={texts.begunOn(dayInWords(begunOn, visit.language))} language={visit.language} />;
  return <h2>{texts.onDay(dayInWords(on, visit.language))}</h2>;
}

function States({ visit, view, path }: { visit: Visit; view: RegistryView; path: string }) {
  const texts = registryTexts[visit.language];
  const { query, found } = view;
  const { state: chosen, ...others } = query.filter;
  const here = SHOWN_STATES.filter((state) => found.states[state]);
  if (here.length < 2 && !chosen) return null;
  const all = here.reduce((sum, state) => sum + (found.states[state] ?? 0), 0);
  return (
    <Tabs
      label={texts.statesLabel}
      items={[
        {
          label: texts.all,
          href: registryHref(visit, path, { ...query, filter: others }),
          current: !chosen,
          count: all,
        },
        ...here.map((state) => ({
          label: texts.states[state],
          href: registryHref(visit, path, { ...query, filter: { ...others, state } }),
          current: chosen === state,
          count: found.states[state],
        })),
      ]}
    />
  );
}
