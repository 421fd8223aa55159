import type { KinUnit, Unit, UnitKin } from '../../../capabilities/accounts/index.ts';
import { dayInWords } from '../../../language/dates.ts';
import { unitsTexts } from '../../../locales/units.ts';
import { Badge, href, Page, type Visit } from '../../components/index.ts';

/** A unit that is no more: what became of it, and where its data are now. */
export function ClosedUnitPage({ visit, unit, kin }: { visit: Visit; unit: Unit; kin: UnitKin }) {
  const texts = unitsTexts[visit.language];
  const order = kin.successors.find((one) => one.order !== '')?.order;
  return (
    <Page visit={visit} title={`${texts.closed}: ${unit.name}`} head={<meta name="robots" content="noindex" />}>
      <div class="stack-l">
        <div class="stack">
          <p>
            <Badge kind="attention">{texts.closed}</Badge>
          </p>
          <h1>{unit.name}</h1>
          {unit.closedOn !== null && <p class="lead">{texts.closedOn(dayInWords(unit.closedOn, visit.language))}</p>}
          {order && (
            <p class="soft">
              {texts.order}: {order}
            </p>
          )}
        </div>
        <section class="stack">
          <h2>{texts.successors}</h2>
          <KinList visit={visit} units={kin.successors} />
        </section>
      </div>
    </Page>
  );
}

/** Predecessors or successors, each a link to its page. */
export function KinList({ visit, units }: { visit: Visit; units: readonly KinUnit[] }) {
  return (
    <ul class="plain link-list">
      {units.map((one) => (
        <li key={one.id}>
          <a href={href(visit, `/units/${one.slug}`)}>{one.name}</a>{' '}
          <span class="soft small">{dayInWords(one.on, visit.language)}</span>
        </li>
      ))}
    </ul>
  );
}
