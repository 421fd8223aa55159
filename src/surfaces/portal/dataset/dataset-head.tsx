import type { CardResource } from '../../../capabilities/catalog/index.ts';
import { freshnessOf } from '../../../capabilities/catalog/index.ts';
import { dayInWords } from '../../../language/dates.ts';
import { formatBytes } from '../../../language/numbers.ts';
import { datasetTexts } from '../../../locales/dataset.ts';
import { portalTexts } from '../../../locales/portal.ts';
import { purgeTexts } from '../../../locales/purge.ts';
import { href, Icon, type IconName, LinkButton, Notice, Tabs, type Visit } from '../../components/index.ts';
import { FreshnessWords } from '../search/dataset-row.tsx';
import { type DatasetPart, type DatasetView, resourceHref } from './dataset-view.ts';
import { frequencyWords } from './passport-elements.ts';
import { TableDownloads } from './table-downloads.tsx';

const RESOURCE_ICONS: Record<CardResource['kind'], IconName> = {
  table: 'table',
  document: 'file',
  archive: 'archive',
  geo: 'place',
  link: 'link',
};

/** The strip of facts: freshness, publisher, size, terms. */
export function FactStrip({ visit, view }: { visit: Visit; view: DatasetView }) {
  const { language } = visit;
  const texts = portalTexts[language];
  const { card, resource } = view;
  return (
    <dl class="strip">
      <div>
        <dt>{texts.freshness.label}</dt>
        <dd>
          <FreshnessFact visit={visit} view={view} />
        </dd>
      </div>
      <div>
        <dt>{texts.dataset.unit}</dt>
        <dd>
          <a href={href(visit, `/units/${card.unit.slug}`)}>{card.unit.name}</a>
        </dd>
      </div>
      <div>
        <dt>{texts.dataset.size}</dt>
        <dd class="figures">{resource ? sizeWords(visit, resource) : '—'}</dd>
      </div>
      <div>
        <dt>{texts.dataset.terms}</dt>
        <dd>
          <a href="#reuse">{texts.dataset.termsShort}</a>
        </dd>
      </div>
    </dl>
  );
}

function sizeWords(visit: Visit, resource: CardResource): string {
  const texts = portalTexts[visit.language].dataset;
  if (resource.rows !== null) {
    const open = resource.fields.filter((field) => field.sensitivity === 'open').length;
    return texts.sizeOf(resource.rows, open);
  }
  if (resource.file) return `${resource.formats[0] ?? ''} · ${formatBytes(resource.file.size, visit.language)}`;
  return resource.formats.join(', ');
}

function FreshnessFact({ visit, view }: { visit: Visit; view: DatasetView }) {
  const { language } = visit;
  const texts = portalTexts[language].freshness;
  const { card } = view;
  const freshness = freshnessOf(card, visit.ctx.clock.now());
  const frequency = frequencyWords(card, language);
  return (
    <>
      <div>{texts.asOf(dayInWords(new Date(card.dataAsOf), language))}</div>
      {card.state === 'published' && !view.old && (
        <div class="strip-more">
          <FreshnessWords card={card} visit={visit} />
          {freshness.kind === 'on-time' && <span class="soft small">{texts.due(freshness.dueOn)}</span>}
          {freshness.kind === 'late' && <span class="soft small">{texts.wasDue(freshness.dueOn)}</span>}
          {freshness.kind === 'when-changed' && <span class="soft small">{frequency}</span>}
          {freshness.kind === 'unknown' && <span class="soft small">{texts.unknown}</span>}
        </div>
      )}
    </>
  );
}

/** Several resources: which one is on the page. */
export function ResourceChoice({ visit, view, part }: { visit: Visit; view: DatasetView; part?: DatasetPart }) {
  if (view.resources.length < 2) return null;
  return (
    <Tabs
      label={portalTexts[visit.language].dataset.resources}
      items={view.resources.map((resource) => ({
        label: resource.title,
        href: part ? resourceHref(visit, view, resource, part) : `${resourceHref(visit, view, resource)}#table`,
        current: resource.id === view.resource?.id,
        count: resource.formats[0],
      }))}
    />
  );
}

/** «Завантажити»: the first format as the button, the others as links with sizes; a document's file; an API's address. */
export function Downloads({ visit, view }: { visit: Visit; view: DatasetView }) {
  const texts = portalTexts[visit.language].dataset;
  const { resource } = view;
  if (view.card.state === 'suspended') return <p class="soft">{texts.suspendedData}</p>;
  if (!resource) return null;
  if (resource.kind === 'link') {
    return (
      <div class="downloads stack">
        <p>{texts.linkText}</p>
        <p class="row">
          <LinkButton kind="primary" icon="outside" href={resource.url ?? ''}>
            {texts.open}
          </LinkButton>
          <code>{resource.url}</code>
        </p>
      </div>
    );
  }
  return resource.tableId === null ? (
    <FileDownload visit={visit} view={view} resource={resource} />
  ) : (
    view.offer && (
      <TableDownloads
        visit={visit}
        tableId={resource.tableId}
        offer={view.offer}
        original={resource.file && { ...resource.file, href: fileHref(view, resource) }}
      />
    )
  );
}

function fileHref(view: DatasetView, resource: CardResource): string {
  return `/file/${resource.id}${view.old ? `?version=${view.old.number}` : ''}`;
}

function FileDownload(props: { visit: Visit; view: DatasetView; resource: CardResource }) {
  const { visit, view, resource } = props;
  const texts = portalTexts[visit.language].dataset;
  const { file } = resource;
  if (!file) return null;
  return (
    <div class="file-block">
      <Icon name={RESOURCE_ICONS[resource.kind]} />
      <div class="stack">
        <div>
          <strong>{resource.title}</strong>
          <div class="soft small">
            {file.name} · {resource.formats.join(', ')} · {formatBytes(file.size, visit.language)}
          </div>
        </div>
        <p>
          <LinkButton kind="primary" icon="download" href={fileHref(view, resource)}>
            {texts.downloadAs(resource.formats[0] ?? '')}
          </LinkButton>
        </p>
        <p class="small soft checksum">
          {texts.checksum}: <code>{file.sha256}</code>
        </p>
      </div>
    </div>
  );
}

/** Suspended: the page stays and says why and until when. */
export function SuspendedNotice({ visit, view }: { visit: Visit; view: DatasetView }) {
  const { card } = view;
  if (card.state !== 'suspended' || !card.closure) return null;
  const texts = portalTexts[visit.language].dataset;
  const { reason, order, reviewOn } = card.closure;
  return (
    <Notice kind="attention" title={texts.suspendedTitle}>
      <p>
        {texts.reason}: {reason}
      </p>
      {order && (
        <p>
          {texts.order}: {order}
        </p>
      )}
      {reviewOn && <p>{texts.reviewOn(reviewOn)}</p>}
    </Notice>
  );
}

/** Archived: data and page stay, and it is said that nobody updates them any more. */
export function ArchivedNotice({ visit, view }: { visit: Visit; view: DatasetView }) {
  const { archive, state } = view.card;
  if (!archive || state !== 'published') return null;
  const texts = datasetTexts[visit.language].archived;
  return (
    <Notice kind="attention" title={texts.title} language={visit.language}>
      <p>{texts.lead(dayInWords(new Date(archive.at), visit.language))}</p>
      <p>
        {portalTexts[visit.language].dataset.reason}: {archive.reason} ({archive.order})
      </p>
    </Notice>
  );
}

/** All data were taken away, and nothing is shown instead yet. */
export function EmptyVersionNotice({ visit, view }: { visit: Visit; view: DatasetView }) {
  const { language } = visit;
  if (view.resources.length > 0 || view.card.state !== 'published') return null;
  const gone = view.versions.find(({ closure }) => closure?.purged);
  const texts = purgeTexts[language].shown;
  return (
    <Notice kind="attention" title={texts.title} language={language}>
      <p>{gone?.closure?.reason}</p>
      <p>{texts.next}</p>
    </Notice>
  );
}

/** An earlier version says that there is a newer one. */
export function OldVersionNotice({ visit, view }: { visit: Visit; view: DatasetView }) {
  const texts = portalTexts[visit.language].versions;
  const { card, old } = view;
  if (!old) return null;
  return (
    <Notice kind="info" title={texts.oldTitle(old.number)}>
      <p>
        {texts.oldText} <a href={href(visit, `/datasets/${card.slug}`)}>{texts.toCurrent}</a>
      </p>
    </Notice>
  );
}
