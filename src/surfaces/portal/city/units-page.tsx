import type { Unit } from '../../../capabilities/accounts/index.ts';
import type { FacetValue, FoundCards } from '../../../capabilities/catalog/index.ts';
import { freshnessOf } from '../../../capabilities/catalog/index.ts';
import { portalTexts } from '../../../locales/portal.ts';
import {
  Breadcrumbs,
  Empty,
  href,
  type KeyValue,
  KeyValues,
  LinkButton,
  Page,
  type Visit,
} from '../../components/index.ts';
import { DatasetRow } from '../search/dataset-row.tsx';
import { searchHref } from '../search/search-address.ts';

/** The tree of the council's units with how many datasets each has. */
export function UnitsPage(props: { visit: Visit; units: readonly Unit[]; counts: readonly FacetValue[] }) {
  const { visit, units, counts } = props;
  const texts = portalTexts[visit.language].units;
  const known = new Set(units.map((unit) => unit.id));
  const roots = units.filter((unit) => unit.parentId === null || !known.has(unit.parentId));
  return (
    <Page visit={visit} title={texts.title} description={texts.lead}>
      <h1>{texts.title}</h1>
      <p class="lead page-lead">{texts.lead}</p>
      {units.length === 0 ? (
        <Empty title={texts.none} />
      ) : (
        <div class="publisher-tree">
          <UnitBranch visit={visit} units={units} branch={roots} counts={counts} />
        </div>
      )}
    </Page>
  );
}

function UnitBranch(props: {
  visit: Visit;
  units: readonly Unit[];
  branch: readonly Unit[];
  counts: readonly FacetValue[];
}) {
  const { visit, units, branch, counts } = props;
  const texts = portalTexts[visit.language];
  return (
    <ul class="plain">
      {branch.map((unit) => {
        const below = units.filter((one) => one.parentId === unit.id);
        const count = counts.find((one) => one.value === unit.slug)?.count ?? 0;
        return (
          <li key={unit.id}>
            <div class="publisher-line">
              <a href={href(visit, `/units/${unit.slug}`)}>{unit.name}</a>
              <span class="soft small figures">
                {count > 0 ? texts.counts.datasets(count) : texts.units.noDatasets}
              </span>
            </div>
            {below.length > 0 && <UnitBranch visit={visit} units={units} branch={below} counts={counts} />}
          </li>
        );
      })}
    </ul>
  );
}

export interface UnitView {
  readonly unit: Unit;
  /** From the root down to the unit above. */
  readonly above: readonly Unit[];
  readonly below: readonly Unit[];
  readonly found: FoundCards;
}

/** A publisher: who they are, what they publish, what is late. */
export function UnitPage({ visit, view }: { visit: Visit; view: UnitView }) {
  const texts = portalTexts[visit.language];
  const { unit, above, below, found } = view;
  return (
    <Page visit={visit} title={unit.name}>
      <Breadcrumbs
        language={visit.language}
        items={[
          { label: texts.units.title, href: href(visit, '/units') },
          ...above.map((one) => ({ label: one.name, href: href(visit, `/units/${one.slug}`) })),
        ]}
      />
      <h1>{unit.name}</h1>
      <div class="columns columns-end unit-columns">
        <section aria-labelledby="unit-datasets">
          <h2 id="unit-datasets">{found.total > 0 ? texts.counts.datasets(found.total) : texts.units.datasets}</h2>
          {found.total === 0 ? (
            <p class="soft">{texts.units.emptyText}</p>
          ) : (
            <>
              <p class="soft">{lateWords(visit, view)}</p>
              <ul class="plain dataset-list">
                {found.items.map((card) => (
                  <DatasetRow key={card.datasetId} card={card} visit={visit} />
                ))}
              </ul>
              {found.total > found.items.length && (
                <p class="home-more">
                  <LinkButton href={searchHref(visit, { unit: unit.slug })}>{texts.units.all}</LinkButton>
                </p>
              )}
            </>
          )}
        </section>
        <aside class="stack-l">
          <KeyValues items={contacts(visit, unit)} />
          {below.length > 0 && (
            <section>
              <h2 class="aside-title">{texts.units.within}</h2>
              <ul class="plain link-list">
                {below.map((one) => (
                  <li key={one.id}>
                    <a href={href(visit, `/units/${one.slug}`)}>{one.name}</a>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </aside>
      </div>
    </Page>
  );
}

function lateWords(visit: Visit, { found }: UnitView): string {
  const texts = portalTexts[visit.language].units;
  const now = visit.ctx.clock.now();
  const late = found.items.filter((card) => freshnessOf(card, now).kind === 'late');
  return late.length > 0 ? texts.late(late.length) : texts.allOnTime;
}

function contacts(visit: Visit, unit: Unit): KeyValue[] {
  const texts = portalTexts[visit.language].units;
  const code = unit.edrpou ?? (unit.shownEdrpou && texts.codeAbove(unit.shownEdrpou));
  const items: (KeyValue | null)[] = [
    code ? [texts.code, <span class="figures">{code}</span>] : null,
    unit.email ? [texts.email, <a href={`mailto:${unit.email}`}>{unit.email}</a>] : null,
    unit.phone ? [texts.phone, <a href={`tel:${unit.phone.replace(/[^\d+]/g, '')}`}>{unit.phone}</a>] : null,
    unit.site ? [texts.site, <a href={unit.site}>{unit.site.replace(/^https?:\/\//, '').replace(/\/$/, '')}</a>] : null,
  ];
  return items.filter((item) => item !== null);
}
