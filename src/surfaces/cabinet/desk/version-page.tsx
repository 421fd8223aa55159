import type { Dataset } from '../../../capabilities/catalog/index.ts';
import { NOTE_LIMIT, type Version } from '../../../capabilities/publishing/index.ts';
import type { FieldFault } from '../../../kernel/errors.ts';
import { dateTimeInWords } from '../../../language/dates.ts';
import { deskTexts } from '../../../locales/desk.ts';
import { purgeTexts } from '../../../locales/purge.ts';
import { versionsTexts } from '../../../locales/versions.ts';
import {
  Button,
  CabinetPage,
  Choice,
  ChoiceGroup,
  ErrorSummary,
  Field,
  faultOf,
  href,
  type KeyValue,
  KeyValues,
  Notice,
  type Visit,
} from '../../components/index.ts';
import { DatasetTrail } from './dataset-trail.tsx';
import { changesInWords, rowsOf } from './versions-list.tsx';

export interface VersionData {
  readonly dataset: Dataset;
  readonly version: Version;
  /** All versions, newest first. */
  readonly versions: readonly Version[];
  /** Number of the version everybody sees. */
  readonly current: number;
  readonly may: { readonly publish: boolean; readonly close: boolean; readonly purge: boolean };
  /** The record of its emergency withdrawal; null where there was none. */
  readonly purgeId: string | null;
  /** The form of withdrawing shown again. */
  readonly typed: Readonly<Record<string, string>>;
  readonly faults: readonly FieldFault[];
}

/** One version in the cabinet: what is known of it, comparing, publishing it again, withdrawing it. */
export function VersionPage({ visit, data }: { visit: Visit; data: VersionData }) {
  const { language } = visit;
  const texts = versionsTexts[language].deeds;
  const { dataset, version, current } = data;
  const title = texts.title(version.number);
  return (
    <CabinetPage visit={visit} title={`${title}: ${dataset.passport.title}`}>
      <div class="stack-l">
        <DatasetTrail visit={visit} id={dataset.id} title={dataset.passport.title} here={title} />
        <ErrorSummary faults={data.faults} language={language} />
        <h1>{title}</h1>
        {version.closure && (
          <Notice kind="attention" title={texts.withdrawnTitle(version.number)} language={language}>
            {version.closure.reason} ({version.closure.order}){' '}
            {data.purgeId && (
              <a href={href(visit, `/cabinet/datasets/${dataset.id}/purges/${data.purgeId}`)}>
                {purgeTexts[language].record.copies}
              </a>
            )}
          </Notice>
        )}
        <KeyValues items={facts(visit, data)} />
        {!version.closure && <CompareForm visit={visit} data={data} />}
        {version.number === current && <p class="soft">{texts.current}</p>}
        {version.number !== current && !version.closure && data.may.publish && <RepeatForm visit={visit} data={data} />}
        {version.number !== current && !version.closure && data.may.close && <WithdrawForm visit={visit} data={data} />}
        {!version.closure?.purged && data.may.purge && (
          <p>
            <a href={href(visit, `/cabinet/datasets/${dataset.id}/purge?version=${version.number}`)}>
              {purgeTexts[language].heading(version.number)}
            </a>
          </p>
        )}
      </div>
    </CabinetPage>
  );
}

function facts(visit: Visit, { dataset, version }: VersionData): KeyValue[] {
  const { language } = visit;
  const texts = versionsTexts[language];
  const names = deskTexts[language].dataset;
  const address = `/datasets/${dataset.slug}/versions/${version.number}`;
  const tables = version.resources.filter(({ kind }) => kind === 'table');
  return [
    [names.versionColumns.at, dateTimeInWords(version.publishedAt, language)],
    [texts.list.by, [version.publishedBy, version.unitName].filter(Boolean).join(', ')],
    [texts.compare.rows, texts.list.rows(rowsOf(version))],
    [names.versionColumns.changes, changesInWords(visit, version.changes)],
    ...(version.note ? [[texts.note.label, version.note] as const] : []),
    ...(version.repeats === null ? [] : [['', texts.list.repeats(version.repeats)] as const]),
    ...tables.map(
      ({ id }) => [texts.list.checksum, <code key={id}>{version.checksums[id] ?? texts.list.counting}</code>] as const,
    ),
    ...(version.closure
      ? []
      : [
          [
            texts.deeds.open,
            <a key="open" href={href(visit, address)}>
              {`${visit.origin}${address}`}
            </a>,
          ] as const,
        ]),
  ];
}

function CompareForm({ visit, data }: { visit: Visit; data: VersionData }) {
  const { language } = visit;
  const texts = versionsTexts[language];
  const { dataset, version } = data;
  const others = data.versions.filter(({ number, closure }) => number !== version.number && !closure);
  const nearest = others.find(({ number }) => number < version.number) ?? others[0];
  if (!nearest || dataset.state === 'suspended') return null;
  return (
    <form class="form" method="get" action={href(visit, `/datasets/${dataset.slug}/compare`)}>
      <input type="hidden" name="to" value={version.number} />
      <Field
        label={texts.deeds.compare}
        name="from"
        value={String(nearest.number)}
        options={others.map(({ number, publishedAt }) => ({
          value: String(number),
          label: texts.compare.version(number, dateTimeInWords(publishedAt, language)),
        }))}
      />
      <Button kind="secondary">{texts.compare.button}</Button>
    </form>
  );
}

function RepeatForm({ visit, data }: { visit: Visit; data: VersionData }) {
  const texts = versionsTexts[visit.language];
  const { dataset, version, versions } = data;
  const { number } = version;
  const next = (versions[0]?.number ?? 0) + 1;
  return (
    <section class="stack" aria-labelledby="repeat">
      <h2 id="repeat">{texts.deeds.repeatTitle(number)}</h2>
      <form
        class="form"
        method="post"
        action={href(visit, `/cabinet/datasets/${dataset.id}/versions/${number}/repeat`)}
      >
        <p>{texts.deeds.repeatLead(number, next)}</p>
        <p class="soft">{texts.deeds.draftLost}</p>
        <ChoiceGroup legend={texts.deeds.passport} name="passport">
          <Choice type="radio" name="passport" value="present" label={texts.deeds.passportPresent} checked />
          <Choice type="radio" name="passport" value="that" label={texts.deeds.passportThat(number)} />
        </ChoiceGroup>
        <Field
          label={texts.note.label}
          name="note"
          hint={texts.note.hintRepeat}
          multiline
          rows={3}
          maxLength={NOTE_LIMIT}
        />
        <Button>{texts.deeds.repeatButton(number)}</Button>
      </form>
    </section>
  );
}

function WithdrawForm({ visit, data }: { visit: Visit; data: VersionData }) {
  const texts = versionsTexts[visit.language].deeds;
  const { dataset, version, typed, faults } = data;
  const field = (name: string) => ({
    name,
    value: typed[name] ?? '',
    error: faultOf(faults, name, visit.language),
  });
  return (
    <details open={faults.length > 0}>
      <summary>{texts.withdrawTitle(version.number)}</summary>
      <form
        class="form"
        method="post"
        action={href(visit, `/cabinet/datasets/${dataset.id}/versions/${version.number}/withdraw`)}
      >
        <p>{texts.withdrawLead}</p>
        <Field label={texts.reason} {...field('reason')} multiline rows={3} maxLength={2000} />
        <Field label={texts.order} {...field('order')} maxLength={500} />
        <Button kind="danger">{texts.withdrawButton(version.number)}</Button>
      </form>
    </details>
  );
}
