import type { Unit, UnitKin } from '../../../capabilities/accounts/index.ts';
import {
  type Card,
  type DatasetPromise,
  type FoundCards,
  freshnessOf,
  type LateCards,
} from '../../../capabilities/catalog/index.ts';
import { cityTexts } from '../../../locales/city.ts';
import { portalTexts } from '../../../locales/portal.ts';
import { promisesTexts } from '../../../locales/promises.ts';
import { unitsTexts } from '../../../locales/units.ts';
import {
  Breadcrumbs,
  Empty,
  href,
  type KeyValue,
  KeyValues,
  LinkButton,
  Notice,
  Page,
  type Visit,
} from '../../components/index.ts';
import { PromisedPart } from '../promises/promise-row.tsx';
import { KinList } from './closed-unit-page.tsx';
import { FeedLink } from './feed-link.tsx';
import { CardList } from './themes-page.tsx';

export interface UnitView {
  readonly unit: Unit;
  /** From the root down to the unit above. */
  readonly above: readonly Unit[];
  readonly below: readonly Unit[];
  readonly found: FoundCards;
  /** Over all datasets of the unit. */
  readonly late: LateCards;
  readonly kin: UnitKin;
  readonly promised: { readonly items: readonly DatasetPromise[]; readonly total: number };
}

/** A publisher: who they are, what they publish, what is late, whom to ask. */
export function UnitPage({ visit, view }: { visit: Visit; view: UnitView }) {
  const texts = portalTexts[visit.language];
  const more = cityTexts[visit.language].units;
  const { unit, above, found } = view;
  const feed = `/units/${unit.slug}/feed.atom`;
  const parent = above.at(-1);
  return (
    <Page
      visit={visit}
      title={unit.name}
      description={found.total > 0 ? more.publishes(texts.counts.datasets(found.total), '') : texts.units.emptyText}
      head={<link rel="alternate" type="application/atom+xml" href={feed} title={unit.name} />}
    >
      <Breadcrumbs
        language={visit.language}
        items={[
          { label: texts.units.title, href: href(visit, '/units') },
          ...above.map((one) => ({ label: one.name, href: href(visit, `/units/${one.slug}`) })),
        ]}
      />
      <h1>{unit.name}</h1>
      {parent && <p class="lead page-lead">{more.within(parent.name)}</p>}
      <div class="columns columns-end unit-columns">
        <section aria-labelledby="unit-datasets">
          {found.total === 0 ? (
            <Empty title={texts.units.emptyTitle}>
              <p id="unit-datasets">{texts.units.emptyText}</p>
              <p>
                <LinkButton href={href(visit, '/messages/new?kind=proposal')}>{more.propose}</LinkButton>
              </p>
            </Empty>
          ) : (
            <>
              <h2 id="unit-datasets">{texts.counts.datasets(found.total)}</h2>
              <LateNotice visit={visit} late={view.late} />
              <CardList visit={visit} found={found} path={`/units/${unit.slug}`} />
              <p>
                <a href={`${href(visit, '/open-data/registry')}?unit=${unit.id}`}>{more.registry}</a>
              </p>
              <FeedLink visit={visit} path={feed} label={more.feed} />
            </>
          )}
          <PromisedPart
            visit={visit}
            id="promised"
            title={promisesTexts[visit.language].ofUnit}
            promises={view.promised.items}
            total={view.promised.total}
          />
        </section>
        <UnitAside visit={visit} view={view} />
      </div>
    </Page>
  );
}

function LateNotice({ visit, late }: { visit: Visit; late: LateCards }) {
  const texts = cityTexts[visit.language].units;
  if (late.count === 0) return <p class="soft">{portalTexts[visit.language].units.allOnTime}</p>;
  const now = visit.ctx.clock.now();
  return (
    <Notice kind="attention" title={texts.lateTitle(late.count)} language={visit.language}>
      {late.count > late.cards.length && <p>{texts.lateLongest(late.cards.length)}</p>}
      <ul class="plain late-list">
        {late.cards.map((card) => {
          const freshness = freshnessOf(card, now);
          return (
            <li key={card.datasetId}>
              <a href={href(visit, `/datasets/${card.slug}`)} lang={card.passport.language}>
                {card.passport.title}
              </a>{' '}
              {freshness.kind === 'late' && <span class="nowrap">{texts.lateBy(freshness.days)}</span>}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

function UnitAside({ visit, view }: { visit: Visit; view: UnitView }) {
  const texts = portalTexts[visit.language].units;
  const more = cityTexts[visit.language].units;
  const items = contacts(visit, view.unit);
  const people = responsible(view.found.items);
  return (
    <aside class="stack-l">
      <section>
        <h2 class="aside-title">{more.contacts}</h2>
        {items.length > 0 ? <KeyValues items={items} /> : <p class="soft">{more.noContacts}</p>}
      </section>
      {people.length > 0 && (
        <section>
          <h2 class="aside-title">{more.responsible}</h2>
          <ul class="plain people-list">
            {people.map(({ name, email }) => (
              <li key={`${name} ${email}`}>
                {name && <div>{name}</div>}
                {email && <a href={`mailto:${email}`}>{email}</a>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {view.kin.predecessors.length > 0 && (
        <section>
          <h2 class="aside-title">{unitsTexts[visit.language].predecessors}</h2>
          <KinList visit={visit} units={view.kin.predecessors} />
        </section>
      )}
      {view.below.length > 0 && (
        <section>
          <h2 class="aside-title">{texts.within}</h2>
          <ul class="plain link-list">
            {view.below.map((one) => (
              <li key={one.id}>
                <a href={href(visit, `/units/${one.slug}`)}>{one.name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}

const MOST_PEOPLE = 4;

/** Office contacts of those whom the passports on the page name. */
function responsible(cards: readonly Card[]): { name: string; email: string }[] {
  const people = new Map<string, { name: string; email: string }>();
  for (const { passport } of cards) {
    const { responsibleName: name, responsibleEmail: email } = passport;
    if (name || email) people.set(`${name} ${email}`, { name, email });
  }
  return [...people.values()].slice(0, MOST_PEOPLE);
}

function contacts(visit: Visit, unit: Unit): KeyValue[] {
  const texts = portalTexts[visit.language].units;
  const code = unit.edrpou ?? (unit.shownEdrpou && texts.codeAbove(unit.shownEdrpou));
  const kinds = unitsTexts[visit.language];
  const head = [unit.headName, unit.headPost].filter(Boolean).join(', ');
  const items: (KeyValue | null)[] = [
    unit.kind !== 'unit' ? [kinds.kind, kinds.kinds[unit.kind]] : null,
    head !== '' ? [kinds.headTitle, head] : null,
    code ? [texts.code, <span class="figures">{code}</span>] : null,
    unit.email ? [texts.email, <a href={`mailto:${unit.email}`}>{unit.email}</a>] : null,
    unit.phone ? [texts.phone, <a href={`tel:${unit.phone.replace(/[^\d+]/g, '')}`}>{unit.phone}</a>] : null,
    unit.site ? [texts.site, <a href={unit.site}>{unit.site.replace(/^https?:\/\//, '').replace(/\/$/, '')}</a>] : null,
  ];
  return items.filter((item) => item !== null);
}
