import type { RowWriting } from '../../../capabilities/publishing/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dateTimeInWords } from '../../../language/dates.ts';
import { rowsByKeyTexts } from '../../../locales/rows-by-key.ts';
import { Button, CabinetPage, DataTable, href, Notice, type Visit } from '../../components/index.ts';
import { DatasetTrail } from '../desk/dataset-trail.tsx';

export interface RowsView {
  readonly writing: RowWriting;
  readonly may: { readonly approve: boolean; readonly edit: boolean };
  /** What was just decided: `allowed`, `asked`, `undone`. */
  readonly done: string | null;
}

interface Props {
  readonly visit: Visit;
  readonly view: RowsView;
}

/** Rows by key of a dataset: whether they are taken now, where they are written, and the decision about review of them. */
export function RowsPage({ visit, view }: Props) {
  const texts = rowsByKeyTexts[visit.language];
  const { dataset, refusal } = view.writing;
  const { title } = dataset.passport;
  return (
    <CabinetPage visit={visit} title={texts.title(title)}>
      <div class="stack-l">
        <DatasetTrail visit={visit} id={dataset.id} title={title} here={texts.link} />
        <header class="stack">
          <h1>{texts.title(title)}</h1>
          <p class="lead">{texts.lead}</p>
        </header>
        <Done visit={visit} view={view} />
        <section class="stack" aria-labelledby="rows-now">
          <h2 id="rows-now">{texts.now}</h2>
          {refusal === null ? (
            <Notice kind="good" title={texts.open} language={visit.language} />
          ) : (
            <Notice kind="attention" title={texts.closed} language={visit.language}>
              {inLanguage(refusal.text, visit.language)}
            </Notice>
          )}
        </section>
        <Tables visit={visit} view={view} />
        <Rule visit={visit} view={view} />
        <p class="row">
          <a href={href(visit, '/help/developer')}>{texts.guide}</a>
          <a href={href(visit, '/cabinet/account/tokens')}>{texts.tokens}</a>
        </p>
      </div>
    </CabinetPage>
  );
}

/** The one thing a form of this page decides. */
function Decide({ visit, view, unreviewed, undo }: Props & { readonly unreviewed: boolean; readonly undo: boolean }) {
  const texts = rowsByKeyTexts[visit.language];
  return (
    <form method="post" action={href(visit, `/cabinet/datasets/${view.writing.dataset.id}/rows`)}>
      <input type="hidden" name="unreviewed" value={unreviewed ? 'yes' : 'no'} />
      {undo && <input type="hidden" name="undo" value="yes" />}
      <Button kind="secondary">{undo ? texts.undo : unreviewed ? texts.allow : texts.ask}</Button>
    </form>
  );
}

function Done({ visit, view }: Props) {
  const texts = rowsByKeyTexts[visit.language].done;
  const { done, may, writing } = view;
  if (done !== 'allowed' && done !== 'asked' && done !== 'undone') return null;
  const now = writing.rule?.unreviewed ?? false;
  return (
    <Notice kind="good" title={texts[done]} language={visit.language} live>
      {may.approve && done !== 'undone' && <Decide visit={visit} view={view} unreviewed={!now} undo />}
    </Notice>
  );
}

function Tables({ visit, view }: Props) {
  const texts = rowsByKeyTexts[visit.language];
  const { tables, dataset } = view.writing;
  const { table, keys, address } = texts.columns;
  const unmarked = tables.some((one) => one.keys.length === 0);
  return (
    <section class="stack" aria-labelledby="rows-tables">
      <h2 id="rows-tables">{texts.tables}</h2>
      {tables.length === 0 ? (
        <p>{texts.noTables}</p>
      ) : (
        <DataTable
          caption={texts.tables}
          captionUnseen
          rowHeaders
          columns={[{ title: table }, { title: keys }, { title: address }]}
          rows={tables.map((one) => [
            one.title,
            one.keys.join(', ') || <span class="soft">{texts.noKeys}</span>,
            <code key="address">{`${visit.origin}/api/rows/${one.resourceId}`}</code>,
          ])}
        />
      )}
      {unmarked && view.may.edit && (
        <p>
          <a href={href(visit, `/cabinet/datasets/${dataset.id}/structure`)}>{texts.structure}</a>
        </p>
      )}
    </section>
  );
}

function Rule({ visit, view }: Props) {
  const texts = rowsByKeyTexts[visit.language];
  const { reviewed, rule } = view.writing;
  const unreviewed = rule?.unreviewed ?? false;
  return (
    <section class="stack" aria-labelledby="rows-rule">
      <h2 id="rows-rule">{texts.rule}</h2>
      <p>{unreviewed ? texts.allowed : reviewed ? texts.asked : texts.notReviewed}</p>
      <p class="soft">
        {rule ? texts.decided(rule.by, dateTimeInWords(rule.at, visit.language)) : texts.never}{' '}
        {!view.may.approve && texts.notMine}
      </p>
      {view.may.approve && (reviewed || unreviewed) && (
        <Decide visit={visit} view={view} unreviewed={!unreviewed} undo={false} />
      )}
    </section>
  );
}
