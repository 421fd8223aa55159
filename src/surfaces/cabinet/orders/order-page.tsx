import { type CitationFinding, isBackInTime, type OpenedOrder } from '../../../capabilities/orders/index.ts';
import { dayInWords } from '../../../language/dates.ts';
import { ordersTexts } from '../../../locales/orders.ts';
import { Badge, Breadcrumbs, CabinetPage, ErrorSummary, href, Notice, type Visit } from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { CitationNotes } from './citation-notes.tsx';
import { EffectList, type ToldEffect } from './effect-list.tsx';
import { EndForm, StateButtons, Ties } from './order-deeds.tsx';
import { OrderFacts } from './order-facts.tsx';
import { FileList } from './order-files.tsx';
import { HOME, requisites, TONES } from './order-words.ts';
import { SignForm } from './sign-form.tsx';

export interface OrderView {
  readonly opened: OpenedOrder;
  readonly effects: readonly ToldEffect[];
  readonly citations: readonly CitationFinding[];
  /** May keep the papers of the community. */
  readonly keeps: boolean;
  readonly mayReadHistory: boolean;
  readonly form: FormState;
  /** Which form was posted, to show it with its faults. */
  readonly posted: 'sign' | 'end' | 'file' | null;
  /** What was left without a ground, after it lost its force. */
  readonly left: readonly string[] | null;
}

/** A document: its state and next step, what it puts in force, files, ties. */
export function OrderPage({ visit, view }: { visit: Visit; view: OrderView }) {
  const texts = ordersTexts[visit.language];
  const { opened, keeps } = view;
  const { order } = opened;
  const base = href(visit, `${HOME}/${order.id}`);
  const unsigned = order.signedAt === null;
  return (
    <CabinetPage visit={visit} title={order.title}>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[{ label: texts.title, href: href(visit, HOME) }, { label: order.title }]}
        />
        <div class="stack">
          <h1>{order.title}</h1>
          <p class="row">
            <Badge kind={TONES[order.state]}>{texts.states[order.state]}</Badge>
            <span class="soft">{requisites(visit, order)}</span>
          </p>
        </div>
        <Told visit={visit} view={view} />
        <ErrorSummary faults={view.form.error?.fields ?? []} language={visit.language} />
        {view.form.error && view.form.error.fields.length === 0 && (
          <Notice kind="error" title={view.form.error.text[visit.language]} language={visit.language} live />
        )}
        <CitationNotes visit={visit} findings={view.citations} {...(keeps ? { mend: `${base}/mend` } : {})} />
        {keeps && <StateButtons visit={visit} order={order} />}
        {keeps && unsigned && <SignForm visit={visit} view={view} />}
        <EffectList visit={visit} order={order} effects={view.effects} keeps={keeps} />
        <FileList
          visit={visit}
          order={order}
          files={opened.files}
          keeps={keeps}
          form={view.posted === 'file' ? view.form : null}
        />
        <OrderFacts visit={visit} order={order} keeps={keeps} />
        <Ties visit={visit} opened={opened} />
        {keeps && <EndForm visit={visit} order={order} form={view.posted === 'end' ? view.form : null} />}
        {view.mayReadHistory && (
          <p>
            <a href={href(visit, `/cabinet/history?subject=${order.id}`)}>{texts.history}</a>
          </p>
        )}
      </div>
    </CabinetPage>
  );
}

const DONE = ['saved', 'signed', 'undone', 'published', 'hidden', 'ended'] as const;

/** What was just done, what is late, what is left without a ground. */
function Told({ visit, view }: { visit: Visit; view: OrderView }) {
  const texts = ordersTexts[visit.language];
  const { opened, form, left } = view;
  const { order, due } = opened;
  const done = DONE.find((one) => one === visit.query.get('done'));
  const today = visit.ctx.clock.now().toISOString().slice(0, 10);
  const words = due ? dayInWords(due, visit.language) : '';
  const since = opened.effects.map(({ preparedOn }) => preparedOn).toSorted()[0] ?? null;
  return (
    <>
      {done && !form.error && !left && <Notice kind="good" title={texts[done]} language={visit.language} live />}
      {visit.query.get('done') === 'mended' && (
        <Notice kind="good" title={texts.citations.mended} language={visit.language} live />
      )}
      {due && !order.signedAt && (
        <Notice
          kind={due < today ? 'error' : 'attention'}
          title={due < today ? texts.overdue(words) : texts.waitingSince(words)}
          language={visit.language}
        />
      )}
      {order.signedAt && order.date && since && isBackInTime(order.date, since) && done === 'signed' && (
        <Notice kind="info" language={visit.language}>
          {texts.backInTime(dayInWords(since, visit.language))}
        </Notice>
      )}
      {left && (
        <Notice
          kind={left.length > 0 ? 'attention' : 'good'}
          title={left.length > 0 ? texts.left : texts.leftNone}
          language={visit.language}
          live
        >
          {left.length > 0 && (
            <ul>
              {left.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </Notice>
      )}
    </>
  );
}
