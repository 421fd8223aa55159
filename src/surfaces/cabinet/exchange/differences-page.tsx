import type { Choice, DatasetDifference, FieldDifference, Import } from '../../../capabilities/exchange/index.ts';
import { dateTimeInWords } from '../../../language/dates.ts';
import { exchangeTexts } from '../../../locales/exchange.ts';
import { Button, DataTable, Empty, href, Notice, type Visit } from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { Refusal } from '../accounts/refusal.tsx';
import { BASE, Frame } from './frame.tsx';
import { valueInWords } from './value-in-words.ts';

export interface DifferencesView {
  readonly one: Import;
  readonly datasets: readonly DatasetDifference[];
  readonly choices: readonly Choice[];
  readonly form: FormState;
}

const DONE = ['done', 'undone', 'fetching'] as const;

/** What a portal says otherwise than when it was carried over: three columns, and what to keep. */
export function DifferencesPage({ visit, view }: { visit: Visit; view: DifferencesView }) {
  const texts = exchangeTexts[visit.language].differences;
  const { one, datasets } = view;
  const done = DONE.find((word) => word === visit.query.get('done'));
  return (
    <Frame
      visit={visit}
      title={texts.title}
      lead={texts.lead}
      trail={[{ label: one.question, path: `${BASE}/${one.id}` }, { label: texts.title }]}
    >
      {done && view.form.error === null && <Notice kind="good" title={texts[done]} language={visit.language} live />}
      <Refusal visit={visit} error={view.form.error} />
      {datasets.length === 0 ? (
        <Empty title={texts.none}>
          <p>{texts.noneLead}</p>
        </Empty>
      ) : (
        datasets.map((dataset) => <OneDataset key={dataset.datasetId} visit={visit} one={one} dataset={dataset} />)
      )}
      <Recent visit={visit} view={view} />
    </Frame>
  );
}

function OneDataset({ visit, one, dataset }: { visit: Visit; one: Import; dataset: DatasetDifference }) {
  const texts = exchangeTexts[visit.language].differences;
  const { datasetId, title, fields, files, goneAt } = dataset;
  return (
    <div class="stack">
      <h2>
        <a href={href(visit, `/cabinet/datasets/${datasetId}`)}>{title}</a>
      </h2>
      {goneAt && <Notice kind="attention" title={texts.gone} language={visit.language} />}
      {fields.length > 0 && (
        <DataTable
          caption={`${texts.title}: ${title}`}
          captionUnseen
          rowHeaders
          columns={[
            { title: texts.field },
            { title: texts.ours },
            { title: texts.theirs },
            { title: texts.lastSeen },
            { title: texts.choice },
          ]}
          rows={fields.map((field) => rowOf(field, { visit, one, datasetId }))}
        />
      )}
      {files.length > 0 && (
        <>
          <h3>{texts.files}</h3>
          <ul>
            {files.map((file) => (
              <li key={file.remoteId}>{`${file.title || title}: ${texts.fileKinds[file.kind]}`}</li>
            ))}
          </ul>
          <div class="row">
            <Decide visit={visit} one={one} datasetId={datasetId} field="files" take="theirs" label={texts.fetch} />
            <Decide visit={visit} one={one} datasetId={datasetId} field="files" take="ours" label={texts.keep} />
          </div>
        </>
      )}
    </div>
  );
}

function rowOf(
  { field, ours, theirs, lastSeen }: FieldDifference,
  at: { visit: Visit; one: Import; datasetId: string },
) {
  const { language } = at.visit;
  const texts = exchangeTexts[language];
  const name = texts.fields[field];
  const words = (value: unknown) => valueInWords(field, value, language) || texts.differences.empty;
  const { takeOurs, takeTheirs } = texts.differences;
  return [
    name,
    words(ours),
    words(theirs),
    words(lastSeen),
    <div key="take" class="row">
      <Decide {...at} field={field} take="theirs" label={takeTheirs} about={name} />
      <Decide {...at} field={field} take="ours" label={takeOurs} about={name} />
    </div>,
  ];
}

function Decide(props: {
  visit: Visit;
  one: Import;
  datasetId: string;
  field: string;
  take: 'ours' | 'theirs';
  label: string;
  /** Said to screen readers after the word of the button. */
  about?: string;
}) {
  const { visit, one, datasetId, field, take, label, about } = props;
  return (
    <form method="post" action={href(visit, `${BASE}/${one.id}/differences`)}>
      <input type="hidden" name="dataset" value={datasetId} />
      <input type="hidden" name="field" value={field} />
      <Button kind="secondary" name="take" value={take}>
        {label}
        {about && <span class="unseen">: {about}</span>}
      </Button>
    </form>
  );
}

function Recent({ visit, view }: { visit: Visit; view: DifferencesView }) {
  const { language } = visit;
  const texts = exchangeTexts[language].differences;
  const names: Readonly<Record<string, string>> = exchangeTexts[language].fields;
  if (view.choices.length === 0) return null;
  return (
    <div class="stack">
      <h2>{texts.recent}</h2>
      <ul>
        {view.choices.map(({ id, field, took, madeByName, madeAt }) => (
          <li key={id} class="row">
            <span>{`${names[field] ?? field}: ${texts.took[took]}, ${madeByName}, ${dateTimeInWords(madeAt, language)}`}</span>
            <form method="post" action={href(visit, `${BASE}/${view.one.id}/undo`)}>
              <input type="hidden" name="choice" value={id} />
              <Button kind="quiet">
                {texts.undo}
                <span class="unseen">: {names[field] ?? field}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </div>
  );
}
