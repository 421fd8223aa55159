import {
  type Dataset,
  FREQUENCY_NAMES,
  fieldMark,
  LANGUAGES,
  type Passport,
  type PassportConflict,
  type RequiredItem,
} from '../../../capabilities/catalog/index.ts';
import type { Reading } from '../../../capabilities/ingest/index.ts';
import type { CitationFinding } from '../../../capabilities/orders/index.ts';
import type { Comment } from '../../../capabilities/review/index.ts';
import type { FieldFault } from '../../../kernel/errors.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dateTimeInWords } from '../../../language/dates.ts';
import { passportTexts } from '../../../locales/passport.ts';
import { copyTexts } from '../../../locales/passport-copy.ts';
import { walkTexts } from '../../../locales/walk.ts';
import { PASSPORT_ELEMENT } from '../../../tabular/checks/grounds.ts';
import { Button, ErrorSummary, href, KeyValues, Notice, type Visit } from '../../components/index.ts';
import { CitationNotes } from '../orders/citation-notes.tsx';
import { CommentsHere } from '../review/comments-here.tsx';
import { ItemForm } from './item-form.tsx';
import { ConflictChoice, Meanwhile, SaveState } from './passport-conflicts.tsx';
import { ASKED_FIELDS, filledCount, MORE_FIELDS, moreCount, type PassportField } from './passport-fields.ts';
import { fieldName, LawMark, PassportInput } from './passport-inputs.tsx';
import type { Relative } from './passport-more-inputs.tsx';
import { WalkPage } from './walk-frame.tsx';

export interface PassportData {
  /** As it is now. */
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
  /** All items of required lists, to choose from. */
  readonly items: readonly RequiredItem[];
  /** Items the dataset’s unit must publish and has not. */
  readonly absent: readonly RequiredItem[];
  /** The title is still the file's name. */
  readonly named: boolean;
  /** Laws and orders its texts cite wrongly. */
  readonly citations: readonly CitationFinding[];
  readonly relatives: readonly Relative[];
  readonly foundRelatives: readonly Relative[] | null;
  /** Fields two people changed. */
  readonly conflicts: readonly PassportConflict[];
  /** What reviewers said of the elements and nobody has resolved. */
  readonly comments: readonly Comment[];
  /** Fields somebody else changed meanwhile, which this person had not touched. */
  readonly taken: readonly (keyof Passport)[];
  /** When it was saved just now. */
  readonly savedAt: Date | null;
}

/** Screen 4, Паспорт: missing elements are open, the rest is a list with «змінити»; what no law asks is folded below. */
export function PassportPage({ visit, data }: { visit: Visit; data: PassportData }) {
  const texts = walkTexts[visit.language].passport;
  const { dataset, reading, faults, open } = data;
  const { done, all } = filledCount(dataset.passport);
  const place = { readingId: reading?.id, datasetId: dataset.id, table: reading?.kind === 'table' };
  const shown = ASKED_FIELDS.filter((field) => open.has(field));
  return (
    <WalkPage
      visit={visit}
      step="passport"
      title={texts.title}
      place={place}
      open={done === all}
      islands={['passport-save']}
    >
      <ErrorSummary faults={faults} language={visit.language} />
      <Meanwhile visit={visit} data={data} />
      <p>
        <label class="stack">
          <span>{texts.filled(done, all)}</span>
          <progress class="bar" max={all} value={done} />
        </label>
      </p>
      <QuickWays visit={visit} data={data} />
      <CitationNotes
        visit={visit}
        findings={data.citations}
        mend={href(visit, `/cabinet/datasets/${dataset.id}/passport/citations`)}
      />
      <form class="form" method="post" action={href(visit, `/cabinet/datasets/${dataset.id}/passport`)} data-autosave>
        {shown.length > 0 && <h2>{texts.missing}</h2>}
        {shown.map((field) => (
          <Question key={field} visit={visit} data={data} field={field} />
        ))}
        <SaveButtons visit={visit} dataset={dataset} />
        <SaveState visit={visit} savedAt={data.savedAt} />
        <Filled visit={visit} data={data} />
        <More visit={visit} data={data} />
      </form>
    </WalkPage>
  );
}

/** Ways to fill much at once: an item of a required list, a passport of another dataset; and what came of them. */
function QuickWays({ visit, data }: { visit: Visit; data: PassportData }) {
  const texts = walkTexts[visit.language].passport;
  const { dataset, filledBy } = data;
  return (
    <>
      {filledBy && (
        <Notice
          kind={filledBy.risk ? 'attention' : 'good'}
          title={texts.itemFilled(filledBy.title)}
          language={visit.language}
          live
        >
          {filledBy.risk && texts.itemRisk}
        </Notice>
      )}
      <ItemForm visit={visit} dataset={dataset} items={data.items} absent={data.absent} found={data.found} />
      {visit.query.has('copied') && (
        <Notice kind="good" title={copyTexts[visit.language].copied} language={visit.language} live />
      )}
      <p>
        <a href={href(visit, `/cabinet/datasets/${dataset.id}/passport/copy`)}>{copyTexts[visit.language].link}</a>
      </p>
    </>
  );
}

/** Save and go on, to the columns where there are any, or stay. */
function SaveButtons({ visit, dataset }: { visit: Visit; dataset: Dataset }) {
  const texts = walkTexts[visit.language].passport;
  return (
    <div class="row">
      <Button name="to" value="publish">
        {texts.saveNext}
      </Button>
      {columnCount(dataset) > 0 && (
        <Button kind="secondary" name="to" value="structure">
          {texts.saveStructure}
        </Button>
      )}
      <Button kind="quiet" name="to" value="stay">
        {passportTexts[visit.language].save}
      </Button>
    </div>
  );
}

/** Columns of all its tables. */
function columnCount({ resources }: Dataset): number {
  return resources.reduce((sum, { structure }) => sum + structure.fields.length, 0);
}

/** One element: what it was when it was shown, what somebody else made of it meanwhile, and the question. */
function Question({ visit, data, field }: { visit: Visit; data: PassportData; field: PassportField }) {
  const conflict = data.conflicts.find((one) => one.field === field);
  return (
    <div class="question">
      <input type="hidden" name="shown" value={field} />
      <input type="hidden" name={`was.${field}`} value={fieldMark(data.dataset.passport, field)} />
      {conflict && <ConflictChoice visit={visit} dataset={data.dataset} conflict={conflict} />}
      <CommentsHere
        visit={visit}
        comments={data.comments.filter(({ place }) => place.kind === 'passport' && place.field === field)}
      />
      <PassportInput visit={visit} data={data} field={field} />
    </div>
  );
}

/** What no law asks: folded, unless something in it waits for an answer. */
function More({ visit, data }: { visit: Visit; data: PassportData }) {
  const texts = passportTexts[visit.language];
  const { done, all } = moreCount(data.passport);
  const waiting =
    data.foundRelatives !== null ||
    MORE_FIELDS.some((field) => data.open.has(field) || data.conflicts.some((one) => one.field === field));
  return (
    <details data-more class="passport-more" open={waiting}>
      <summary>
        {texts.more} <span class="soft small">{texts.moreFilled(done, all)}</span>
      </summary>
      <p class="soft">{texts.moreLead}</p>
      {MORE_FIELDS.map((field) => (
        <Question key={field} visit={visit} data={data} field={field} />
      ))}
      <Button kind="secondary" name="to" value="stay">
        {texts.save}
      </Button>
    </details>
  );
}

/** What is there already, each with a button that opens it and keeps what was typed above. */
function Filled({ visit, data }: { visit: Visit; data: PassportData }) {
  const texts = walkTexts[visit.language].passport;
  const { dataset, open, passport } = data;
  const fields = columnCount(dataset);
  const change = (field: PassportField) => (
    <Button kind="quiet" name="open" value={field} formNoValidate>
      {walkTexts[visit.language].change}
      <span class="unseen">: {fieldName(field, visit.language)}</span>
    </Button>
  );
  const lines = ASKED_FIELDS.filter((field) => !open.has(field)).map(
    (field) =>
      [
        fieldName(field, visit.language),
        <span class="row between" key={field}>
          <span>
            {inWords(visit, passport, field)} <LawMark visit={visit} field={field} />
          </span>
          {change(field)}
        </span>,
      ] as const,
  );
  return (
    <section class="stack">
      <h2>{texts.ready}</h2>
      <KeyValues
        items={[
          [texts.number, dataset.number],
          [texts.unit, data.unitName],
          ...lines,
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
      <p>
        <a href={href(visit, `/cabinet/datasets/${dataset.id}/passport.docx`)}>
          {passportTexts[visit.language].document}
        </a>
      </p>
      <p class="soft small">{passportTexts[visit.language].askedNote(inLanguage(PASSPORT_ELEMENT, visit.language))}</p>
    </section>
  );
}

function inWords(visit: Visit, passport: Passport, field: (typeof ASKED_FIELDS)[number]): string {
  const texts = walkTexts[visit.language].passport;
  switch (field) {
    case 'language':
      return inLanguage(LANGUAGES[passport.language].name, visit.language);
    case 'frequency':
      return passport.frequency ? inLanguage(FREQUENCY_NAMES[passport.frequency], visit.language) : texts.none;
    case 'keywords':
      return passport.keywords.join(', ') || texts.none;
    case 'dataAsOf':
      return passport.dataAsOf
        ? dateTimeInWords(new Date(passport.dataAsOf), visit.language)
        : texts.momentOfPublication;
    default:
      return passport[field] || texts.none;
  }
}
