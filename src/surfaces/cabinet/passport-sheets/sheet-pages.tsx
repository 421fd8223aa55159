import type { PassportSheet, SheetRow } from '../../../capabilities/catalog/index.ts';
import type { RequestError } from '../../../kernel/errors.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dayInWords } from '../../../language/dates.ts';
import { sheetTexts } from '../../../locales/passport-sheets.ts';
import {
  Breadcrumbs,
  Button,
  CabinetPage,
  Choice,
  DataTable,
  Field,
  faultOf,
  href,
  LinkButton,
  Notice,
  Pager,
  type Visit,
} from '../../components/index.ts';

const HOME = '/cabinet/passport-sheets';
/** Rows of a difference on one page. */
const SHOWN = 100;

/** Take the table, give it back. */
export function SheetsPage({ visit, error }: { visit: Visit; error: RequestError | null }) {
  const texts = sheetTexts[visit.language];
  const fault = error && (faultOf(error.fields, 'file', visit.language) ?? inLanguage(error.text, visit.language));
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l">
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        <section class="stack" aria-labelledby="take-title">
          <h2 id="take-title">1. {texts.take}</h2>
          <div class="row">
            <LinkButton kind="primary" icon="download" download href={href(visit, `${HOME}/export.xlsx`)}>
              {texts.xlsx}
            </LinkButton>
            <LinkButton download href={href(visit, `${HOME}/export.csv`)}>
              {texts.csv}
            </LinkButton>
          </div>
          <p class="soft">{texts.takeHint}</p>
        </section>
        <section class="stack" aria-labelledby="give-title">
          <h2 id="give-title">2. {texts.give}</h2>
          <form class="form" method="post" action={href(visit, HOME)} enctype="multipart/form-data" novalidate>
            <Field
              label={texts.file}
              name="file"
              type="file"
              accept=".xlsx,.csv,.tsv"
              hint={texts.fileHint}
              error={fault}
            />
            <Button>{texts.compare}</Button>
          </form>
        </section>
      </div>
    </CabinetPage>
  );
}

/** The difference, field by field; written all or by rows; taken back. */
export function SheetPage(props: { visit: Visit; sheet: PassportSheet; error: RequestError | null }) {
  const { visit, sheet, error } = props;
  const texts = sheetTexts[visit.language];
  const of = (kind: SheetRow['kind']) => sheet.rows.filter((row) => row.kind === kind).length;
  const { shown, page, pages } = pageOf(visit, sheet.rows);
  const path = href(visit, `${HOME}/${sheet.id}`);
  const ready = sheet.rows.filter(({ kind, meanwhile }) => kind !== 'faulty' && !meanwhile).length;
  const open = sheet.appliedAt === null;
  return (
    <CabinetPage visit={visit} title={texts.difference}>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[{ label: texts.title, href: href(visit, HOME) }, { label: sheet.fileName }]}
        />
        <div class="stack">
          <h1>{texts.difference}</h1>
          <p class="lead">
            {sheet.rows.length === 0
              ? texts.nothing
              : sentence(texts.summary(of('changed'), of('new'), of('faulty'), sheet.same))}
          </p>
        </div>
        {error && <Notice kind="error" title={inLanguage(error.text, visit.language)} language={visit.language} live />}
        {sheet.unknown.length > 0 && (
          <Notice kind="attention" title={texts.unknown(sheet.unknown.join(', '))} language={visit.language} />
        )}
        <Outcome visit={visit} sheet={sheet} />
        {of('faulty') > 0 && open && <p class="soft">{texts.faultsLead}</p>}
        <form class="stack-l" method="post" action={path}>
          {open && ready > 0 && (
            <div class="row">
              <Button name="what" value="all">
                {texts.applyAll(ready)}
              </Button>
              <Button kind="secondary" name="what" value="chosen">
                {texts.applyChosen}
              </Button>
            </div>
          )}
          {shown.map((row) => (
            <RowDifference key={row.row} visit={visit} row={row} open={open} />
          ))}
          {open && ready === 0 && shown.some(({ meanwhile }) => meanwhile) && (
            <Button name="what" value="chosen">
              {texts.applyChosen}
            </Button>
          )}
        </form>
        {pages > 1 && (
          <Pager visit={visit} page={page} pages={pages} hrefFor={(one: number) => `${path}?page=${one}`} />
        )}
        <p>
          <a href={href(visit, HOME)}>{texts.another}</a>
        </p>
      </div>
    </CabinetPage>
  );
}

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

function pageOf(visit: Visit, rows: readonly SheetRow[]) {
  // rows with faults first: they are what a person has to do something about
  const sorted = [...rows].sort((a, b) => Number(b.kind === 'faulty') - Number(a.kind === 'faulty') || a.row - b.row);
  const pages = Math.max(1, Math.ceil(sorted.length / SHOWN));
  const asked = Number(visit.query.get('page') ?? 1);
  const page = Number.isInteger(asked) ? Math.min(Math.max(1, asked), pages) : 1;
  return { shown: sorted.slice((page - 1) * SHOWN, page * SHOWN), page, pages };
}

/** What was written, with the way back; or what was taken back. */
function Outcome({ visit, sheet }: { visit: Visit; sheet: PassportSheet }) {
  const texts = sheetTexts[visit.language];
  const [changed, removed] = (visit.query.get('undone') ?? '').split(' ').map(Number);
  const left = visit.query.getAll('left');
  if (sheet.appliedAt === null) return null;
  if (sheet.replaced === null)
    return (
      <Notice kind="good" title={texts.undone} language={visit.language} live>
        {texts.undoneCounts(changed || 0, removed || 0)}
        {left.length > 0 && <p>{texts.left(left.map((title) => `«${title}»`).join(', '))}</p>}
      </Notice>
    );
  return (
    <Notice kind="good" title={texts.applied(sheet.replaced.length)} language={visit.language} live>
      <form method="post" action={href(visit, `${HOME}/${sheet.id}/undo`)}>
        <Button kind="secondary">{texts.undo}</Button>
      </form>
    </Notice>
  );
}

function RowDifference({ visit, row, open }: { visit: Visit; row: SheetRow; open: boolean }) {
  const texts = sheetTexts[visit.language];
  const { language } = visit;
  const what =
    row.kind !== 'new'
      ? row.number
      : `${texts.newDataset}, ${row.plannedOn ? texts.newPlanned(dayInWords(row.plannedOn, language)) : texts.newDraft}`;
  return (
    <section class="sheet-row stack" aria-labelledby={`row-${row.row}`}>
      <h2 id={`row-${row.row}`}>
        {row.title || row.number}{' '}
        <span class="soft small">
          {what} · {texts.row(row.row)}
        </span>
      </h2>
      {row.meanwhile && <Notice kind="attention" title={texts.meanwhile} language={language} />}
      {row.faults.map((fault) => (
        <Notice
          key={`${fault.column?.en} ${fault.text.en}`}
          kind="error"
          title={fault.column ? `${texts.column} «${inLanguage(fault.column, language)}»` : undefined}
          language={language}
        >
          {inLanguage(fault.text, language)}
        </Notice>
      ))}
      {row.changes.length > 0 && (
        <DataTable
          caption={`${texts.difference}: ${row.title}`}
          captionUnseen
          columns={[{ title: texts.column }, { title: texts.before }, { title: texts.after }]}
          rows={row.changes.map((change) => [
            inLanguage(change.name, language),
            <CellText key="before" text={change.before} empty={texts.empty} />,
            <CellText key="after" text={change.after} empty={texts.empty} />,
          ])}
        />
      )}
      {open && row.kind !== 'faulty' && (
        <Choice name="row" value={String(row.row)} label={texts.write} checked={!row.meanwhile} />
      )}
    </section>
  );
}

function CellText({ text, empty }: { text: string; empty: string }) {
  return text === '' ? <span class="soft">{empty}</span> : <span class="cell-lines">{text}</span>;
}
