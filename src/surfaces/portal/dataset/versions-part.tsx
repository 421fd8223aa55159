import { structureBreaks, type Version } from '../../../capabilities/publishing/index.ts';
import { dateTimeInWords } from '../../../language/dates.ts';
import { datasetTexts } from '../../../locales/dataset.ts';
import { portalTexts } from '../../../locales/portal.ts';
import { versionsTexts } from '../../../locales/versions.ts';
import { Badge, Button, Field, href, type Visit } from '../../components/index.ts';
import { FeedLink } from '../city/feed-link.tsx';
import type { DatasetView } from './dataset-view.ts';

/** Versions on the page of the whole dataset; all of them stand at their own address. */
const SHOWN = 5;

/** Версії: number, day, who, rows, what changed, what users are told; each has its own address, passport and structure. */
export function VersionsPart({ visit, view, all }: { visit: Visit; view: DatasetView; all?: boolean }) {
  const { language } = visit;
  const { card, versions } = view;
  const more = datasetTexts[language].versions;
  const shown = all ? versions : versions.slice(0, SHOWN);
  return (
    <>
      <p class="soft part-lead">{more.lead}</p>
      <ol class="plain versions" reversed>
        {shown.map((version) => (
          <VersionItem key={version.id} visit={visit} view={view} version={version} />
        ))}
      </ol>
      {shown.length < versions.length && (
        <p>
          <a href={href(visit, `/datasets/${card.slug}/versions`)}>{more.all(versions.length)}</a>
        </p>
      )}
      {versions.length > 1 && <CompareForm visit={visit} view={view} />}
      <FeedLink visit={visit} path={`/datasets/${card.slug}/feed.atom`} label={more.feed} />
    </>
  );
}

function VersionItem({ visit, view, version }: { visit: Visit; view: DatasetView; version: Version }) {
  const { language } = visit;
  const texts = versionsTexts[language].list;
  const names = portalTexts[language];
  const { card } = view;
  const { number, closure, repeats } = version;
  const current = number === card.versionNumber;
  const path = `/datasets/${card.slug}${current ? '' : `/versions/${number}`}`;
  const rows = version.resources.reduce((sum, resource) => sum + (resource.rows ?? 0), 0);
  return (
    <li class="version">
      <p>
        {closure ? (
          <strong>{names.dataset.version(number)}</strong>
        ) : (
          <a href={href(visit, path)}>
            <strong>{names.dataset.version(number)}</strong>
          </a>
        )}{' '}
        {current && <Badge kind="good">{names.versions.current}</Badge>}
        {closure && <Badge kind="attention">{texts.withdrawn}</Badge>}{' '}
        <span class="soft">
          <time dateTime={version.publishedAt.toISOString()}>{dateTimeInWords(version.publishedAt, language)}</time>
          {' · '}
          {texts.rows(rows)}
          {' · '}
          {version.unitName || card.unit.name}
        </span>
      </p>
      <VersionChanges visit={visit} view={view} version={version} />
      {repeats !== null && <p class="soft">{texts.repeats(repeats)}</p>}
      {closure ? (
        <p>
          {closure.reason} ({closure.order})
        </p>
      ) : (
        <VersionLinks visit={visit} view={view} version={version} />
      )}
    </li>
  );
}

function VersionChanges({ visit, view, version }: { visit: Visit; view: DatasetView; version: Version }) {
  const { language } = visit;
  const texts = versionsTexts[language];
  const names = portalTexts[language].versions;
  const before = versionBefore(view, version);
  const words = version.changes ? names.summary(version.changes) || names.nothing : names.first;
  return (
    <>
      <p>
        {words} {before && structureBreaks(before, version) && <Badge kind="attention">{texts.list.breaking}</Badge>}
      </p>
      {version.note && (
        <p class="version-note">
          <strong>{texts.note.told}</strong> {version.note}
        </p>
      )}
    </>
  );
}

function VersionLinks({ visit, view, version }: { visit: Visit; view: DatasetView; version: Version }) {
  const texts = versionsTexts[visit.language].list;
  const { card } = view;
  const base = `/datasets/${card.slug}/versions/${version.number}`;
  const before = versionBefore(view, version);
  const tables = version.resources.filter(({ kind }) => kind === 'table');
  return (
    <>
      <p class="row version-links">
        {before && !before.closure && view.card.state === 'published' && (
          <a href={href(visit, `/datasets/${card.slug}/versions/${before.number}...${version.number}`)}>
            {texts.compare}
          </a>
        )}
        <a href={href(visit, `${base}/passport`)}>{texts.passport}</a>
        <a href={`${base}/passport.json`}>{texts.passportJson}</a>
        {tables.map(({ id }) => (
          <span key={id}>
            {texts.structures}: <a href={`${base}/structure/${id}.json`}>JSON</a>,{' '}
            <a href={`${base}/structure/${id}.csv`}>CSV</a>, <a href={`${base}/structure/${id}.xsd`}>XSD</a>
          </span>
        ))}
      </p>
      {tables.length > 0 && view.card.state === 'published' && (
        <details class="version-sums">
          <summary>{texts.verify}</summary>
          <p>{texts.verifyText}</p>
          {tables.map(({ id, tableId }) => (
            <div key={id} class="small">
              <code class="command">{`curl -sL ${visit.origin}/download/${tableId}.csv | sha256sum`}</code>
              <p>
                {texts.checksum}: <code>{version.checksums[id] ?? texts.counting}</code>
              </p>
            </div>
          ))}
          <p class="small">
            <a href={`${base}/checksums.txt`}>{texts.checksums}</a>
          </p>
        </details>
      )}
    </>
  );
}

/** The version published before this one. */
function versionBefore({ versions }: DatasetView, version: Version): Version | null {
  return versions.find(({ number }) => number < version.number) ?? null;
}

/** Any two open versions, compared at an address of their own. */
function CompareForm({ visit, view }: { visit: Visit; view: DatasetView }) {
  const { language } = visit;
  const texts = versionsTexts[language].compare;
  const open = view.versions.filter(({ closure }) => !closure);
  const [newest, before] = open;
  if (!newest || !before || view.card.state !== 'published') return null;
  const options = open.map(({ number, publishedAt }) => ({
    value: String(number),
    label: texts.version(number, dateTimeInWords(publishedAt, language)),
  }));
  return (
    <details class="compare-choice">
      <summary>{texts.choose}</summary>
      <form class="form" method="get" action={href(visit, `/datasets/${view.card.slug}/compare`)}>
        <Field label={texts.from} name="from" value={String(before.number)} options={options} />
        <Field label={texts.to} name="to" value={String(newest.number)} options={options} />
        <Button kind="secondary">{texts.button}</Button>
      </form>
    </details>
  );
}
