import {
  detectorTitle,
  type PrivacyReport,
  type ReportTable,
  wordsOfColumn,
  wordsOfStatement,
} from '../../../capabilities/privacy/index.ts';
import { dateTimeInWords } from '../../../language/dates.ts';
import { privacyReportTexts } from '../../../locales/privacy-report.ts';
import {
  Breadcrumbs,
  CabinetPage,
  DataTable,
  href,
  type KeyValue,
  KeyValues,
  LinkButton,
  type Visit,
} from '../../components/index.ts';

interface ReportProps {
  readonly visit: Visit;
  readonly report: PrivacyReport;
  readonly versions: readonly { readonly version: number; readonly madeAt: Date }[];
}

/** The check of one version, or of the draft. */
export function ReportPage({ visit, report, versions }: ReportProps) {
  const texts = privacyReportTexts[visit.language];
  const { datasetId, datasetTitle, version, tables, files } = report;
  const here = `/cabinet/datasets/${datasetId}`;
  const asked = version === null ? '' : `?version=${version}`;
  const which = version === null ? texts.ofDraft : texts.ofVersion(version);
  return (
    <CabinetPage visit={visit} title={`${texts.title}: ${datasetTitle}`}>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[
            { label: texts.datasets, href: href(visit, '/cabinet/datasets') },
            { label: datasetTitle, href: href(visit, here) },
            { label: texts.title },
          ]}
        />
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">
            {datasetTitle}, {which}. {texts.lead}
          </p>
          <p class="row">
            <LinkButton kind="primary" href={href(visit, `${here}/privacy/report.docx${asked}`)}>
              {texts.download}
            </LinkButton>
          </p>
        </div>
        <KeyValues items={factsOf(visit, report)} />
        {tables.length === 0 && <p>{texts.noTables}</p>}
        {tables.map((table) => (
          <TableReport key={table.resourceId} visit={visit} table={table} />
        ))}
        {files.length > 0 && (
          <section class="stack">
            <h2>{texts.files}</h2>
            <p class="soft">{texts.filesHint}</p>
            <ul>
              {files.map(({ resourceId, title, statement }) => (
                <li key={resourceId}>
                  {title}
                  {statement && `: ${wordsOfStatement(statement, visit.language)}`}
                </li>
              ))}
            </ul>
          </section>
        )}
        <Detectors visit={visit} report={report} />
        <Versions visit={visit} report={report} versions={versions} />
      </div>
    </CabinetPage>
  );
}

function factsOf(visit: Visit, { at, by, unitName }: PrivacyReport): KeyValue[] {
  const texts = privacyReportTexts[visit.language];
  const facts: KeyValue[] = [[texts.at, dateTimeInWords(new Date(at), visit.language)]];
  if (unitName !== '') facts.push([texts.unit, unitName]);
  if (by !== '') facts.push([texts.by, by]);
  return facts;
}

function TableReport({ visit, table }: { visit: Visit; table: ReportTable }) {
  const texts = privacyReportTexts[visit.language];
  const { title, fileName, fileSha256, rows, columnCount, checked, columns } = table;
  const heads = texts.columns;
  return (
    <section class="stack">
      <h2>{texts.table(title)}</h2>
      <p class="soft">
        {fileName}. {checked ? texts.sizeOf(rows, columnCount) : texts.notChecked}
        {fileSha256 && (
          <>
            . SHA-256: <code>{fileSha256}</code>
          </>
        )}
      </p>
      {columns.length === 0 ? (
        checked && <p>{texts.nothing}</p>
      ) : (
        <DataTable
          caption={texts.table(title)}
          captionUnseen
          listOnPhone
          rowHeaders
          columns={[heads.title, heads.found, heads.decision, heads.ground, heads.who, heads.left].map((head) => ({
            title: head,
          }))}
          rows={columns.map((column) => {
            const words = wordsOfColumn(column, visit.language);
            return [words.title, words.found, words.decision, words.ground, words.who, words.left];
          })}
        />
      )}
    </section>
  );
}

function Detectors({ visit, report }: Pick<ReportProps, 'visit' | 'report'>) {
  return (
    <details>
      <summary>{privacyReportTexts[visit.language].detectors}</summary>
      <ul>
        {report.detectors.map((code) => (
          <li key={code}>{detectorTitle(code, visit.language)}</li>
        ))}
      </ul>
    </details>
  );
}

function Versions({ visit, report, versions }: ReportProps) {
  const texts = privacyReportTexts[visit.language];
  const path = `/cabinet/datasets/${report.datasetId}/privacy/report`;
  if (versions.length === 0) return null;
  return (
    <nav class="stack" aria-label={texts.versions}>
      <h2>{texts.versions}</h2>
      <ul class="plain stack">
        {report.version !== null && (
          <li>
            <a href={href(visit, path)}>{texts.draft}</a>
          </li>
        )}
        {versions.map(({ version, madeAt }) => (
          <li key={version}>
            {version === report.version ? (
              <span aria-current="page">{texts.ofVersion(version)}</span>
            ) : (
              <a href={href(visit, `${path}?version=${version}`)}>{texts.ofVersion(version)}</a>
            )}{' '}
            <span class="soft small">{dateTimeInWords(madeAt, visit.language)}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
