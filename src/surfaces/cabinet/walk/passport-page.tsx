import {
  type Dataset,
  FREQUENCY_NAMES,
  groundInWords,
  type Passport,
  type RequiredItem,
  THEMES,
} from '../../../capabilities/catalog/index.ts';
import type { Reading } from '../../../capabilities/ingest/index.ts';
import type { FieldFault, RequestError } from '../../../kernel/errors.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dateTimeInWords } from '../../../language/dates.ts';
import { walkTexts } from '../../../locales/walk.ts';
import { Button, ErrorSummary, href, KeyValues, Notice, type Visit } from '../../components/index.ts';
import { ItemForm } from './item-form.tsx';
import { filledCount, PASSPORT_FIELDS, type PassportField } from './passport-form.ts';
import { PassportInput } from './passport-inputs.tsx';
import { Overtaken, SeenDataset } from './seen-dataset.tsx';
import { WalkPage } from './walk-frame.tsx';

export interface PassportData {
  readonly dataset: Dataset;
  readonly unitName: string;
  readonly reading: Reading | null;
  /** As typed, when the form is shown again. */
  readonly passport: Passport;
  /** Fields that are open: missing, wrong, or asked for. */
  readonly open: ReadonlySet<PassportField>;
  readonly faults: readonly FieldFault[];
  /** Items of the 835 list that fit what was typed; null when nothing was asked. */
  readonly found: { readonly query: string; readonly items: readonly RequiredItem[] } | null;
  readonly filledBy: RequiredItem | null;
  /** Somebody else changed the dataset while this was typed. */
  readonly overtaken?: RequestError | null;
}

/** Screen 4, Паспорт: missing elements are open, the rest is a list with «змінити». */
export function PassportPage({ visit, data }: { visit: Visit; data: PassportData }) {
  const texts = walkTexts[visit.language].passport;
  const { dataset, reading, faults, open } = data;
  const { done, all } = filledCount(dataset.passport);
  const fields = dataset.resources.reduce((sum, { structure }) => sum + structure.fields.length, 0);
  const place = { readingId: reading?.id, datasetId: dataset.id, table: reading?.kind === 'table' };
  return (
    <WalkPage visit={visit} step="passport" title={texts.title} place={place} open={done === all}>
      <ErrorSummary faults={faults} language={visit.language} />
      <Overtaken visit={visit} error={data.overtaken} />
      <p>
        <label class="stack">
          <span>{texts.filled(done, all)}</span>
          <progress class="bar" max={all} value={done} />
        </label>
      </p>
      {data.filledBy && (
        <Notice
          kind={data.filledBy.risk ? 'attention' : 'good'}
          title={texts.itemFilled(data.filledBy.title)}
          language={visit.language}
          live
        >
          {data.filledBy.risk && texts.itemRisk}
        </Notice>
      )}
      <ItemForm visit={visit} dataset={dataset} found={data.found} />
      <form class="form" method="post" action={href(visit, `/cabinet/datasets/${dataset.id}/passport`)}>
        <SeenDataset dataset={dataset} />
        {open.size > 0 && <h2>{texts.missing}</h2>}
        {PASSPORT_FIELDS.filter((field) => open.has(field)).map((field) => (
          <div key={field}>
            <input type="hidden" name="shown" value={field} />
            <PassportInput visit={visit} data={data} field={field} />
          </div>
        ))}
        <div class="row">
          <Button name="to" value="publish">
            {texts.saveNext}
          </Button>
          {fields > 0 && (
            <Button kind="secondary" name="to" value="structure">
              {texts.saveStructure}
            </Button>
          )}
        </div>
        <Filled visit={visit} data={data} />
      </form>
    </WalkPage>
  );
}

/** What is there already, each with a button that opens it and keeps what was typed above. */
function Filled({ visit, data }: { visit: Visit; data: PassportData }) {
  const texts = walkTexts[visit.language].passport;
  const { dataset, open, passport } = data;
  const fields = dataset.resources.reduce((sum, { structure }) => sum + structure.fields.length, 0);
  const change = (field: PassportField) => (
    <Button kind="quiet" name="open" value={field} formNoValidate>
      {walkTexts[visit.language].change}
      <span class="unseen">: {texts.fields[field]}</span>
    </Button>
  );
  const shown = PASSPORT_FIELDS.filter((field) => !open.has(field));
  return (
    <section class="stack">
      <h2>{texts.ready}</h2>
      <KeyValues
        items={[
          [texts.number, dataset.number],
          [texts.unit, data.unitName],
          ...shown.map(
            (field) =>
              [
                texts.fields[field],
                <span class="row between" key={field}>
                  <span>{inWords(visit, passport, field)}</span>
                  {change(field)}
                </span>,
              ] as const,
          ),
          ...(fields > 0
            ? [
                [
                  texts.toStructure,
                  <a key="s" href={href(visit, `/cabinet/datasets/${dataset.id}/structure`)}>
                    {texts.structureLine(fields)}
                  </a>,
                ] as const,
              ]
            : []),
        ]}
      />
    </section>
  );
}

function inWords(visit: Visit, passport: Passport, field: PassportField): string {
  const texts = walkTexts[visit.language].passport;
  switch (field) {
    case 'language':
      return texts.languages[passport.language];
    case 'frequency':
      return passport.frequency ? inLanguage(FREQUENCY_NAMES[passport.frequency], visit.language) : texts.none;
    case 'keywords':
      return passport.keywords.join(', ') || texts.none;
    case 'themes':
      return passport.themes.flatMap((code) => THEMES[code]?.[visit.language] ?? []).join(', ') || texts.none;
    case 'ground':
      return inLanguage(groundInWords(passport.ground), visit.language);
    case 'dataAsOf':
      return passport.dataAsOf
        ? dateTimeInWords(new Date(passport.dataAsOf), visit.language)
        : texts.momentOfPublication;
    default:
      return passport[field] || texts.none;
  }
}
