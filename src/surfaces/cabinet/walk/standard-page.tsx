import type { PreviewPage, Reading, WayToStandard } from '../../../capabilities/ingest/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { standardTexts } from '../../../locales/standards.ts';
import { describeStep } from '../../../tabular/index.ts';
import { type Conformity, conformityOf, fieldsAfter, type Standard } from '../../../tabular/standards/index.ts';
import { Button, Choice, DataTable, Field, href, Notice, type Visit } from '../../components/index.ts';
import { TextRows } from './text-rows.tsx';
import { WalkPage } from './walk-frame.tsx';

export interface StandardData {
  readonly reading: Reading;
  /** Structures to choose from, those the table looks like first. */
  readonly offered: readonly Standard[];
  /** The one shown with what it would do; null where none was chosen and the table looks like none. */
  readonly way: WayToStandard | null;
  readonly preview: PreviewPage | null;
  readonly addMissing: boolean;
  /** Title of the structure the table was brought to already. */
  readonly done: string | null;
}

/** Columns of the table beside the fields of a structure: each may be corrected, the result is seen before it is accepted. */
export function StandardPage({ visit, data }: { visit: Visit; data: StandardData }) {
  const texts = standardTexts[visit.language];
  const { reading, way, done } = data;
  const title = done ?? way?.recognised.standard.title;
  return (
    <WalkPage
      visit={visit}
      step="repairs"
      title={title === undefined ? texts.pageNone : texts.page(title)}
      place={{ readingId: reading.id, datasetId: reading.datasetId }}
      wide
    >
      {done === null ? <Choosing visit={visit} data={data} /> : <Done visit={visit} reading={reading} title={done} />}
      {done === null && way && <Way visit={visit} data={data} way={way} />}
      <p>
        <a href={href(visit, `/cabinet/readings/${reading.id}/repairs`)}>{texts.back}</a>
      </p>
    </WalkPage>
  );
}

const pathOf = (visit: Visit, { id }: Reading) => href(visit, `/cabinet/readings/${id}/standard`);

function Done({ visit, reading, title }: { visit: Visit; reading: Reading; title: string }) {
  const texts = standardTexts[visit.language];
  return (
    <section class="stack">
      <Notice kind="good" title={texts.already(title)} language={visit.language}>
        {texts.alreadyHint}
      </Notice>
      <ul>
        {reading.recipe.map((step) => (
          <li key={JSON.stringify(step)}>{inLanguage(describeStep(step), visit.language)}</li>
        ))}
      </ul>
      {!reading.publishedAt && (
        <form class="stack" method="post" action={`${pathOf(visit, reading)}/undo`}>
          <p class="soft">{texts.leaving}</p>
          <div>
            <Button kind="secondary">{texts.leave}</Button>
          </div>
        </form>
      )}
    </section>
  );
}

function Choosing({ visit, data }: { visit: Visit; data: StandardData }) {
  const texts = standardTexts[visit.language];
  const { offered, way, reading } = data;
  const options = offered.map(({ key, title }) => ({ value: key, label: title }));
  return (
    <form class="form" method="get" action={pathOf(visit, reading)}>
      {!way && <p>{texts.noneLead}</p>}
      <Field
        label={texts.choose}
        name="structure"
        hint={texts.chooseHint}
        value={way?.recognised.standard.key ?? offered[0]?.key ?? ''}
        options={options}
      />
      <div>
        <Button kind="secondary">{texts.show}</Button>
      </div>
    </form>
  );
}

function Way({ visit, data, way }: { visit: Visit; data: StandardData; way: WayToStandard }) {
  const texts = standardTexts[visit.language];
  const { standard } = way.recognised;
  const conformity = conformityOf(standard, fieldsAfter(way.recognised));
  return (
    <form class="stack-l" method="post" action={pathOf(visit, data.reading)}>
      <input type="hidden" name="structure" value={standard.key} />
      <ConformityPart visit={visit} conformity={conformity} />
      <Columns visit={visit} way={way} />
      {standard.complete && (
        <Choice
          name="addMissing"
          value="1"
          label={texts.addMissing}
          hint={texts.addMissingHint}
          checked={data.addMissing}
        />
      )}
      <div class="row">
        <Button>{texts.bring}</Button>
        <Button kind="secondary" name="deed" value="show">
          {texts.update}
        </Button>
      </div>
      <section class="stack" aria-labelledby="steps-title">
        <h2 id="steps-title">{texts.steps}</h2>
        <ul>
          {way.recipe.map((step) => (
            <li key={JSON.stringify(step)}>{inLanguage(describeStep(step), visit.language)}</li>
          ))}
        </ul>
      </section>
      {data.preview && (
        <section class="stack" aria-labelledby="preview-title">
          <h2 id="preview-title">{texts.preview}</h2>
          <TextRows visit={visit} page={data.preview} caption={texts.previewCaption} captionUnseen />
        </section>
      )}
    </form>
  );
}

/** A share and what is missing of a structure known whole; of one known in part only how much was found. */
export function ConformityPart({ visit, conformity }: { visit: Visit; conformity: Conformity }) {
  const texts = standardTexts[visit.language];
  if (conformity.kind === 'part') return <p class="lead">{texts.part(conformity.found)}</p>;
  const { percent, found, of, missing } = conformity;
  return (
    <div class="stack-s">
      <p class="lead">{texts.conformity(percent, found, of)}</p>
      {missing.length > 0 && (
        <details>
          <summary>{texts.missing(missing.length)}</summary>
          <ul>
            {missing.map(({ name, title, required }) => (
              <li key={name}>
                <code>{name}</code> <span lang="uk">{title}</span>
                {required && `, ${texts.required}`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Columns({ visit, way }: { visit: Visit; way: WayToStandard }) {
  const texts = standardTexts[visit.language];
  const { matches, merged, standard } = way.recognised;
  const fields = standard.fields.map(({ name, title }) => ({ value: name, label: `${name} (${title})` }));
  return (
    <DataTable
      caption={texts.page(standard.title)}
      captionUnseen
      rowHeaders
      columns={Object.values(texts.columns).map((title) => ({ title }))}
      rows={way.columns.map(({ index, title, examples }) => {
        const match = matches.find(({ column }) => column === index);
        const split = merged.find(({ column }) => column === index);
        const value = match?.field.name ?? (split ? `@${split.kind}` : '');
        const options = [
          { value: '', label: texts.none },
          ...(split ? [{ value: `@${split.kind}`, label: texts.merged[split.kind] }] : []),
          ...fields,
        ];
        return [
          title,
          <span key="example" class="soft">
            {examples[0]?.slice(0, 40) ?? ''}
          </span>,
          <select key="field" class="input" name={`column.${index}`} aria-label={texts.fieldOf(title)}>
            {options.map((option) => (
              <option key={option.value} value={option.value} selected={option.value === value}>
                {option.label}
              </option>
            ))}
          </select>,
          match ? texts.grounds[match.ground] : split ? texts.grounds.content : '',
        ];
      })}
    />
  );
}
