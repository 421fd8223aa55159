import type { CitationFinding, ListedOrder, Norm, Order } from '../../../capabilities/orders/index.ts';
import { ordersTexts } from '../../../locales/orders.ts';
import { Breadcrumbs, Button, CabinetPage, ErrorSummary, href, type Visit } from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { CitationNotes } from './citation-notes.tsx';
import { TieForm } from './order-deeds.tsx';
import { LineFields, MoreFields } from './order-form.tsx';
import { HOME } from './order-words.ts';

/** All that may be typed of a document; norms are offered as lines to copy into its grounds. */
export function EditOrderPage(props: {
  visit: Visit;
  order: Order;
  form: FormState;
  norms: readonly { readonly norm: Norm; readonly line: string }[];
  citations: readonly CitationFinding[];
  /** Documents this draft may change or take the place of. */
  others: readonly ListedOrder[];
}) {
  const { visit, order, form, norms, citations, others } = props;
  const texts = ordersTexts[visit.language];
  const path = `${HOME}/${order.id}`;
  return (
    <CabinetPage visit={visit} title={texts.editTitle}>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[
            { label: texts.title, href: href(visit, HOME) },
            { label: order.title, href: href(visit, path) },
            { label: texts.editTitle },
          ]}
        />
        <h1>{texts.editTitle}</h1>
        <ErrorSummary faults={form.error?.fields ?? []} language={visit.language} />
        <CitationNotes visit={visit} findings={citations} />
        <form class="form" method="post" action={href(visit, `${path}/edit`)} novalidate>
          <LineFields visit={visit} form={form} />
          <fieldset class="field">
            <legend class="field-label">{texts.addGround}</legend>
            <div class="choices">
              {norms.map(({ norm, line }) => (
                <label class="choice" key={norm.code}>
                  <input type="checkbox" name="norm" value={line} />
                  <span>{line}</span>
                </label>
              ))}
            </div>
          </fieldset>
          <MoreFields visit={visit} form={form} />
          <Button>{texts.save}</Button>
        </form>
        <TieForm visit={visit} order={order} others={others} />
      </div>
    </CabinetPage>
  );
}
