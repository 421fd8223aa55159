import type { Unit } from '../../../capabilities/accounts/index.ts';
import type { Card, Dataset, DatasetPromise } from '../../../capabilities/catalog/index.ts';
import type { FieldFault, RequestError } from '../../../kernel/errors.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dayInWords } from '../../../language/dates.ts';
import { deskTexts } from '../../../locales/desk.ts';
import { lifeTexts } from '../../../locales/life.ts';
import {
  Badge,
  Button,
  CabinetPage,
  Choice,
  ChoiceGroup,
  ErrorSummary,
  Field,
  faultOf,
  href,
  LinkButton,
  Notice,
  type Visit,
} from '../../components/index.ts';
import { STATE_TONES } from '../desk/dataset-list-page.tsx';
import { DatasetTrail } from '../desk/dataset-trail.tsx';

export type LifeDeed = 'promise' | 'drop-promise' | 'internal' | 'readers' | 'draft' | 'archive' | 'unarchive';

export interface LifeView {
  readonly dataset: Dataset;
  readonly card: Card | null;
  readonly promise: DatasetPromise | null;
  readonly units: readonly Unit[];
  readonly readerUnitIds: readonly string[];
  readonly may: { readonly publish: boolean; readonly close: boolean };
  readonly saved: boolean;
  /** A form shown again: what was typed and why it was refused. */
  readonly refused: { readonly deed: LifeDeed; readonly typed: Typed; readonly error: RequestError } | null;
}

type Typed = Readonly<Record<string, string>>;

/** Where a dataset is in its life, and the steps a person can take from there. */
export function LifePage({ visit, view }: { visit: Visit; view: LifeView }) {
  const texts = lifeTexts[visit.language];
  const { dataset, refused } = view;
  const { title } = dataset.passport;
  const page = texts.title(title);
  const unseen = dataset.state === 'planned' || dataset.state === 'draft';
  return (
    <CabinetPage visit={visit} title={page}>
      <div class="stack-l">
        <DatasetTrail visit={visit} id={dataset.id} title={title} />
        <ErrorSummary faults={refused?.error.fields ?? []} language={visit.language} />
        {refused && refused.error.fields.length === 0 && (
          <Notice kind="error" title={inLanguage(refused.error.text, visit.language)} language={visit.language} live />
        )}
        {view.saved && <Notice kind="good" title={texts.done} language={visit.language} live />}
        <header class="stack">
          <h1>{page}</h1>
          <p>
            {texts.now}:{' '}
            <Badge kind={STATE_TONES[dataset.state]}>{deskTexts[visit.language].states[dataset.state]}</Badge>
          </p>
        </header>
        {view.may.publish && unseen && <PromiseForms visit={visit} view={view} />}
        {view.may.publish && dataset.state === 'draft' && <InternalForm visit={visit} view={view} />}
        {view.may.publish && dataset.state === 'internal' && <ReadersForms visit={visit} view={view} />}
        {view.may.close && dataset.state === 'published' && <ArchiveForm visit={visit} view={view} />}
        {view.may.close && dataset.state === 'archived' && <ArchivedForm visit={visit} view={view} />}
        {!unseen && !['internal', 'published', 'archived'].includes(dataset.state) && (
          <p class="soft">{texts.nothing}</p>
        )}
      </div>
    </CabinetPage>
  );
}

/** What a form of this page shows in a field: what was typed, and its fault. */
function fieldOf(visit: Visit, view: LifeView, deed: LifeDeed, name: string, value = '') {
  const refused = view.refused?.deed === deed ? view.refused : null;
  const faults: readonly FieldFault[] = refused?.error.fields ?? [];
  return { name, value: refused?.typed[name] ?? value, error: faultOf(faults, name, visit.language) };
}

const action = (visit: Visit, { dataset }: LifeView, deed: LifeDeed) =>
  href(visit, `/cabinet/datasets/${dataset.id}/life/${deed}`);

function PromiseForms({ visit, view }: { visit: Visit; view: LifeView }) {
  const texts = lifeTexts[visit.language].promise;
  const { promise, dataset } = view;
  const open = promise?.state === 'open' ? promise : null;
  return (
    <section class="stack" aria-labelledby="promise">
      <h2 id="promise">{texts.title}</h2>
      <p>{open ? texts.open(dayInWords(open.dueOn, visit.language)) : texts.none}</p>
      {open && (
        <p class="row">
          <LinkButton kind="primary" icon="upload" href={href(visit, `/cabinet/new?dataset=${dataset.id}`)}>
            {texts.giveFile}
          </LinkButton>
          <a href={href(visit, `/datasets/${open.slug}`)}>{texts.show}</a>
        </p>
      )}
      <form class="form" method="post" action={action(visit, view, 'promise')}>
        <Field
          label={lifeTexts[visit.language].plan.dueOn}
          type="date"
          required
          {...fieldOf(visit, view, 'promise', 'dueOn', open?.dueOn)}
        />
        <Button kind="secondary">{open ? texts.change : texts.make}</Button>
      </form>
      {open && (
        <details open={view.refused?.deed === 'drop-promise'}>
          <summary>{texts.drop}</summary>
          <form class="form" method="post" action={action(visit, view, 'drop-promise')}>
            <p>{texts.dropLead}</p>
            <Field
              label={texts.reason}
              multiline
              rows={3}
              maxLength={2000}
              {...fieldOf(visit, view, 'drop-promise', 'reason')}
            />
            <Button kind="danger">{texts.drop}</Button>
          </form>
        </details>
      )}
    </section>
  );
}

function Readers({ visit, view }: { visit: Visit; view: LifeView }) {
  const texts = lifeTexts[visit.language].internal;
  const others = view.units.filter(({ id }) => id !== view.dataset.unitId);
  return (
    <ChoiceGroup name="reader" legend={texts.readers} hint={texts.readersHint}>
      {others.map((unit) => (
        <Choice
          key={unit.id}
          name="reader"
          value={unit.id}
          label={unit.name}
          checked={view.readerUnitIds.includes(unit.id)}
        />
      ))}
    </ChoiceGroup>
  );
}

function InternalForm({ visit, view }: { visit: Visit; view: LifeView }) {
  const texts = lifeTexts[visit.language].internal;
  return (
    <section class="stack" aria-labelledby="internal">
      <h2 id="internal">{texts.title}</h2>
      <details open={view.refused?.deed === 'internal'}>
        <summary>{texts.make}</summary>
        <form class="form" method="post" action={action(visit, view, 'internal')}>
          <p>{texts.lead}</p>
          <Field
            label={texts.reason}
            multiline
            rows={3}
            maxLength={2000}
            {...fieldOf(visit, view, 'internal', 'reason')}
          />
          <Readers visit={visit} view={view} />
          <Button>{texts.make}</Button>
        </form>
      </details>
    </section>
  );
}

function ReadersForms({ visit, view }: { visit: Visit; view: LifeView }) {
  const texts = lifeTexts[visit.language].internal;
  return (
    <section class="stack" aria-labelledby="internal">
      <h2 id="internal">{texts.title}</h2>
      <p>{texts.lead}</p>
      <form class="form" method="post" action={action(visit, view, 'readers')}>
        <Readers visit={visit} view={view} />
        <Button>{texts.saveReaders}</Button>
      </form>
      <form class="form" method="post" action={action(visit, view, 'draft')}>
        <p>{texts.toDraftLead}</p>
        <Button kind="secondary">{texts.toDraft}</Button>
      </form>
    </section>
  );
}

function ArchiveForm({ visit, view }: { visit: Visit; view: LifeView }) {
  const texts = lifeTexts[visit.language].archive;
  return (
    <section class="stack" aria-labelledby="archive">
      <h2 id="archive">{texts.title}</h2>
      <form class="form" method="post" action={action(visit, view, 'archive')}>
        <p>{texts.lead}</p>
        <Field
          label={lifeTexts[visit.language].promise.reason}
          multiline
          rows={3}
          maxLength={2000}
          {...fieldOf(visit, view, 'archive', 'reason')}
        />
        <Field label={texts.order} maxLength={500} {...fieldOf(visit, view, 'archive', 'order')} />
        <Button kind="secondary">{texts.make}</Button>
      </form>
    </section>
  );
}

function ArchivedForm({ visit, view }: { visit: Visit; view: LifeView }) {
  const texts = lifeTexts[visit.language].archive;
  const archive = view.card?.archive;
  return (
    <section class="stack" aria-labelledby="archive">
      <h2 id="archive">{texts.title}</h2>
      {archive && (
        <p>
          {texts.archived(dayInWords(new Date(archive.at), visit.language))} {archive.reason} ({archive.order})
        </p>
      )}
      <form method="post" action={action(visit, view, 'unarchive')}>
        <Button kind="secondary">{texts.back}</Button>
      </form>
    </section>
  );
}
