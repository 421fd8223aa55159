import type { Card, Dataset } from '../../../capabilities/catalog/index.ts';
import { FREQUENCY_NAMES, updateDueOn } from '../../../capabilities/catalog/index.ts';
import type { Reading } from '../../../capabilities/ingest/index.ts';
import type { Version } from '../../../capabilities/publishing/index.ts';
import type { FieldFault } from '../../../kernel/errors.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dateTimeInWords, dayInWords } from '../../../language/dates.ts';
import { deskTexts } from '../../../locales/desk.ts';
import { historyTexts } from '../../../locales/history.ts';
import { lifeTexts } from '../../../locales/life.ts';
import { linksTexts } from '../../../locales/links.ts';
import { originalsTexts } from '../../../locales/originals.ts';
import { privacyTexts } from '../../../locales/privacy.ts';
import { purgeTexts } from '../../../locales/purge.ts';
import { rowsByKeyTexts } from '../../../locales/rows-by-key.ts';
import { sourcesTexts } from '../../../locales/sources.ts';
import {
  Badge,
  Breadcrumbs,
  Button,
  CabinetPage,
  ErrorSummary,
  href,
  type KeyValue,
  KeyValues,
  LinkButton,
  Notice,
  type Visit,
} from '../../components/index.ts';
import { CloseForms } from './close-forms.tsx';
import { STATE_TONES } from './dataset-list-page.tsx';
import type { DatasetWork } from './dataset-work.ts';
import { VersionsList } from './versions-list.tsx';

export interface DatasetData {
  readonly dataset: Dataset;
  readonly unitName: string;
  readonly card: Card | null;
  readonly reading: Reading | null;
  readonly versions: readonly Version[];
  /** What the desk says of it, if anything. */
  readonly work: DatasetWork | null;
  readonly may: { readonly edit: boolean; readonly publish: boolean; readonly close: boolean; readonly purge: boolean };
  readonly confirmed: boolean;
  /** The form of closing shown again. */
  readonly closing: {
    readonly deed: 'suspend' | 'withdraw';
    readonly typed: Readonly<Record<string, string>>;
    readonly faults: readonly FieldFault[];
  } | null;
}

/** A dataset in the cabinet: what can be done, what is known, its versions, and closing. */
export function DatasetPage({ visit, data }: { visit: Visit; data: DatasetData }) {
  const texts = deskTexts[visit.language];
  const { dataset } = data;
  const { title } = dataset.passport;
  return (
    <CabinetPage visit={visit} title={title}>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[{ label: texts.sets.title, href: href(visit, '/cabinet/datasets') }, { label: title }]}
        />
        <ErrorSummary faults={data.closing?.faults ?? []} language={visit.language} />
        <header class="stack">
          <h1>{title}</h1>
          <p>
            <Badge kind={STATE_TONES[dataset.state]}>{texts.states[dataset.state]}</Badge>
          </p>
        </header>
        {data.confirmed && <Notice kind="good" title={texts.dataset.unchangedDone} language={visit.language} live />}
        <Closed visit={visit} data={data} />
        {dataset.state !== 'withdrawn' && data.may.edit && <Deeds visit={visit} data={data} />}
        <KeyValues items={facts(visit, data)} />
        <VersionsList visit={visit} dataset={dataset} versions={data.versions} />
        {data.may.close && <CloseForms visit={visit} dataset={dataset} closing={data.closing} />}
        {data.may.purge && data.versions.length > 0 && <PurgeLink visit={visit} dataset={dataset} />}
      </div>
    </CabinetPage>
  );
}

function PurgeLink({ visit, dataset }: { visit: Visit; dataset: Dataset }) {
  const texts = purgeTexts[visit.language];
  return (
    <p>
      <a href={href(visit, `/cabinet/datasets/${dataset.id}/purge`)}>{texts.link}</a>
      <br />
      <span class="soft">{texts.linkHint}</span>
    </p>
  );
}

function Closed({ visit, data }: { visit: Visit; data: DatasetData }) {
  const texts = deskTexts[visit.language].dataset;
  const { card } = data;
  if (!card?.closure || card.state === 'published') return null;
  const { reason, order, reviewOn } = card.closure;
  return (
    <Notice kind="attention" title={texts.closedTitle[card.state]} language={visit.language}>
      {reason} ({order}). {reviewOn && texts.reviewLine(dayInWords(reviewOn, visit.language))}
    </Notice>
  );
}

function Deeds({ visit, data }: { visit: Visit; data: DatasetData }) {
  const texts = deskTexts[visit.language].dataset;
  const { dataset, work, card } = data;
  const base = `/cabinet/datasets/${dataset.id}`;
  const goOn = work && work.deed !== 'update' && work.deed !== 'review' ? work : null;
  const hasTable = dataset.resources.some(({ structure }) => structure.fields.length > 0);
  return (
    <div class="stack">
      <div class="row">
        {goOn && (
          <LinkButton kind="primary" href={href(visit, goOn.path)}>
            {texts.continue}
          </LinkButton>
        )}
        <LinkButton
          kind={goOn ? 'secondary' : 'primary'}
          icon="upload"
          href={href(visit, `/cabinet/new?dataset=${dataset.id}`)}
        >
          {texts.update}
        </LinkButton>
        {dataset.state === 'published' && data.may.publish && (
          <form method="post" action={href(visit, `${base}/unchanged`)}>
            <Button kind="secondary">{texts.unchanged}</Button>
          </form>
        )}
        {dataset.state === 'suspended' && data.may.close && (
          <form method="post" action={href(visit, `${base}/reopen`)}>
            <Button kind="secondary">{texts.reopen}</Button>
          </form>
        )}
      </div>
      {dataset.state === 'published' && data.may.publish && <p class="soft">{texts.unchangedHint}</p>}
      <p class="row">
        <a href={href(visit, `${base}/passport`)}>{texts.passport}</a>
        <a href={href(visit, `${base}/life`)}>{lifeTexts[visit.language].link}</a>
        <a href={href(visit, `${base}/links`)}>{linksTexts[visit.language].give.link}</a>
        {hasTable && <a href={href(visit, `${base}/structure`)}>{texts.structure}</a>}
        {hasTable && <a href={href(visit, `${base}/privacy`)}>{privacyTexts[visit.language].title}</a>}
        {dataset.resources.length > 0 && (
          <a href={href(visit, `${base}/source`)}>{sourcesTexts[visit.language].heading}</a>
        )}
        {hasTable && card && <a href={href(visit, `${base}/rows`)}>{rowsByKeyTexts[visit.language].link}</a>}
        {hasTable && card && <a href={href(visit, `${base}/originals`)}>{originalsTexts[visit.language].link}</a>}
        {card && <a href={href(visit, `${base}/publish`)}>{texts.publish}</a>}
        {card && <a href={href(visit, `/datasets/${dataset.slug}`)}>{texts.open}</a>}
        <a href={href(visit, `${base}/history`)}>{historyTexts[visit.language].title}</a>
      </p>
    </div>
  );
}

function facts(visit: Visit, data: DatasetData): KeyValue[] {
  const texts = deskTexts[visit.language].dataset;
  const { dataset, card, reading } = data;
  const items: KeyValue[] = [
    [texts.number, dataset.number],
    [texts.unit, data.unitName],
  ];
  const { frequency } = dataset.passport;
  if (frequency) items.push([texts.frequency, inLanguage(FREQUENCY_NAMES[frequency], visit.language)]);
  if (card) {
    items.push([texts.dataAsOf, dateTimeInWords(new Date(card.dataAsOf), visit.language)]);
    const next = card.state === 'published' ? updateDueOn(card) : null;
    if (next) items.push([texts.next, dayInWords(next, visit.language)]);
  }
  if (reading) {
    const link = reading.publishedAt ? <a href={`/file/${reading.resourceId}`}>{texts.original}</a> : null;
    items.push([
      texts.file,
      <span key="file">
        {reading.fileName} {link}
      </span>,
    ]);
  }
  return items;
}
