import type { ListedOrder, OpenedOrder, Order } from '../../../capabilities/orders/index.ts';
import { ordersTexts } from '../../../locales/orders.ts';
import { Button, Field, faultOf, href, LinkButton, type Visit } from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { HOME, orderOption, requisites } from './order-words.ts';

type Part = { readonly visit: Visit; readonly order: Order };

/** The deeds of the state it is in. */
export function StateButtons({ visit, order }: Part) {
  const texts = ordersTexts[visit.language];
  const base = href(visit, `${HOME}/${order.id}`);
  const deed = (path: string, label: string, kind: 'primary' | 'secondary' | 'quiet' = 'secondary') => (
    <form method="post" action={`${base}/${path}`}>
      <Button kind={kind}>{label}</Button>
    </form>
  );
  if (order.signedAt === null) {
    return (
      <div class="row">
        <LinkButton href={`${base}/draft.docx`} download>
          {texts.draftFile}
        </LinkButton>
        {deed('document', texts.keepDraft)}
        {order.state === 'draft' ? deed('to-sign', texts.toSign) : deed('back', texts.back, 'quiet')}
        {deed('remove', texts.remove, 'quiet')}
      </div>
    );
  }
  return (
    <div class="row">
      {order.public ? deed('hide', texts.hide, 'quiet') : deed('publish', texts.publish)}
      {order.state !== 'ended' && deed('undo', texts.undo, 'quiet')}
    </div>
  );
}

/** What it changes, and what changed it. */
export function Ties({ visit, opened }: { visit: Visit; opened: OpenedOrder }) {
  const texts = ordersTexts[visit.language];
  const { ties, tiedBy } = opened;
  if (ties.length + tiedBy.length === 0) return null;
  const link = (order: { id: string; title: string }, words: string) => (
    <>
      {words}: <a href={href(visit, `${HOME}/${order.id}`)}>{order.title}</a>
    </>
  );
  return (
    <section class="stack" aria-labelledby="ties">
      <h2 id="ties">{texts.tiesTitle}</h2>
      <ul>
        {ties.map(({ kind, order }) => (
          <li key={order.id}>
            {link(order, texts[kind])} <span class="soft small">{requisites(visit, order)}</span>
          </li>
        ))}
        {tiedBy.map(({ order }) => (
          <li key={order.id}>
            {link(order, texts.changedBy)} <span class="soft small">{requisites(visit, order)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Says that this draft amends another document or takes its place. */
export function TieForm({ visit, order, others }: Part & { readonly others: readonly ListedOrder[] }) {
  const texts = ordersTexts[visit.language];
  if (others.length === 0) return null;
  const tie = order.ties[0];
  return (
    <details>
      <summary>{texts.tiesTitle}</summary>
      <form class="form" method="post" action={href(visit, `${HOME}/${order.id}/tie`)}>
        <Field
          label={texts.tieKind}
          name="tie"
          value={tie?.kind ?? ''}
          options={[
            { value: '', label: texts.tieNone },
            { value: 'supersedes', label: texts.supersedes },
            { value: 'amends', label: texts.amends },
          ]}
        />
        <Field
          label={texts.tieOther}
          name="other"
          value={tie?.orderId ?? ''}
          options={others.map((other) => orderOption(visit, other))}
        />
        <Button kind="secondary">{texts.tie}</Button>
      </form>
    </details>
  );
}

/** The document loses its force. */
export function EndForm({ visit, order, form }: Part & { readonly form: FormState | null }) {
  const texts = ordersTexts[visit.language];
  if (order.signedAt === null || order.state === 'ended') return null;
  const faults = form?.error?.fields ?? [];
  return (
    <details open={form !== null || undefined}>
      <summary>{texts.endTitle}</summary>
      <form class="form" method="post" action={href(visit, `${HOME}/${order.id}/end`)} novalidate>
        <p>{texts.endLead}</p>
        <Field
          label={texts.endDay}
          name="endedOn"
          type="date"
          value={form?.values.endedOn ?? ''}
          error={faultOf(faults, 'endedOn', visit.language)}
        />
        <Field label={texts.endNote} name="note" value={form?.values.note ?? ''} multiline rows={2} maxLength={2000} />
        <Button kind="danger">{texts.end}</Button>
      </form>
    </details>
  );
}
