import type { DocumentChange, MadeDocument } from '../../../capabilities/documents/index.ts';
import { dateTimeInWords } from '../../../language/dates.ts';
import { documentsTexts } from '../../../locales/documents.ts';
import {
  Breadcrumbs,
  Button,
  CabinetPage,
  DataTable,
  href,
  LinkButton,
  Notice,
  type Visit,
} from '../../components/index.ts';
import { documentPath, HOME } from './paths.ts';

/** What the document would say now that it does not; only then it is replaced. */
export function ChangesPage(props: { visit: Visit; document: MadeDocument; changes: readonly DocumentChange[] }) {
  const { visit, document, changes } = props;
  const texts = documentsTexts[visit.language];
  const path = href(visit, documentPath(document.id));
  const { columns } = texts.changes;
  const [then, now] = [document.dataAsOf, visit.ctx.clock.now()].map((at) => dateTimeInWords(at, visit.language));
  return (
    <CabinetPage visit={visit} title={texts.changes.title}>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[
            { label: texts.list.title, href: href(visit, HOME) },
            { label: document.title, href: path },
            { label: texts.changes.title },
          ]}
        />
        <div class="stack">
          <h1>{texts.changes.title}</h1>
          <p class="lead">{texts.changes.since(then ?? '', now ?? '')}</p>
        </div>
        {changes.length === 0 ? (
          <Notice kind="good" title={texts.changes.none} language={visit.language} />
        ) : (
          <div class="stack">
            <p class="soft">{texts.changes.count(changes.length)}</p>
            <DataTable
              caption={texts.changes.caption}
              captionUnseen
              rowHeaders
              columns={[{ title: columns.where }, { title: columns.before }, { title: columns.after }]}
              rows={changes.map((change) => cellsOf(visit, change))}
            />
          </div>
        )}
        <form class="row" method="post" action={`${path}/refresh`}>
          {changes.length > 0 && <Button>{texts.changes.replace}</Button>}
          <LinkButton href={path}>{texts.changes.keep}</LinkButton>
        </form>
      </div>
    </CabinetPage>
  );
}

function cellsOf(visit: Visit, { words, row, before, after }: DocumentChange) {
  const texts = documentsTexts[visit.language].changes;
  const [none, gone] = row === null ? [texts.emptyText, texts.emptyText] : [texts.added, texts.removed];
  const where = row === null || row === '' ? words : `${words}: ${row}`;
  return [
    where,
    before === '' ? <span class="soft">{none}</span> : before,
    after === '' ? <span class="soft">{gone}</span> : after,
  ];
}
