import type { Dataset } from '../../../capabilities/catalog/index.ts';
import { REPORT_LIMITS, type Report, VERDICTS } from '../../../capabilities/exposure/index.ts';
import type { FieldFault } from '../../../kernel/errors.ts';
import { dateTimeInWords, dayInWords } from '../../../language/dates.ts';
import { exposureTexts } from '../../../locales/exposure.ts';
import {
  Breadcrumbs,
  Button,
  CabinetPage,
  Choice,
  ChoiceGroup,
  ErrorSummary,
  Field,
  faultOf,
  href,
  type KeyValue,
  KeyValues,
  Notice,
  type Visit,
} from '../../components/index.ts';
import { HideForm } from './seen-page.tsx';

export interface ReportView {
  readonly report: Report;
  readonly dataset: Dataset;
  /** Title of the column that was named; null where none was. */
  readonly columnTitle: string | null;
  readonly may: { readonly hide: boolean; readonly purge: boolean };
  readonly typed: { readonly verdict: string; readonly answer: string };
  readonly faults: readonly FieldFault[];
}

/** One report: what the person wrote, what can be done at once, the answer. */
export function StaffReportPage({ visit, view }: { visit: Visit; view: ReportView }) {
  const { language } = visit;
  const texts = exposureTexts[language];
  const { report } = view;
  return (
    <CabinetPage visit={visit} title={texts.one.title}>
      <div class="stack-l">
        <Breadcrumbs
          language={language}
          items={[{ label: texts.staff.title, href: href(visit, '/cabinet/exposure') }, { label: texts.one.title }]}
        />
        <ErrorSummary faults={view.faults} language={language} />
        <h1>{texts.one.title}</h1>
        <KeyValues items={facts(visit, view)} />
        <section class="stack" aria-labelledby="words">
          <h2 id="words">{texts.one.words}</h2>
          <p class="typed-words">{report.words || texts.one.forgotten}</p>
        </section>
        <section class="stack" aria-labelledby="act">
          <h2 id="act">{texts.one.act}</h2>
          <div class="row">
            <a href={href(visit, `/cabinet/datasets/${report.datasetId}`)}>{texts.one.dataset}</a>
            {view.may.hide && report.resourceId && view.columnTitle && (
              <HideForm
                visit={visit}
                place={{ resourceId: report.resourceId, columnName: report.columnName }}
                label={view.columnTitle}
              />
            )}
            {view.may.purge && (
              <a href={href(visit, `/cabinet/datasets/${report.datasetId}/purge`)}>{texts.staff.purge}</a>
            )}
          </div>
        </section>
        <AnswerForm visit={visit} view={view} />
      </div>
    </CabinetPage>
  );
}

function facts(visit: Visit, { report, dataset }: ReportView): KeyValue[] {
  const { language } = visit;
  const texts = exposureTexts[language].one;
  return [
    [texts.facts.dataset, dataset.passport.title],
    [texts.facts.place, report.place || exposureTexts[language].staff.nowhere],
    [texts.facts.at, dateTimeInWords(report.createdAt, language)],
    ...(report.answeredAt ? [] : [[texts.facts.due, dayInWords(report.dueOn, language)] as const]),
    [texts.facts.email, report.email || texts.noEmail],
    [
      texts.facts.confirmed,
      report.confirmedAt ? texts.isConfirmed(dateTimeInWords(report.confirmedAt, language)) : texts.notConfirmed,
    ],
  ];
}

function AnswerForm({ visit, view }: { visit: Visit; view: ReportView }) {
  const { language } = visit;
  const texts = exposureTexts[language].one;
  const { report, typed, faults } = view;
  return (
    <section class="stack" aria-labelledby="answer">
      <h2 id="answer">{texts.answerTitle}</h2>
      {report.answeredAt && (
        <Notice
          kind="good"
          title={texts.done(report.answeredBy, dateTimeInWords(report.answeredAt, language))}
          language={language}
        >
          {report.answer}
        </Notice>
      )}
      <form class="form" method="post" action={href(visit, `/cabinet/exposure/reports/${report.id}`)}>
        <ChoiceGroup legend={texts.verdict} name="verdict" error={faultOf(faults, 'verdict', language)}>
          {VERDICTS.map((verdict) => (
            <Choice
              key={verdict}
              type="radio"
              name="verdict"
              value={verdict}
              label={texts.verdicts[verdict]}
              checked={typed.verdict === verdict}
            />
          ))}
        </ChoiceGroup>
        <Field
          label={texts.answer}
          hint={texts.answerHint}
          name="answer"
          value={typed.answer}
          error={faultOf(faults, 'answer', language)}
          multiline
          rows={4}
          maxLength={REPORT_LIMITS.answer}
        />
        <Button>{texts.button}</Button>
      </form>
    </section>
  );
}
