import type { Dataset } from '../../../capabilities/catalog/index.ts';
import { type ChangeSummary, structureBreaks, type Version } from '../../../capabilities/publishing/index.ts';
import { dateTimeInWords } from '../../../language/dates.ts';
import { formatNumber } from '../../../language/numbers.ts';
import { deskTexts } from '../../../locales/desk.ts';
import { versionsTexts } from '../../../locales/versions.ts';
import { Badge, DataTable, href, type Visit } from '../../components/index.ts';

/** Versions of a dataset in the cabinet: number, day, person, rows, what changed; each leads to its own page with its deeds. */
export function VersionsList({
  visit,
  dataset,
  versions,
}: {
  visit: Visit;
  dataset: Dataset;
  versions: readonly Version[];
}) {
  const texts = deskTexts[visit.language].dataset;
  const { versionColumns: names } = texts;
  return (
    <section class="stack" aria-labelledby="versions">
      <h2 id="versions">{texts.versions}</h2>
      {versions.length === 0 ? (
        <p class="soft">{texts.noVersions}</p>
      ) : (
        <DataTable
          caption={versionsTexts[visit.language].list.caption}
          captionUnseen
          rowHeaders
          columns={[
            { title: names.number, tight: true },
            { title: names.at, tight: true },
            { title: names.by },
            { title: versionsTexts[visit.language].compare.rows, tight: true, align: 'end' },
            { title: names.changes },
          ]}
          rows={versions.map((version, at) => [
            <a key="n" href={href(visit, `/cabinet/datasets/${dataset.id}/versions/${version.number}`)}>
              {version.number}
            </a>,
            dateTimeInWords(version.publishedAt, visit.language),
            version.publishedBy,
            formatNumber(rowsOf(version), visit.language),
            <Changes key="changes" visit={visit} version={version} before={versions[at + 1] ?? null} />,
          ])}
        />
      )}
    </section>
  );
}

/** Rows of all tables of a version. */
export function rowsOf({ resources }: Pick<Version, 'resources'>): number {
  return resources.reduce((sum, { rows }) => sum + (rows ?? 0), 0);
}

function Changes({ visit, version, before }: { visit: Visit; version: Version; before: Version | null }) {
  const texts = versionsTexts[visit.language].list;
  return (
    <>
      {changesInWords(visit, version.changes)}{' '}
      {before && structureBreaks(before, version) && <Badge kind="attention">{texts.breaking}</Badge>}
      {version.repeats !== null && <> {texts.repeats(version.repeats)}</>}
      {version.closure && (
        <>
          {' '}
          <Badge kind="attention">{texts.withdrawn}</Badge>
        </>
      )}
    </>
  );
}

/** How a version differs from the one before it, in words. */
export function changesInWords(visit: Visit, changes: ChangeSummary | null): string {
  const texts = deskTexts[visit.language].dataset;
  if (!changes) return texts.first;
  const rows = texts.changes(changes.rowsAdded, changes.rowsRemoved, changes.rowsChanged);
  return [
    rows || texts.rowsSame,
    changes.columnsAdded.length > 0 ? texts.columnsAdded(changes.columnsAdded.join(', ')) : '',
    changes.columnsRemoved.length > 0 ? texts.columnsRemoved(changes.columnsRemoved.join(', ')) : '',
  ]
    .filter(Boolean)
    .join('; ');
}
