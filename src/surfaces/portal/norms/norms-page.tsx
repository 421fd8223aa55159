import { type ListedOrder, type Norm, ORDER_KIND_NAMES, type OrderFile } from '../../../capabilities/orders/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dottedDay } from '../../../language/citations/index.ts';
import { normsTexts } from '../../../locales/norms.ts';
import { ordersTexts } from '../../../locales/orders.ts';
import { href, Page, type Visit } from '../../components/index.ts';

export interface PublicOrder {
  readonly order: ListedOrder;
  readonly files: readonly OrderFile[];
}

/** «Нормативна база»: laws with the articles that matter, documents of the community, its orders with their public files. */
export function PublicNormsPage(props: { visit: Visit; norms: readonly Norm[]; orders: readonly PublicOrder[] }) {
  const { visit, norms, orders } = props;
  const texts = normsTexts[visit.language];
  const local = norms.filter((norm) => norm.local);
  return (
    <Page visit={visit} title={texts.title} description={texts.public.lead}>
      <div class="stack-l">
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.public.lead}</p>
        </div>
        <section class="stack" aria-labelledby="laws">
          <h2 id="laws">{texts.laws}</h2>
          <NormList visit={visit} norms={norms.filter((norm) => !norm.local)} />
        </section>
        {local.length > 0 && (
          <section class="stack" aria-labelledby="local">
            <h2 id="local">{texts.local}</h2>
            <NormList visit={visit} norms={local} />
          </section>
        )}
        <section class="stack" aria-labelledby="orders">
          <h2 id="orders">{texts.public.orders}</h2>
          {orders.length === 0 ? (
            <p class="soft">{texts.public.noOrders}</p>
          ) : (
            <OrderList visit={visit} orders={orders} />
          )}
        </section>
      </div>
    </Page>
  );
}

function NormList({ visit, norms }: { visit: Visit; norms: readonly Norm[] }) {
  const texts = normsTexts[visit.language];
  return (
    <ul class="norm-list">
      {norms.map(({ code, kind, title, date, number, address, edition, articles }) => (
        <li key={code}>
          {address === '' ? <strong>{title}</strong> : <a href={address}>{title}</a>}
          <div class="soft small">
            {[texts.kinds[kind], date ? dottedDay(date) : '', number ? `№ ${number}` : '', edition]
              .filter(Boolean)
              .join(' ')}
          </div>
          {articles.length > 0 && (
            <ul class="small">
              {articles.map(({ article, about }) => (
                <li key={article}>{about === '' ? article : `${article}: ${about}`}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}

function OrderList({ visit, orders }: { visit: Visit; orders: readonly PublicOrder[] }) {
  const texts = ordersTexts[visit.language];
  return (
    <ul class="norm-list">
      {orders.map(({ order, files }) => (
        <li key={order.id}>
          <strong>{order.title}</strong>
          <div class="soft small">
            {[
              inLanguage(ORDER_KIND_NAMES[order.kind], visit.language),
              order.date ? texts.ofDate(dottedDay(order.date)) : '',
              order.number ? `№ ${order.number}` : texts.noNumber,
              order.state === 'ended' || order.state === 'amended' ? `(${texts.states[order.state]})` : '',
            ]
              .filter(Boolean)
              .join(' ')}
          </div>
          {files.map((file) => (
            <div key={file.id} class="small">
              <a href={href(visit, `/order-files/${file.id}`)}>{file.name}</a>{' '}
              <span class="soft">{texts.roles[file.role]}</span>
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}
