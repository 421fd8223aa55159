import type { Dataset } from '../../../capabilities/catalog/index.ts';
import { remainingFindings } from '../../../capabilities/ingest/index.ts';
import { type SecurityStanding, wayOfStep } from '../../../capabilities/privacy/index.ts';
import type { Day } from '../../../kernel/dates.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { consentsTexts } from '../../../locales/consents.ts';
import { privacyTexts } from '../../../locales/privacy.ts';
import { securityTexts } from '../../../locales/security.ts';
import { walkTexts } from '../../../locales/walk.ts';
import type { RecipeStep } from '../../../tabular/index.ts';
import { Button, href, LinkButton, Notice, type Visit } from '../../components/index.ts';
import { WalkPage } from '../walk/walk-frame.tsx';
import { Working, WorkingHead } from '../walk/working.tsx';
import { ColumnCard } from './column-card.tsx';
import type { DocumentView } from './dataset-tables.ts';
import { ArchivesPart, DocumentsPart } from './documents-part.tsx';
import { hidingValue, type Refused } from './privacy-form.ts';
import { acceptable, type TableView } from './privacy-view.ts';
import { RiskChoiceForm } from './risk-choice.tsx';
import { RiskPart } from './risk-part.tsx';
import { SecurityPart } from './security-part.tsx';

interface PrivacyProps {
  readonly visit: Visit;
  readonly dataset: Dataset;
  readonly tables: readonly TableView[];
  readonly documents: readonly DocumentView[];
  /** They may publish personal data on a ground. */
  readonly mayKeep: boolean;
  /** They go on to the passport. */
  readonly mayEdit: boolean;
  readonly security: SecurityStanding;
  readonly today: Day;
  readonly refused: Refused | null;
}

/** The screen «Персональні дані»: each column with something personal, the proposal first, one button for all of them. */
export function PrivacyPage(props: PrivacyProps) {
  const { visit, dataset, tables, documents, mayEdit, mayKeep, security, today, refused } = props;
  const working = tables.find(({ reading }) => reading.state === 'mending')?.reading;
  return (
    <WalkPage
      visit={visit}
      step="privacy"
      title={titleOf(props)}
      place={{
        readingId: (tables[0] ?? documents[0])?.reading.id,
        datasetId: dataset.id,
        table: tables.length > 0,
      }}
      islands={working ? ['reading'] : []}
      head={working ? <WorkingHead /> : undefined}
    >
      <RefusalOfForm visit={visit} refused={refused} />
      {working ? (
        <>
          <p>{privacyTexts[visit.language].working}</p>
          <Working visit={visit} reading={working} lasting />
        </>
      ) : (
        <>
          <SecurityPart visit={visit} dataset={dataset} security={security} today={today} refused={refused} />
          <DocumentsPart
            visit={visit}
            datasetId={dataset.id}
            documents={documents}
            mayKeep={mayKeep}
            refused={refused}
          />
          <Tables
            visit={visit}
            dataset={dataset}
            tables={tables}
            documents={documents}
            mayEdit={mayEdit}
            refused={refused}
            mayKeep={mayKeep}
            security={security}
          />
        </>
      )}
    </WalkPage>
  );
}

/** A refusal above the forms: of which column it is, and what is missing. */
function RefusalOfForm({ visit, refused }: { visit: Visit; refused: Refused | null }) {
  if (!refused) return null;
  const { error, form } = refused;
  const column = form.raw('column');
  const said = inLanguage(error.text, visit.language);
  const title = column === '' ? said : `${privacyTexts[visit.language].column(column)}: ${said}`;
  return (
    <div role="alert" data-focus tabIndex={-1}>
      <Notice kind="error" title={title} language={visit.language} />
    </div>
  );
}

function titleOf({ visit, tables, documents, security }: PrivacyProps): string {
  const texts = privacyTexts[visit.language];
  if (tables.some(({ reading }) => reading.state === 'mending')) return texts.titleWorking;
  const columns = tables.flatMap((table) => table.columns ?? []);
  const asked = columns.filter(({ state }) => state === 'undecided' || state === 'still-there').length;
  if (asked > 0) return texts.titleFound(asked);
  if (asksOfSecurity(security)) return securityTexts[visit.language].titleAsked;
  if (documents.some(({ statement, beside }) => statement === null && !beside)) return texts.files.titleAsked;
  if (tables.length === 0 || tables.some((table) => table.columns === null)) return texts.title;
  return columns.length === 0 ? texts.titleNone : texts.titleDecided;
}

/** What of security waits for a person; a suspension is decided. */
const asksOfSecurity = ({ faults }: SecurityStanding) => faults.some(({ code }) => code !== 'security-postponed');

type TablesProps = Omit<PrivacyProps, 'today'>;

function Tables({ visit, dataset, tables, documents, mayEdit, mayKeep, security, refused }: TablesProps) {
  const texts = privacyTexts[visit.language];
  const all = tables.flatMap(acceptable);
  const columns = tables.flatMap((table) => table.columns ?? []);
  const waits =
    asksOfSecurity(security) ||
    documents.some(({ statement, beside }) => statement === null && !beside) ||
    columns.some(({ state }) => state === 'undecided' || state === 'still-there');
  return (
    <>
      {tables.length === 0 && documents.length === 0 && <p class="lead">{texts.nothingToScan}</p>}
      {tables.length > 0 && (
        <p class="lead">{columns.length === 0 ? texts.noneLead : all.length > 0 ? texts.lead : texts.decidedLead}</p>
      )}
      {all.length > 0 && (
        <form class="stack" method="post" action={href(visit, `/cabinet/datasets/${dataset.id}/privacy/accept`)}>
          <div class="row">
            <Button>{texts.acceptAll(all.length)}</Button>
          </div>
          <p class="soft small">{texts.acceptHint}</p>
        </form>
      )}
      {tables.map((table) => (
        <TablePart key={table.resource.id} visit={visit} table={table} only={tables.length === 1} refused={refused} />
      ))}
      <ArchivesPart visit={visit} datasetId={dataset.id} documents={documents} mayKeep={mayKeep} refused={refused} />
      {(columns.length > 0 || documents.length > 0) && (
        <p class="row">
          <a href={href(visit, `/cabinet/datasets/${dataset.id}/privacy/report`)}>{texts.report}</a>
          {columns.some(({ decision }) => decision?.condition === 'consent') && (
            <a href={href(visit, `/cabinet/datasets/${dataset.id}/privacy/consents`)}>
              {consentsTexts[visit.language].title}
            </a>
          )}
        </p>
      )}
      {!waits && <LeftErrors visit={visit} tables={tables} />}
      {mayEdit ? (
        <form class="row" method="post" action={href(visit, `/cabinet/datasets/${dataset.id}/privacy/next`)}>
          <Button kind={waits ? 'quiet' : 'primary'}>{texts.next}</Button>
        </form>
      ) : (
        <p>
          <LinkButton kind="secondary" href={href(visit, `/cabinet/datasets/${dataset.id}/publish`)}>
            {texts.toPublish}
          </LinkButton>
        </p>
      )}
    </>
  );
}

/** What stops publication in the tables as they were written: a column that was left out may have been the one that told the rows apart. */
function LeftErrors({ visit, tables }: Pick<PrivacyProps, 'visit' | 'tables'>) {
  const left = tables.flatMap(({ reading }) =>
    remainingFindings(reading).flatMap(({ severity, message }) =>
      severity === 'error' ? [{ id: reading.id, words: inLanguage(message, visit.language) }] : [],
    ),
  );
  if (left.length === 0) return null;
  return (
    <Notice kind="attention" title={privacyTexts[visit.language].leftErrors} language={visit.language}>
      <ul>
        {left.map(({ id, words }) => (
          <li key={`${id} ${words}`}>
            {words}{' '}
            <a href={href(visit, `/cabinet/readings/${id}/repairs`)}>
              {walkTexts[visit.language].publish.toStep.repairs}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

interface TablePartProps extends Pick<PrivacyProps, 'visit' | 'refused'> {
  readonly table: TableView;
  readonly only: boolean;
}

function TablePart({ visit, table, only, refused }: TablePartProps) {
  const texts = privacyTexts[visit.language];
  const { columns, resource, reading } = table;
  if (columns?.length === 0 && only) return null;
  return (
    <section class="stack" aria-labelledby={`table-${resource.id}`}>
      <h2 id={`table-${resource.id}`}>{texts.table(resource.title)}</h2>
      {columns === null ? (
        <form class="stack" method="post" action={href(visit, `/cabinet/datasets/${reading.datasetId}/privacy/scan`)}>
          <p>{texts.notScanned}</p>
          <input type="hidden" name="resource" value={resource.id} />
          <div class="row">
            <Button>{texts.scan}</Button>
          </div>
        </form>
      ) : columns.length === 0 ? (
        <p>{texts.titleNone}</p>
      ) : (
        columns.map((column, at) => (
          <ColumnCard key={column.title} visit={visit} table={table} column={column} at={at} refused={refused} />
        ))
      )}
      {reading.mended && columns?.every(({ state }) => state === 'decided' || state === 'open') && (
        <>
          {reading.mended.risk && (
            <RiskPart
              id={`risk-${resource.id}`}
              risk={reading.mended.risk}
              language={visit.language}
              offer={(step) => <OfferedStep visit={visit} table={table} step={step} />}
            />
          )}
          <RiskChoiceForm visit={visit} table={table} choice={table.riskChoice} />
        </>
      )}
    </section>
  );
}

/** The button that takes what the risk proposes. */
function OfferedStep({ visit, table, step }: { visit: Visit; table: TableView; step: RecipeStep }) {
  const texts = privacyTexts[visit.language];
  const way = wayOfStep(step.code);
  if (way === null) return null;
  const column = step.columnTitle ?? '';
  return (
    <form method="post" action={href(visit, `/cabinet/datasets/${table.reading.datasetId}/privacy/decide`)}>
      <input type="hidden" name="resource" value={table.resource.id} />
      <input type="hidden" name="column" value={column} />
      <input type="hidden" name="hiding" value={hidingValue({ way, step })} />
      <Button kind="secondary">
        {texts.do[way]}
        {column !== '' && <span class="unseen">: {column}</span>}
      </Button>
    </form>
  );
}
