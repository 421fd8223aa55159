import type { Load, SourcePage, SourceView } from '../../../capabilities/sources/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dateTimeInWords } from '../../../language/dates.ts';
import { formatBytes } from '../../../language/numbers.ts';
import { sourcesTexts } from '../../../locales/sources.ts';
import {
  Badge,
  Button,
  CabinetPage,
  href,
  type KeyValue,
  KeyValues,
  Notice,
  type StateKind,
  type Visit,
} from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { Refusal } from '../accounts/refusal.tsx';
import { DatasetTrail } from '../desk/dataset-trail.tsx';
import { scheduleInWords } from './schedule-choices.ts';
import { SourceFormView } from './source-form-view.tsx';

const DONE = ['saved', 'asked', 'switchedOff', 'switchedOn', 'keyAccepted'] as const;

const LOAD_TONES: Readonly<Record<Load['state'], StateKind>> = {
  asked: 'info',
  fetching: 'info',
  reading: 'info',
  publishing: 'info',
  unchanged: 'good',
  published: 'good',
  submitted: 'good',
  waiting: 'attention',
  failed: 'error',
};

/** The source of a file: what is in force, what came of it, and the form. */
export function SourcePageView({ visit, page, form }: { visit: Visit; page: SourcePage; form: FormState }) {
  const texts = sourcesTexts[visit.language];
  const { dataset, resource, source } = page;
  const done = DONE.find((one) => one === visit.query.get('done'));
  return (
    <CabinetPage visit={visit} title={`${texts.heading}: ${dataset.passport.title}`}>
      <div class="stack-l">
        <DatasetTrail visit={visit} id={dataset.id} title={dataset.passport.title} here={texts.title} />
        <header class="stack">
          <h1>{texts.heading}</h1>
          <p class="lead">{texts.lead}</p>
          <p class="soft">{resource.title}</p>
        </header>
        {done && form.error === null && <Notice kind="good" title={texts[done]} language={visit.language} live />}
        {source && <InForce visit={visit} page={page} source={source} />}
        {source && <Loads visit={visit} loads={page.loads} />}
        {page.mayChange ? (
          <section class="stack" aria-labelledby="form">
            <h2 id="form">{source ? texts.change : texts.setUp}</h2>
            <Refusal visit={visit} error={form.error} />
            <SourceFormView visit={visit} page={page} form={form} />
          </section>
        ) : (
          <p>{texts.readOnly}</p>
        )}
      </div>
    </CabinetPage>
  );
}

function InForce({ visit, page, source }: { visit: Visit; page: SourcePage; source: SourceView }) {
  const texts = sourcesTexts[visit.language];
  const { language } = visit;
  const when = (date: Date | null) => (date ? dateTimeInWords(date, language) : texts.never);
  const items: KeyValue[] = [
    [
      texts.state,
      <Badge key="state" kind={source.state === 'on' ? 'good' : source.state === 'off' ? 'info' : 'error'}>
        {texts.states[source.state]}
      </Badge>,
    ],
    [texts.what, texts.kinds[source.kind]],
    [texts.address, <span key="address">{source.address}</span>],
    [texts.schedule, scheduleInWords(source.schedule, language)],
    [texts.checked, when(source.checkedAt)],
  ];
  if (source.nextAt) items.push([texts.next, when(source.nextAt)]);
  items.push([texts.inName, source.setBy.name]);
  if (source.hostKey) {
    items.push([texts.hostKey, <code key="key">{source.hostKey}</code>]);
  }
  return (
    <div class="stack">
      {source.trouble && (
        <Notice
          kind={source.trouble.kind === 'waiting' ? 'attention' : 'error'}
          title={texts.troubles[source.trouble.kind]}
          language={language}
        >
          <p>{inLanguage(source.trouble.text, language)}</p>
          <p>
            <a href={href(visit, `/cabinet/datasets/${source.datasetId}`)}>{texts.toDraft}</a>
          </p>
        </Notice>
      )}
      <KeyValues items={items} />
      {page.mayChange && <Deeds visit={visit} page={page} source={source} />}
    </div>
  );
}

function Deeds({ visit, page, source }: { visit: Visit; page: SourcePage; source: SourceView }) {
  const texts = sourcesTexts[visit.language];
  const path = `/cabinet/datasets/${source.datasetId}/source/${source.resourceId}`;
  const [last] = page.loads;
  const newKey = last?.reason?.code === 'sftp-host-key' ? /SHA256:\S{43}/.exec(last.reason.text.uk)?.[0] : undefined;
  const deed = (name: string, label: string, kind: 'primary' | 'secondary' | 'danger') => (
    <form key={name} method="post" action={href(visit, `${path}/${name}`)}>
      <Button kind={kind}>{label}</Button>
    </form>
  );
  return (
    <>
      <div class="row">
        {newKey && (
          <form method="post" action={href(visit, `${path}/host-key`)}>
            <input type="hidden" name="fingerprint" value={newKey} />
            <Button kind="secondary">{texts.acceptKey}</Button>
          </form>
        )}
        {source.state !== 'stopped' && deed('now', texts.now, 'primary')}
        {source.state === 'on' ? deed('off', texts.off, 'secondary') : deed('on', texts.on, 'secondary')}
      </div>
      <details>
        <summary>{texts.remove}</summary>
        <div class="stack">
          <p>{texts.removeAsked}</p>
          {deed('remove', texts.removeSurely, 'danger')}
        </div>
      </details>
    </>
  );
}

function Loads({ visit, loads }: { visit: Visit; loads: readonly Load[] }) {
  const texts = sourcesTexts[visit.language];
  const { language } = visit;
  return (
    <section class="stack" aria-labelledby="loads">
      <h2 id="loads">{texts.loads}</h2>
      {loads.length === 0 ? (
        <p class="soft">{texts.noLoads}</p>
      ) : (
        <KeyValues items={loads.map((load) => [dateTimeInWords(load.startedAt, language), loadInWords(load, visit)])} />
      )}
    </section>
  );
}

function loadInWords(load: Load, { language }: Visit) {
  const texts = sourcesTexts[language];
  const facts = [
    load.versionNumber === null ? '' : texts.version(load.versionNumber),
    load.rows === null ? '' : texts.rows(load.rows),
    load.bytes === null ? '' : formatBytes(load.bytes, language),
    load.cause === 'hand' ? texts.byHand : '',
  ];
  return (
    <div key={load.id}>
      <Badge kind={LOAD_TONES[load.state]}>{texts.loadStates[load.state]}</Badge> {facts.filter(Boolean).join(', ')}
      {load.reason && load.state !== 'published' && <p>{inLanguage(load.reason.text, language)}</p>}
    </div>
  );
}
