import type { Hiding, Report, SeenColumn } from '../../../capabilities/exposure/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dateTimeInWords, dayInWords } from '../../../language/dates.ts';
import { exposureTexts } from '../../../locales/exposure.ts';
import { DETECTORS } from '../../../tabular/index.ts';
import { Badge, Button, CabinetPage, DataTable, Field, href, type Visit } from '../../components/index.ts';

export interface SeenView {
  readonly reports: readonly Report[];
  readonly seen: readonly SeenColumn[];
  /** In force. */
  readonly hidings: readonly Hiding[];
  /** Titles of datasets, by id. */
  readonly titles: ReadonlyMap<string, string>;
  readonly may: { readonly purge: boolean; readonly settings: boolean };
}

/** «Вже оприлюднене»: what people reported, what the detectors saw, what is hidden now. */
export function SeenPage({ visit, view }: { visit: Visit; view: SeenView }) {
  const texts = exposureTexts[visit.language].staff;
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l">
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        <Reports visit={visit} view={view} />
        <Signs visit={visit} view={view} />
        <Hidings visit={visit} view={view} />
        <p class="row">
          <a href={href(visit, '/hidden-columns')}>{texts.publicList}</a>
          {view.may.settings && <a href={href(visit, '/cabinet/settings/exposure')}>{texts.settings}</a>}
        </p>
      </div>
    </CabinetPage>
  );
}

function Reports({ visit, view }: { visit: Visit; view: SeenView }) {
  const { language } = visit;
  const texts = exposureTexts[language].staff;
  const { dataset, where, at, due, state } = texts.reportColumns;
  return (
    <section class="stack">
      <h2 id="reports">{texts.reports}</h2>
      {view.reports.length === 0 ? (
        <p class="soft">{texts.noReports}</p>
      ) : (
        <DataTable
          caption={texts.reports}
          captionUnseen
          listOnPhone
          rowHeaders
          columns={[dataset, where, at, due, state].map((title) => ({ title }))}
          rows={view.reports.map((report) => [
            <a key={report.id} href={href(visit, `/cabinet/exposure/reports/${report.id}`)}>
              {view.titles.get(report.datasetId) ?? report.datasetId}
            </a>,
            report.place || texts.nowhere,
            dateTimeInWords(report.createdAt, language),
            report.answeredAt ? '' : dayInWords(report.dueOn, language),
            <>
              <Badge key="state" kind={report.answeredAt ? 'good' : 'attention'}>
                {report.answeredAt ? texts.answered : texts.open}
              </Badge>{' '}
              {report.confirmedAt && <span class="small soft">{texts.confirmed}</span>}
            </>,
          ])}
        />
      )}
    </section>
  );
}

function Signs({ visit, view }: { visit: Visit; view: SeenView }) {
  const { language } = visit;
  const texts = exposureTexts[language].staff;
  const { dataset, column, what, since, todo } = texts.signColumns;
  return (
    <section class="stack">
      <h2 id="signs">{texts.signs}</h2>
      <p class="soft">{view.seen.length === 0 ? texts.noSigns : texts.signsHint}</p>
      {view.seen.length > 0 && (
        <DataTable
          caption={texts.signs}
          captionUnseen
          listOnPhone
          rowHeaders
          columns={[dataset, column, what, since, todo].map((title) => ({ title }))}
          rows={view.seen.map((one) => [
            one.title,
            <>
              {one.columnTitle} <span class="small soft">{texts.versions(one.versions)}</span>
            </>,
            <>
              {one.codes.map((code) => titleOf(visit, code)).join(', ')}
              <br />
              <span class="small soft">{texts.cells(one.count)}</span>
            </>,
            dayInWords(one.since, language),
            <ToDo key="todo" visit={visit} view={view} one={one} />,
          ])}
        />
      )}
    </section>
  );
}

function titleOf(visit: Visit, code: string): string {
  const title = DETECTORS.find((detector) => detector.code === code)?.title;
  return title ? inLanguage(title, visit.language) : code;
}

function ToDo({ visit, view, one }: { visit: Visit; view: SeenView; one: SeenColumn }) {
  const texts = exposureTexts[visit.language].staff;
  const hidden = view.hidings.some(
    ({ resourceId, columnName }) => resourceId === one.resourceId && columnName === one.columnName,
  );
  return (
    <div class="row">
      <a href={href(visit, `/cabinet/datasets/${one.datasetId}`)}>{texts.decide}</a>
      {!hidden && <HideForm visit={visit} place={one} label={one.columnTitle} />}
      {view.may.purge && <a href={href(visit, `/cabinet/datasets/${one.datasetId}/purge`)}>{texts.purge}</a>}
    </div>
  );
}

/** Hides a column until the next working day. */
export function HideForm(props: {
  visit: Visit;
  place: { readonly resourceId: string; readonly columnName: string };
  label: string;
}) {
  const { visit, place, label } = props;
  const texts = exposureTexts[visit.language].staff;
  return (
    <form method="post" action={href(visit, '/cabinet/exposure/hide')}>
      <input type="hidden" name="resource" value={place.resourceId} />
      <input type="hidden" name="column" value={place.columnName} />
      <Button kind="quiet">
        <span aria-hidden="true">{texts.hide}</span>
        <span class="unseen">{texts.hideOf(label)}</span>
      </Button>
    </form>
  );
}

function Hidings({ visit, view }: { visit: Visit; view: SeenView }) {
  const texts = exposureTexts[visit.language].staff;
  return (
    <section class="stack" aria-labelledby="hidings">
      <h2 id="hidings">{texts.hidings}</h2>
      {view.hidings.length === 0 && <p class="soft">{texts.noHidings}</p>}
      {view.hidings.map((hiding) => (
        <HidingPart key={hiding.id} visit={visit} hiding={hiding} title={view.titles.get(hiding.datasetId) ?? ''} />
      ))}
    </section>
  );
}

function HidingPart({ visit, hiding, title }: { visit: Visit; hiding: Hiding; title: string }) {
  const { language } = visit;
  const texts = exposureTexts[language].staff;
  const { why, kept } = exposureTexts[language].hidden;
  const path = `/cabinet/exposure/hidings/${hiding.id}`;
  return (
    <article class="stack">
      <h3>{`${hiding.columnTitle}: ${title}`}</h3>
      <p>
        {hiding.until ? texts.until(dateTimeInWords(hiding.until, language)) : kept(hiding.keptReason)}.{' '}
        {why(hiding.reporters, hiding.detector, hiding.by !== '')}
      </p>
      <form method="post" action={href(visit, `${path}/show`)}>
        <Button kind="secondary">
          <span aria-hidden="true">{texts.showAgain}</span>
          <span class="unseen">{texts.showOf(hiding.columnTitle)}</span>
        </Button>
      </form>
      {hiding.until !== null && (
        <details>
          <summary>{texts.keep}</summary>
          <form class="form" method="post" action={href(visit, `${path}/keep`)}>
            <Field label={texts.reason} hint={texts.reasonHint} name="reason" maxLength={500} required />
            <Button kind="danger">{texts.keep}</Button>
          </form>
        </details>
      )}
    </article>
  );
}
