import type { Dataset } from '../../../capabilities/catalog/index.ts';
import type { Withdrawal } from '../../../capabilities/privacy/index.ts';
import { dayOf } from '../../../kernel/dates.ts';
import type { RequestError } from '../../../kernel/errors.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dayInWords } from '../../../language/dates.ts';
import { consentsTexts } from '../../../locales/consents.ts';
import { privacyTexts } from '../../../locales/privacy.ts';
import {
  Breadcrumbs,
  Button,
  CabinetPage,
  DataTable,
  Empty,
  ErrorSummary,
  Field,
  faultOf,
  href,
  LinkButton,
  Notice,
  type Visit,
} from '../../components/index.ts';

export interface ConsentView {
  readonly dataset: Dataset;
  /** Columns published on consent; `left`: rows left out of the newest table, null where nobody took a consent back. */
  readonly columns: readonly {
    readonly value: string;
    readonly title: string;
    readonly table: string;
    readonly left: number | null;
    /** Whose consents count as taken back. */
    readonly people: number;
  }[];
  readonly withdrawals: readonly Withdrawal[];
  readonly mayUndo: boolean;
  readonly error: RequestError | null;
  readonly typed: Readonly<Record<string, string>>;
}

/** Who takes a consent back, by which paper; and what became of those taken back before. */
export function ConsentPage({ visit, view }: { visit: Visit; view: ConsentView }) {
  const texts = consentsTexts[visit.language];
  const { dataset, columns, error } = view;
  const here = `/cabinet/datasets/${dataset.id}`;
  return (
    <CabinetPage visit={visit} title={`${texts.title}: ${dataset.passport.title}`}>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[
            { label: dataset.passport.title, href: href(visit, here) },
            { label: privacyTexts[visit.language].title, href: href(visit, `${here}/privacy`) },
            { label: texts.title },
          ]}
        />
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        {visit.query.get('done') === '1' && (
          <Notice kind="good" title={texts.done} language={visit.language} live>
            {texts.doneLead}
          </Notice>
        )}
        {visit.query.get('undone') === '1' && (
          <Notice kind="good" title={texts.undoneNotice} language={visit.language} live>
            {texts.undoneLead}
          </Notice>
        )}
        <ErrorSummary faults={error?.fields ?? []} language={visit.language} />
        {error && error.fields.length === 0 && (
          <Notice kind="error" title={inLanguage(error.text, visit.language)} language={visit.language} live />
        )}
        {columns.length === 0 ? (
          <Empty title={texts.noColumns}>
            <p>{texts.noColumnsHint}</p>
            <LinkButton href={href(visit, `${here}/privacy`)}>{texts.back}</LinkButton>
          </Empty>
        ) : (
          <WithdrawalForm visit={visit} view={view} />
        )}
        <Withdrawals visit={visit} view={view} />
      </div>
    </CabinetPage>
  );
}

function WithdrawalForm({ visit, view }: { visit: Visit; view: ConsentView }) {
  const texts = consentsTexts[visit.language];
  const { dataset, columns, error, typed } = view;
  const fault = (name: string) => faultOf(error?.fields ?? [], name, visit.language);
  const done = columns.filter(({ left }) => left !== null);
  return (
    <>
      {done.map(({ value, title, left, people }) =>
        (left ?? 0) < people ? (
          <Notice key={value} kind="attention" title={texts.leftFewer(people, left ?? 0)} language={visit.language}>
            {title}: {texts.leftFewerHint}
          </Notice>
        ) : (
          <p key={value}>
            <strong>{title}.</strong> {texts.left(left ?? 0)}
          </p>
        ),
      )}
      <form class="form" method="post" action={href(visit, `/cabinet/datasets/${dataset.id}/privacy/consents`)}>
        <Field
          label={texts.column}
          hint={texts.columnHint}
          name="column"
          value={typed.column ?? ''}
          error={fault('columnTitle')}
          options={columns.map(({ value, title, table }) => ({ value, label: texts.table(title, table) }))}
        />
        <Field
          label={texts.values}
          hint={texts.valuesHint}
          name="values"
          value={typed.values ?? ''}
          error={fault('values')}
          multiline
          rows={5}
        />
        <Field
          label={texts.document}
          hint={texts.documentHint}
          name="document"
          value={typed.document ?? ''}
          error={fault('document')}
          maxLength={500}
        />
        <Button>{texts.button}</Button>
      </form>
    </>
  );
}

function Withdrawals({ visit, view }: { visit: Visit; view: ConsentView }) {
  const texts = consentsTexts[visit.language];
  const { withdrawals, dataset, mayUndo } = view;
  const day = (at: Date) => dayInWords(dayOf(at), visit.language);
  const at = href(visit, `/cabinet/datasets/${dataset.id}/privacy/consents`);
  const stateOf = ({ undone, closedAt }: Withdrawal) => {
    if (undone) return texts.undone(undone.by, day(undone.at));
    return closedAt ? texts.closed(day(closedAt)) : texts.open;
  };
  return (
    <section class="stack">
      <h2>{texts.list}</h2>
      {withdrawals.length === 0 ? (
        <p class="soft">{texts.none}</p>
      ) : (
        <DataTable
          caption={texts.list}
          captionUnseen
          listOnPhone
          columns={[
            { title: texts.columns.when },
            { title: texts.columns.column },
            { title: texts.columns.people, align: 'end' },
            { title: texts.columns.document },
            { title: texts.columns.by },
            { title: texts.columns.state },
          ]}
          rows={withdrawals.map((one) => [
            day(one.madeAt),
            one.columnTitle,
            String(one.digests.length),
            one.document,
            one.madeBy,
            <div key={one.id} class="stack">
              <span>{stateOf(one)}</span>
              {mayUndo && !one.undone && (
                <form class="row" method="post" action={`${at}/${one.id}/undo`}>
                  <Button kind="quiet">
                    {texts.undo}
                    <span class="unseen">: {one.document}</span>
                  </Button>
                </form>
              )}
            </div>,
          ])}
        />
      )}
    </section>
  );
}
