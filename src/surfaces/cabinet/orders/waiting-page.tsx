import type { OrderEffectKind, WaitingFact } from '../../../capabilities/orders/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dayInWords } from '../../../language/dates.ts';
import { ordersTexts } from '../../../locales/orders.ts';
import {
  Badge,
  Breadcrumbs,
  Button,
  CabinetPage,
  Choice,
  DataTable,
  Empty,
  ErrorSummary,
  fieldId,
  href,
  type Visit,
} from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { HOME } from './order-words.ts';

export interface WaitingView {
  readonly groups: readonly { readonly kind: OrderEffectKind; readonly facts: readonly WaitingFact[] }[];
  /** Id of the unsigned order they are added to; empty: a new one. */
  readonly into: string;
  readonly today: string;
  readonly form: FormState;
}

/** Facts that work without an order: tick them, and they become a draft. */
export function WaitingPage({ visit, view }: { visit: Visit; view: WaitingView }) {
  const texts = ordersTexts[visit.language];
  const { groups, into, form } = view;
  return (
    <CabinetPage visit={visit} title={texts.waiting.title}>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[{ label: texts.title, href: href(visit, HOME) }, { label: texts.waiting.title }]}
        />
        <div class="stack">
          <h1>{texts.waiting.title}</h1>
          <p class="lead">{texts.waiting.lead}</p>
        </div>
        <ErrorSummary faults={form.error?.fields ?? []} language={visit.language} />
        {groups.every(({ facts }) => facts.length === 0) ? (
          <Empty title={texts.waiting.none}>
            <p>{texts.waiting.noneText}</p>
          </Empty>
        ) : (
          <form
            class="form order-waiting"
            method="post"
            action={href(visit, `${HOME}/waiting`)}
            id={fieldId('subjects')}
          >
            {groups
              .filter(({ facts }) => facts.length > 0)
              .map(({ kind, facts }) => (
                <section class="stack" key={kind.kind} aria-labelledby={`waiting-${kind.kind}`}>
                  <h2 id={`waiting-${kind.kind}`}>{inLanguage(kind.title, visit.language)}</h2>
                  <FactTable visit={visit} kind={kind} facts={facts} today={view.today} />
                </section>
              ))}
            <input type="hidden" name="into" value={into} />
            <Button>{into === '' ? texts.waiting.prepare : texts.waiting.add}</Button>
          </form>
        )}
      </div>
    </CabinetPage>
  );
}

function FactTable(props: { visit: Visit; kind: OrderEffectKind; facts: readonly WaitingFact[]; today: string }) {
  const { visit, kind, facts, today } = props;
  const texts = ordersTexts[visit.language];
  return (
    <DataTable
      caption={inLanguage(kind.title, visit.language)}
      captionUnseen
      columns={[
        { title: texts.waiting.what },
        { title: texts.waiting.due, tight: true },
        { title: texts.waiting.named },
      ]}
      rows={facts.map(({ subjectId, title, due, named }) => [
        <Choice name="subject" value={`${kind.kind}:${subjectId}`} label={title} />,
        due === null ? (
          <span class="soft">{texts.waiting.noDue}</span>
        ) : (
          <Badge kind={due < today ? 'error' : 'attention'}>{dayInWords(due, visit.language)}</Badge>
        ),
        named,
      ])}
    />
  );
}
