import type { FilePart, PreviewPage, Reading } from '../../../capabilities/ingest/index.ts';
import { formatOf, isSettled } from '../../../capabilities/ingest/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { formatBytes } from '../../../language/numbers.ts';
import { partTexts } from '../../../locales/parts.ts';
import { walkTexts } from '../../../locales/walk.ts';
import type { Recognised } from '../../../tabular/standards/index.ts';
import { Button, href, KeyValues, LinkButton, Notice, type Visit } from '../../components/index.ts';
import { AboutCheck } from './about-check.tsx';
import { type ChoicesData, ChoicesForm } from './choices-form.tsx';
import { FileParts } from './file-parts.tsx';
import { NextFile } from './next-file.tsx';
import type { NextFileView } from './next-file-view.ts';
import { StandardPart } from './standard-part.tsx';
import { TextRows } from './text-rows.tsx';
import { WalkPage } from './walk-frame.tsx';
import { Working, WorkingHead } from './working.tsx';

export interface LookData {
  readonly reading: Reading;
  /** Null until it is read. */
  readonly preview: PreviewPage | null;
  /** For «Щось не так?»; null where there is nothing to choose. */
  readonly choices: ChoicesData | null;
  /** Tables of the file, this one too. */
  readonly parts: readonly FilePart[];
  /** The structure it looks like most. */
  readonly like?: Recognised | undefined;
  /** How it stands beside the file published before; null for a first one. */
  readonly next: NextFileView | null;
}

/** Screen 2, Погляд: stages while the file is read, then the table as read. */
export function LookPage({ visit, data }: { visit: Visit; data: LookData }) {
  const { reading } = data;
  const working = reading.state !== 'receiving' && !isSettled(reading.state);
  return (
    <WalkPage
      visit={visit}
      step="look"
      title={titleOf(visit, reading)}
      place={{ readingId: reading.id, datasetId: reading.datasetId, table: reading.kind === 'table' }}
      islands={working ? ['reading'] : []}
      head={working ? <WorkingHead /> : undefined}
      wide={data.preview !== null}
    >
      {working ? <Working visit={visit} reading={reading} /> : <Settled visit={visit} data={data} />}
    </WalkPage>
  );
}

function titleOf(visit: Visit, { state, kind }: Reading): string {
  const texts = walkTexts[visit.language].look;
  if (state === 'refused') return texts.titleRefused;
  if (state === 'failed') return texts.titleFailed;
  if (state === 'cancelled') return texts.titleCancelled;
  if (state === 'checked' || state === 'ready') return kind === 'table' ? texts.title : texts.titleDocument;
  return texts.titleWorking;
}

function Settled({ visit, data }: { visit: Visit; data: LookData }) {
  const { reading } = data;
  if (reading.state === 'checked' || reading.state === 'ready') {
    return reading.kind === 'table' ? (
      <TableRead visit={visit} data={data} />
    ) : (
      <DocumentKept visit={visit} reading={reading} />
    );
  }
  return <NotRead visit={visit} data={data} />;
}

/** Refused, failed, cancelled, or not arrived whole: what happened and the way out. */
function NotRead({ visit, data }: { visit: Visit; data: LookData }) {
  const texts = walkTexts[visit.language].look;
  const { reading } = data;
  const again = href(visit, `/cabinet/new?dataset=${reading.datasetId}`);
  return (
    <>
      <p class="soft">{reading.fileName}</p>
      {reading.refusal && (
        <Notice kind="error" title={inLanguage(reading.refusal.message, visit.language)} language={visit.language}>
          <AboutCheck visit={visit} code={reading.refusal.code} />
        </Notice>
      )}
      {reading.state === 'receiving' && <Notice kind="info" title={texts.receiving} language={visit.language} />}
      <div class="row">
        <LinkButton href={again} kind="primary" icon="upload">
          {reading.state === 'receiving' ? texts.resume : texts.another}
        </LinkButton>
        {reading.state === 'failed' && (
          <form method="post" action={href(visit, `/cabinet/readings/${reading.id}/choices`)}>
            <Button kind="secondary">{texts.again}</Button>
          </form>
        )}
        {reading.state !== 'cancelled' && (
          <form method="post" action={href(visit, `/cabinet/readings/${reading.id}/cancel`)}>
            <Button kind="quiet">{texts.cancel}</Button>
          </form>
        )}
      </div>
      {data.choices && <ChoicesForm visit={visit} data={data.choices} />}
    </>
  );
}

function DocumentKept({ visit, reading }: { visit: Visit; reading: Reading }) {
  const texts = walkTexts[visit.language];
  return (
    <>
      <KeyValues
        items={[
          [texts.look.name, reading.fileName],
          [texts.look.format, formatOf(reading.fileName)],
          [texts.look.size, formatBytes(reading.size, visit.language)],
          [texts.look.checksum, <code key="sum">SHA-256 {reading.originalSha256}</code>],
        ]}
      />
      {reading.inspection?.findings.map((finding) => (
        <Notice
          key={finding.code}
          kind="attention"
          title={inLanguage(finding.message, visit.language)}
          language={visit.language}
        />
      ))}
      <Forward visit={visit} reading={reading} />
    </>
  );
}

function TableRead({ visit, data }: { visit: Visit; data: LookData }) {
  const texts = walkTexts[visit.language].look;
  const { reading, preview, choices } = data;
  if (!preview) return null;
  const shape = texts.shape(preview.total, preview.headers.length);
  const part = data.parts.length > 1 && reading.source?.sheet;
  const doubt = choices?.headerDoubt ?? null;
  return (
    <>
      <p class="lead">
        <strong>{reading.fileName}</strong>
        {part && ` · ${partTexts[visit.language].this(part)}`} · {shape}.{' '}
        {preview.total > preview.rows.length && texts.shownFirst(preview.rows.length)}
      </p>
      {doubt && (
        <form class="row" method="post" action={href(visit, `/cabinet/readings/${reading.id}/choices`)}>
          <p>
            <strong>{doubt === 'none' ? texts.questionNone : texts.question}</strong>
          </p>
          <Button kind="secondary" name="headerRow" value={doubt === 'none' ? '1' : 'confirm'}>
            {texts.yes}
          </Button>
          <Button kind="secondary" name="headerRow" value={doubt === 'none' ? 'confirm' : '0'}>
            {texts.no}
          </Button>
        </form>
      )}
      <NextFile visit={visit} reading={reading} view={data.next} />
      <TextRows visit={visit} page={preview} caption={texts.caption(reading.fileName)} captionUnseen />
      <StandardPart visit={visit} reading={reading} like={data.like} />
      <FileParts visit={visit} reading={reading} parts={data.parts} />
      <Forward visit={visit} reading={reading} second={data.next?.publish != null} />
      {choices && <ChoicesForm visit={visit} data={choices} />}
    </>
  );
}

/** On to the repairs while there is something to answer there; otherwise straight to the passport. */
function Forward({ visit, reading, second = false }: { visit: Visit; reading: Reading; second?: boolean }) {
  const texts = walkTexts[visit.language];
  const findings = (reading.mended?.inspection ?? reading.inspection)?.findings ?? [];
  const asks = reading.kind === 'table' && (findings.length > 0 || reading.recipe.length > 0);
  if (asks) {
    return (
      <p>
        <LinkButton
          kind={second ? 'secondary' : 'primary'}
          href={href(visit, `/cabinet/readings/${reading.id}/repairs`)}
        >
          {texts.next}
        </LinkButton>
      </p>
    );
  }
  return (
    <form method="post" action={href(visit, `/cabinet/readings/${reading.id}/forward`)}>
      <Button kind={second ? 'secondary' : 'primary'}>{texts.next}</Button>
    </form>
  );
}
