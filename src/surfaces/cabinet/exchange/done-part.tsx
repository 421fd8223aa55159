import { type Import, type ImportLine, isReady } from '../../../capabilities/exchange/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { exchangeTexts } from '../../../locales/exchange.ts';
import {
  Badge,
  Button,
  DataTable,
  href,
  LinkButton,
  Notice,
  type StateKind,
  type Visit,
} from '../../components/index.ts';
import { BASE } from './frame.tsx';
import { PeoplePart } from './people-part.tsx';

interface DoneProps {
  readonly visit: Visit;
  readonly one: Import;
  /** Those that were carried over. */
  readonly lines: readonly ImportLine[];
  readonly differences: number;
}

const isFailed = ({ state, files }: ImportLine) => state === 'failed' || files.some((file) => file.state === 'failed');

/** What has become of what was carried over: what can be published at once, what a person has to look at, what did not come. */
export function DonePart({ visit, one, lines, differences }: DoneProps) {
  const texts = exchangeTexts[visit.language].done;
  const post = (deed: string) => href(visit, `${BASE}/${one.id}/${deed}`);
  const ready = lines.filter(isReady);
  const published = lines.filter(({ datasetState }) => datasetState === 'published').length;
  const failed = lines.filter(isFailed);
  return (
    <div class="stack-l">
      {visit.query.get('done') === 'publishing' && (
        <Notice kind="good" title={texts.asked} language={visit.language} live />
      )}
      <div class="stack">
        <h2>{texts.ready(ready.length)}</h2>
        {published > 0 && <p>{texts.published(published)}</p>}
        {ready.length > 0 && (
          <>
            <p>{texts.readyLead}</p>
            <form method="post" action={post('publish')}>
              <Button>{texts.publish(ready.length)}</Button>
            </form>
          </>
        )}
      </div>
      {failed.length > 0 && <FailedPart visit={visit} lines={failed} retry={post('go-on')} />}
      <LookPart visit={visit} lines={lines} />
      <div class="stack">
        <h2>{differences > 0 ? texts.differences(differences) : texts.compare}</h2>
        <p>{texts.againHint}</p>
        <div class="row">
          {differences > 0 && (
            <LinkButton kind="primary" href={href(visit, `${BASE}/${one.id}/differences`)}>
              {exchangeTexts[visit.language].differences.title}
            </LinkButton>
          )}
          <form method="post" action={post('look')}>
            <Button kind="secondary">{texts.again}</Button>
          </form>
        </div>
      </div>
      <PeoplePart visit={visit} lines={lines} />
      <AllPart visit={visit} lines={lines} />
    </div>
  );
}

/** What did not come, by name and with the reason. */
function FailedPart({ visit, lines, retry }: { visit: Visit; lines: readonly ImportLine[]; retry: string }) {
  const texts = exchangeTexts[visit.language].done;
  const rows = lines.flatMap((line) => {
    const name = <Name key={line.id} visit={visit} line={line} />;
    if (line.state === 'failed') return [[name, '', line.trouble ? inLanguage(line.trouble.text, visit.language) : '']];
    return line.files
      .filter(({ state }) => state === 'failed')
      .map(({ title, trouble }) => [name, title, trouble ? inLanguage(trouble.text, visit.language) : '']);
  });
  return (
    <div class="stack">
      <h2>{texts.failed(rows.length)}</h2>
      <p>{texts.failedLead}</p>
      <DataTable
        caption={texts.failed(rows.length)}
        captionUnseen
        rowHeaders
        columns={[{ title: texts.set }, { title: texts.file }, { title: texts.why }]}
        rows={rows}
      />
      <form method="post" action={retry}>
        <Button kind="secondary">{texts.retry}</Button>
      </form>
    </div>
  );
}

function reasonsOf({ trouble, files, notes }: ImportLine) {
  const ofFiles = files.flatMap((file) => (file.state === 'look' && file.trouble ? [file.trouble.text] : []));
  return [...ofFiles, ...(trouble ? [trouble.text] : []), ...notes];
}

/** Drafts a person has to look at: the file, the passport, or what the gate said. */
function LookPart({ visit, lines }: { visit: Visit; lines: readonly ImportLine[] }) {
  const texts = exchangeTexts[visit.language].done;
  const told = lines
    .filter((line) => line.datasetState === 'draft' && line.state !== 'failed')
    .map((line) => ({ line, reasons: reasonsOf(line) }))
    .filter(({ reasons }) => reasons.length > 0);
  if (told.length === 0) return null;
  return (
    <div class="stack">
      <h2>{texts.look(told.length)}</h2>
      <DataTable
        caption={texts.look(told.length)}
        captionUnseen
        rowHeaders
        columns={[{ title: texts.set }, { title: texts.why }]}
        rows={told.map(({ line, reasons }) => [
          <Name key={line.id} visit={visit} line={line} />,
          reasons.map((text, at) => <p key={at}>{inLanguage(text, visit.language)}</p>),
        ])}
      />
    </div>
  );
}

function Name({ visit, line }: { visit: Visit; line: ImportLine }) {
  if (line.datasetId === null) return <>{line.title}</>;
  return <a href={href(visit, `/cabinet/datasets/${line.datasetId}`)}>{line.title}</a>;
}

function AllPart({ visit, lines }: { visit: Visit; lines: readonly ImportLine[] }) {
  const texts = exchangeTexts[visit.language].done;
  return (
    <details>
      <summary>{`${texts.all} (${lines.length})`}</summary>
      <DataTable
        caption={texts.all}
        captionUnseen
        rowHeaders
        columns={[{ title: texts.set }, { title: exchangeTexts[visit.language].found.holder }, { title: texts.what }]}
        rows={lines.map((line) => {
          const [kind, words] = standing(line, visit);
          return [
            <Name key={line.id} visit={visit} line={line} />,
            line.holder,
            <Badge key="state" kind={kind}>
              {words}
            </Badge>,
          ];
        })}
      />
    </details>
  );
}

function standing(line: ImportLine, { language }: Visit): [StateKind, string] {
  const { stateOf, ok } = exchangeTexts[language].done;
  if (line.datasetState === null) return ['info', stateOf.removed];
  if (line.datasetState === 'published') return ['good', stateOf.published];
  if (line.datasetState !== 'draft') return ['info', stateOf.other];
  return isReady(line) ? ['good', ok] : ['attention', stateOf.draft];
}
