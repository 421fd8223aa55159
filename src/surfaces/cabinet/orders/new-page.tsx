import type { CitationFinding } from '../../../capabilities/orders/index.ts';
import { ordersTexts } from '../../../locales/orders.ts';
import {
  Breadcrumbs,
  Button,
  CabinetPage,
  Choice,
  ChoiceGroup,
  ErrorSummary,
  href,
  Notice,
  type Visit,
} from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { CitationNotes } from './citation-notes.tsx';
import { LineFields, MoreFields } from './order-form.tsx';
import { HOME } from './order-words.ts';

interface NewView {
  readonly form: FormState;
  /** The pasted line that was read; empty: none. */
  readonly line: string;
  readonly citations: readonly CitationFinding[];
}

/** A document to be entered: of a pasted line its parsed fields, or an empty draft. */
export function NewOrderPage({ visit, view }: { visit: Visit; view: NewView }) {
  const texts = ordersTexts[visit.language];
  const { form, line, citations } = view;
  const signed = form.values.status === 'signed';
  return (
    <CabinetPage visit={visit} title={texts.newTitle}>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[{ label: texts.title, href: href(visit, HOME) }, { label: texts.newTitle }]}
        />
        <div class="stack">
          <h1>{texts.newTitle}</h1>
          <p class="lead">{line === '' ? texts.draftLead : texts.newLead}</p>
        </div>
        <ErrorSummary faults={form.error?.fields ?? []} language={visit.language} />
        <Unread visit={visit} view={view} />
        <CitationNotes visit={visit} findings={citations} />
        <form class="form" method="post" action={href(visit, HOME)} novalidate>
          <ChoiceGroup legend={texts.field.status} name="status">
            <Choice type="radio" name="status" value="signed" label={texts.field.isSigned} checked={signed} />
            <Choice type="radio" name="status" value="draft" label={texts.field.isDraft} checked={!signed} />
          </ChoiceGroup>
          <LineFields visit={visit} form={form} />
          <Choice
            name="withoutNumber"
            value="1"
            label={texts.field.withoutNumber}
            checked={form.values.withoutNumber === '1'}
          />
          <details>
            <summary>{texts.more}</summary>
            <MoreFields visit={visit} form={form} />
          </details>
          <Button>{texts.save}</Button>
        </form>
      </div>
    </CabinetPage>
  );
}

/** What the pasted line did not say, or said so that it could not be read: beside the line itself, so that it can be typed over. */
function Unread({ visit, view: { line, form } }: { visit: Visit; view: NewView }) {
  const texts = ordersTexts[visit.language];
  const missing = (['date', 'number', 'title'] as const).filter(
    (name) => (form.values[name] ?? '') === '' && !form.error?.fields.some(({ field }) => field === name),
  );
  if (line === '' || missing.length === 0) return null;
  const nothing = missing.length === 3;
  const names = missing.map((name) => texts.unread[name]).join(', ');
  return (
    <Notice
      kind="attention"
      language={visit.language}
      title={nothing ? texts.unread.nothing : texts.unread.some(names)}
    >
      <p>«{line}»</p>
      {nothing ? <p>{texts.unread.laws}</p> : null}
    </Notice>
  );
}
