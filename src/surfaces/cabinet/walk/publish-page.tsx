import type { Dataset } from '../../../capabilities/catalog/index.ts';
import { FREQUENCY_NAMES } from '../../../capabilities/catalog/index.ts';
import type { PreviewPage, Reading } from '../../../capabilities/ingest/index.ts';
import type { DraftStructure, PublicationFault } from '../../../capabilities/publishing/index.ts';
import type { RequestError } from '../../../kernel/errors.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { formatBytes } from '../../../language/numbers.ts';
import { reviewTexts } from '../../../locales/review.ts';
import { walkTexts } from '../../../locales/walk.ts';
import {
  Button,
  Choice,
  DataTable,
  Field,
  faultOf,
  href,
  KeyValues,
  Markdown,
  Notice,
  type Visit,
} from '../../components/index.ts';
import { SubmitPart, type SubmitView } from '../review/submit-part.tsx';
import { NoteToUsers } from './note-to-users.tsx';
import { TextRows } from './text-rows.tsx';
import { Refusal, stepPath, WalkPage, type WalkPlace } from './walk-frame.tsx';
import { Working, WorkingHead } from './working.tsx';

export interface PublishData {
  readonly dataset: Dataset;
  readonly unitName: string;
  readonly reading: Reading | null;
  /** The newest file of each resource, by the resource's id. */
  readonly readings: ReadonlyMap<string, Reading>;
  readonly preview: PreviewPage | null;
  readonly faults: readonly PublicationFault[];
  /** How its structure differs from the published one, with the note to users. */
  readonly structure: DraftStructure;
  readonly mayPublish: boolean;
  /** The number the version will have. */
  readonly next: number;
  readonly error: RequestError | null;
  readonly submit: SubmitView;
  /** As typed where it is refused. */
  readonly typedInstant: string;
}

/** Screen 5, Готово: the dataset as people will see it, who will see it, and the one button. */
export function PublishPage({ visit, data }: { visit: Visit; data: PublishData }) {
  const texts = walkTexts[visit.language].publish;
  const { dataset, reading } = data;
  // the note is written in the form itself
  const faults = data.faults.filter(({ step }) => step !== 'note');
  const place: WalkPlace = { readingId: reading?.id, datasetId: dataset.id, table: reading?.kind === 'table' };
  const working = reading?.state === 'mending' || reading?.state === 'reading' || reading?.state === 'received';
  return (
    <WalkPage
      visit={visit}
      step="publish"
      title={texts.title}
      place={place}
      islands={working ? ['reading'] : []}
      head={working ? <WorkingHead /> : undefined}
    >
      <Refusal visit={visit} error={data.error} />
      {working && reading ? (
        <>
          <p>{texts.wait}</p>
          <Working visit={visit} reading={reading} />
        </>
      ) : (
        <>
          {faults.length > 0 && <Faults visit={visit} data={data} faults={faults} />}
          {faults.length === 0 && <PublishForm visit={visit} data={data} />}
          <SubmitPart
            visit={visit}
            view={data.submit}
            note={data.mayPublish ? null : <DraftNote visit={visit} data={data} />}
          />
          <Preview visit={visit} data={data} />
        </>
      )}
    </WalkPage>
  );
}

/** What stands in the way, each with the way to the screen that mends it. */
function Faults({ visit, data, faults }: { visit: Visit; data: PublishData; faults: readonly PublicationFault[] }) {
  const texts = walkTexts[visit.language].publish;
  const datasetId = data.dataset.id;
  const pathOf = ({ step, resourceId }: PublicationFault) => {
    const reading = (resourceId === null ? undefined : data.readings.get(resourceId)) ?? data.reading;
    const place: WalkPlace = { readingId: reading?.id, datasetId, table: reading?.kind === 'table' };
    if (step === 'structure' || step === 'note') {
      return `/cabinet/datasets/${datasetId}/structure${resourceId === null ? '' : `?resource=${resourceId}`}`;
    }
    // a table that shares another's file is looked at where it was taken, there is no file of its own to give
    if (step === 'file' && reading?.partOf) return `/cabinet/readings/${reading.id}`;
    return stepPath(step, place) ?? stepPath('file', place) ?? '/cabinet';
  };
  return (
    <Notice kind="attention" title={texts.faults} language={visit.language}>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.step} ${fault.resourceId} ${fault.field} ${fault.text.en}`}>
            {inLanguage(fault.text, visit.language)}{' '}
            <a href={href(visit, pathOf(fault))}>{texts.toStep[fault.step === 'note' ? 'structure' : fault.step]}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** In whichever form leads on. */
function DraftNote({ visit, data }: { visit: Visit; data: PublishData }) {
  const error = faultOf(data.error?.fields ?? [], 'note', visit.language);
  return <NoteToUsers visit={visit} draft={data.structure} error={error} />;
}

function PublishForm({ visit, data }: { visit: Visit; data: PublishData }) {
  const texts = walkTexts[visit.language].publish;
  const { dataset, reading, mayPublish, next } = data;
  const hidden = dataset.resources
    .flatMap(({ structure }) => structure.fields)
    .filter(({ sensitivity }) => sensitivity === 'restricted').length;
  // the file given holds what decisions on personal data took out of the table
  const withheld = data.submit.review.decisions.some(({ state, step }) => state !== 'undone' && step !== null);
  const whole = hidden === 0 && !withheld;
  return (
    <form class="form" method="post" action={href(visit, `/cabinet/datasets/${dataset.id}/publish`)}>
      <div>
        <h2>{texts.who}</h2>
        <p>
          {texts.whoAll} {hidden > 0 && texts.whoHidden(hidden)}
        </p>
      </div>
      {reading?.kind === 'table' && !whole && (
        <p class="soft">
          {withheld ? texts.originalWithheld : texts.originalClosed}{' '}
          {next > 1 && (withheld ? texts.earlierClose : texts.earlierStay)}
        </p>
      )}
      {mayPublish && reading?.kind === 'table' && whole && (
        <Choice
          name="originalPublic"
          value="1"
          label={texts.original}
          hint={texts.originalHint}
          checked={reading.originalPublic}
        />
      )}
      {mayPublish && <DraftNote visit={visit} data={data} />}
      {data.submit.review.road === 'after' && <p class="soft">{reviewTexts[visit.language].submit.trusted}</p>}
      {mayPublish && data.submit.review.road !== 'approval' && !data.submit.review.planned && (
        <Later visit={visit} data={data} />
      )}
      {mayPublish ? (
        <Button>{next > 1 ? texts.buttonNext(next) : texts.button}</Button>
      ) : data.submit.maySubmit ? null : (
        <Notice kind="info" title={texts.notPermitted} language={visit.language} />
      )}
    </form>
  );
}

/** A day and a time, where the dataset is to be published by itself. */
function Later({ visit, data }: { visit: Visit; data: PublishData }) {
  const texts = reviewTexts[visit.language].submit;
  const error = faultOf(data.error?.fields ?? [], 'publishAt', visit.language);
  return (
    <details open={error !== undefined}>
      <summary>{texts.later}</summary>
      <Field
        label={texts.later}
        hint={texts.laterHint}
        name="publishAt"
        type="datetime-local"
        value={data.typedInstant}
        error={error}
      />
    </details>
  );
}

function Preview({ visit, data }: { visit: Visit; data: PublishData }) {
  const all = walkTexts[visit.language];
  const texts = all.publish;
  const { dataset, reading, preview } = data;
  const { passport } = dataset;
  const fields = dataset.resources.flatMap(({ structure }) => structure.fields);
  const structures = dataset.resources.filter(({ structure }) => structure.fields.length > 0);
  const link = dataset.resources.find(({ url }) => url !== null)?.url;
  const closed = fields.flatMap(({ sensitivity, sourceColumn }) =>
    sensitivity === 'restricted' && sourceColumn !== null ? [sourceColumn] : [],
  );
  return (
    <section class="preview stack" aria-labelledby="preview">
      <h2 id="preview">{texts.preview}</h2>
      <div class="preview-page stack">
        <h3 class="preview-title">{passport.title}</h3>
        <Markdown text={passport.description} lang={passport.language} />
        <KeyValues
          items={[
            [all.passport.unit, data.unitName],
            [texts.updated, passport.frequency ? inLanguage(FREQUENCY_NAMES[passport.frequency], visit.language) : '—'],
            ...(link ? [['API', link] as const] : []),
            ...(reading && reading.kind !== 'table'
              ? [[all.look.name, `${reading.fileName}, ${formatBytes(reading.size, visit.language)}`] as const]
              : []),
          ]}
        />
        {preview && (
          <TextRows
            visit={visit}
            page={preview}
            caption={texts.table}
            without={[...(reading?.mended?.removedColumns ?? []), ...closed]}
          />
        )}
        {structures.map((resource) => (
          <DataTable
            caption={structures.length > 1 ? `${texts.structure}: ${resource.title}` : texts.structure}
            columns={[
              { title: all.structure.columns.title },
              { title: all.structure.columns.type },
              { title: all.structure.columns.purpose },
            ]}
            rows={resource.structure.fields.map(({ title, type, purpose }) => [
              title,
              all.structure.types[type],
              purpose,
            ])}
          />
        ))}
      </div>
    </section>
  );
}
