import type { Unit } from '../../../capabilities/accounts/index.ts';
import type { FacetValue } from '../../../capabilities/catalog/index.ts';
import { portalTexts } from '../../../locales/portal.ts';
import { Empty, href, Page, type Visit } from '../../components/index.ts';

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
