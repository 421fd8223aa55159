import type { Card } from '../../../capabilities/catalog/index.ts';
import { REPORT_LIMITS } from '../../../capabilities/exposure/index.ts';
import type { FieldFault } from '../../../kernel/errors.ts';
import { inLanguage, type Text } from '../../../kernel/text.ts';
import { exposureTexts } from '../../../locales/exposure.ts';
import {
  Button,
  ErrorSummary,
  Field,
  type FieldOption,
  faultOf,
  href,
  Notice,
  Page,
  type Visit,
} from '../../components/index.ts';
import { DatasetBreadcrumbs } from '../dataset/dataset-breadcrumbs.tsx';

/** What a person typed, field by field. */
export interface TypedReport {
  readonly column: string;
  readonly place: string;
  readonly words: string;
  readonly email: string;
  /** When the form was shown; signed. */
  readonly stamp: string;
  /** Only robots fill it. */
  readonly trap: string;
}

export interface ReportView {
  readonly card: Card;
  readonly typed: TypedReport;
  readonly faults: readonly FieldFault[];
  /** Why it was not taken, where no field is at fault. */
  readonly problem: Text | null;
  readonly answerDays: number;
}

/** The short form: where, what, and how to answer. No account is needed. */
export function ReportPage({ visit, view }: { visit: Visit; view: ReportView }) {
  const { language } = visit;
  const texts = exposureTexts[language].report;
  const { card, typed, faults, problem } = view;
  return (
    <Page
      visit={visit}
      title={`${texts.title}: ${card.passport.title}`}
      head={<meta name="robots" content="noindex" />}
      search={false}
    >
      <div class="ask stack-l">
        <DatasetBreadcrumbs visit={visit} card={card} />
        <ErrorSummary faults={faults} language={language} />
        {problem && (
          <div role="alert">
            <Notice kind="error" title={inLanguage(problem, language)} language={language} />
          </div>
        )}
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        <p>
          {texts.dataset}:{' '}
          <a href={href(visit, `/datasets/${card.slug}`)} lang={card.passport.language}>
            {card.passport.title}
          </a>
        </p>
        <form class="form" method="post" action={href(visit, `/datasets/${card.slug}/personal-data`)} novalidate>
          <ReportFields visit={visit} view={view} />
          <input type="hidden" name="stamp" value={typed.stamp} />
          <div class="unseen" aria-hidden="true">
            <label>
              {texts.trap}
              <input name="website" type="text" tabIndex={-1} autocomplete="off" />
            </label>
          </div>
          <p class="soft">{texts.promise(view.answerDays)}</p>
          <Button>{texts.button}</Button>
        </form>
      </div>
    </Page>
  );
}

/** Where it stands, what it is, and where to write back. */
function ReportFields({ visit, view: { card, typed, faults } }: { visit: Visit; view: ReportView }) {
  const { language } = visit;
  const texts = exposureTexts[language].report;
  const field = (name: keyof TypedReport) => ({ name, value: typed[name], error: faultOf(faults, name, language) });
  return (
    <>
      <Field label={texts.column} hint={texts.columnHint} {...field('column')} options={columnsOf(visit, card)} />
      <Field label={texts.place} hint={texts.placeHint} {...field('place')} maxLength={REPORT_LIMITS.place} />
      <Field
        label={texts.words}
        hint={texts.wordsHint}
        {...field('words')}
        multiline
        rows={4}
        maxLength={REPORT_LIMITS.words}
      />
      <Field
        label={texts.email}
        hint={visit.ctx.mail.leaves ? texts.emailHint : texts.emailHintNoMail}
        {...field('email')}
        type="email"
        autocomplete="email"
        maxLength={254}
      />
    </>
  );
}

/** Open columns of its tables; of several tables each with its own name. */
function columnsOf(visit: Visit, card: Card): FieldOption[] {
  const tables = card.resources.filter(({ tableId }) => tableId !== null);
  const options = tables.flatMap(({ id, title, fields }) =>
    fields.map((field) => ({
      value: `${id}/${field.name}`,
      label: tables.length > 1 ? `${title}: ${field.title}` : field.title,
    })),
  );
  return [{ value: '', label: exposureTexts[visit.language].report.elsewhere }, ...options];
}

/** The report came in. */
export function ReportSentPage(props: { visit: Visit; card: Card; day: string; letter: boolean }) {
  const { visit, card, day, letter } = props;
  const texts = exposureTexts[visit.language].sent;
  return (
    <Page visit={visit} title={texts.title} head={<meta name="robots" content="noindex" />} search={false}>
      <div class="ask stack-l">
        <h1>{texts.title}</h1>
        <p class="lead">{texts.text(day)}</p>
        {letter && <p>{texts.letter}</p>}
        <p>
          <a href={href(visit, `/datasets/${card.slug}`)}>{texts.back}</a>
        </p>
      </div>
    </Page>
  );
}

/** The page a letter leads to: one button, so that programs that open links of letters confirm nothing. */
export function ConfirmPage({ visit, code, done }: { visit: Visit; code: string; done: boolean }) {
  const texts = exposureTexts[visit.language].confirm;
  return (
    <Page visit={visit} title={texts.title} head={<meta name="robots" content="noindex" />} search={false}>
      <div class="ask stack-l">
        <h1>{texts.title}</h1>
        {done ? (
          <Notice kind="good" title={texts.done} language={visit.language} live />
        ) : (
          <form class="form" method="post" action={href(visit, `/personal-data/confirm/${code}`)}>
            <p class="lead">{texts.lead}</p>
            <Button>{texts.button}</Button>
          </form>
        )}
      </div>
    </Page>
  );
}
