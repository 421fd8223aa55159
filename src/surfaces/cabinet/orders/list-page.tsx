import { type ListedOrder, ORDER_STATES } from '../../../capabilities/orders/index.ts';
import { ordersTexts } from '../../../locales/orders.ts';
import {
  Badge,
  Button,
  CabinetPage,
  DataTable,
  Empty,
  Field,
  href,
  LinkButton,
  Pager,
  type Visit,
} from '../../components/index.ts';
import { HOME, kindOptions, requisites, TONES } from './order-words.ts';

export interface ListView {
  readonly orders: readonly ListedOrder[];
  readonly total: number;
  readonly years: readonly number[];
  readonly page: number;
  readonly size: number;
  /** May keep the papers of the community. */
  readonly keeps: boolean;
}

/** All orders with filters, and one line to paste. */
export function OrderListPage({ visit, view }: { visit: Visit; view: ListView }) {
  const texts = ordersTexts[visit.language];
  const { orders, total, page, size, keeps } = view;
  const filtered = ['kind', 'state', 'year', 'q'].some((name) => visit.query.get(name));
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l">
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        {keeps && <LineForm visit={visit} />}
        {keeps && (
          <p>
            <a href={href(visit, `${HOME}/waiting`)}>{texts.waiting.title}</a>
          </p>
        )}
        {(total > 0 || filtered) && <Filters visit={visit} view={view} />}
        {total === 0 ? (
          <Empty title={filtered ? texts.noneFound : texts.none}>{!filtered && <p>{texts.noneText}</p>}</Empty>
        ) : (
          <section class="stack" aria-labelledby="found">
            <h2 id="found">{texts.found(total)}</h2>
            <OrderTable visit={visit} orders={orders} />
            <Pager visit={visit} page={page} pages={Math.ceil(total / size)} hrefFor={(to) => pageHref(visit, to)} />
          </section>
        )}
      </div>
    </CabinetPage>
  );
}

function pageHref(visit: Visit, page: number): string {
  const query = new URLSearchParams(visit.query);
  query.set('page', String(page));
  return href(visit, `${HOME}?${query}`);
}

function LineForm({ visit }: { visit: Visit }) {
  const texts = ordersTexts[visit.language];
  return (
    <form class="form" method="get" action={href(visit, `${HOME}/new`)}>
      <Field label={texts.line} hint={texts.lineHint} name="line" multiline rows={2} maxLength={1000} />
      <p class="row">
        <Button>{texts.readLine}</Button>
        <LinkButton href={href(visit, `${HOME}/new`)} kind="quiet">
          {texts.newDraft}
        </LinkButton>
      </p>
    </form>
  );
}

function Filters({ visit, view }: { visit: Visit; view: ListView }) {
  const texts = ordersTexts[visit.language];
  const value = (name: string) => visit.query.get(name) ?? '';
  const states = ORDER_STATES.map((state) => ({ value: state, label: texts.states[state] }));
  const years = view.years.map((year) => ({ value: String(year), label: String(year) }));
  const every = { value: '', label: texts.all };
  return (
    <form class="order-filters" method="get" action={href(visit, HOME)}>
      <Field label={texts.words} name="q" value={value('q')} type="search" maxLength={100} />
      <Field label={texts.kind} name="kind" value={value('kind')} options={kindOptions(visit, texts.all)} />
      <Field label={texts.state} name="state" value={value('state')} options={[every, ...states]} />
      <Field label={texts.year} name="year" value={value('year')} options={[every, ...years]} />
      <Button kind="secondary">{texts.filter}</Button>
    </form>
  );
}

function OrderTable({ visit, orders }: { visit: Visit; orders: readonly ListedOrder[] }) {
  const texts = ordersTexts[visit.language];
  return (
    <DataTable
      caption={texts.title}
      captionUnseen
      rowHeaders
      columns={[
        { title: texts.document },
        { title: texts.state },
        { title: texts.effects, align: 'end' },
        { title: texts.files, align: 'end' },
      ]}
      rows={orders.map((order) => [
        <>
          <a href={href(visit, `${HOME}/${order.id}`)}>{order.title}</a>
          <div class="soft small">{requisites(visit, order)}</div>
        </>,
        <Badge kind={TONES[order.state]}>{texts.states[order.state]}</Badge>,
        order.effects || '',
        order.files || '',
      ])}
    />
  );
}
