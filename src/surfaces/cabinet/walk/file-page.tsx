import type { Unit } from '../../../capabilities/accounts/index.ts';
import type { Dataset } from '../../../capabilities/catalog/index.ts';
import type { RequestError } from '../../../kernel/errors.ts';
import { type FormatProfile, keptAsIs } from '../../../kernel/format-policy.ts';
import type { Language } from '../../../kernel/text.ts';
import { dayInWords } from '../../../language/dates.ts';
import { formatNumber, THIN_SPACE } from '../../../language/numbers.ts';
import { registerTexts } from '../../../locales/register.ts';
import { walkTexts } from '../../../locales/walk.ts';
import { Button, Choice, ChoiceGroup, Field, fieldId, href, Icon, Notice, type Visit } from '../../components/index.ts';
import { RegisterOffer } from './register-offer.tsx';
import { Refusal, WalkPage } from './walk-frame.tsx';

export interface FilePageData {
  /** Units the person may publish for; the first is chosen. */
  readonly units: readonly Unit[];
  readonly unitId: string | null;
  /** The dataset to update. */
  readonly dataset: Dataset | null;
  readonly recent: readonly Dataset[];
  readonly kind: 'table' | 'document';
  readonly limit: number;
  /** The formats the community publishes in. */
  readonly profile: FormatProfile;
  readonly error: RequestError | null;
  readonly link: { readonly title: string; readonly url: string; readonly error: RequestError | null } | null;
}

/** Screen 1, Файл. */
export function FilePage({ visit, data }: { visit: Visit; data: FilePageData }) {
  const texts = walkTexts[visit.language].file;
  const { dataset, units } = data;
  const title = dataset ? texts.titleUpdate(dataset.passport.title) : texts.title;
  return (
    <WalkPage visit={visit} step="file" title={title} place={{ datasetId: dataset?.id }} islands={['upload']}>
      {dataset && <p class="lead">{texts.updateLead}</p>}
      {!dataset && data.recent.length > 0 && <Recent visit={visit} recent={data.recent} />}
      {units.length === 0 && !dataset ? (
        <Notice kind="attention" title={texts.noUnits} language={visit.language} />
      ) : (
        <UploadForm visit={visit} data={data} />
      )}
      {!dataset && units.length > 0 && <LinkForm visit={visit} data={data} />}
      {!dataset && units.length > 0 && (
        <RegisterOffer visit={visit} units={units} unitId={data.unitId} open={isDocument(data.error)} />
      )}
      {dataset && visit.query.has('register') && (
        <p>
          <a href="/cabinet/new/register.xlsx">{registerTexts[visit.language].template}</a>
        </p>
      )}
    </WalkPage>
  );
}

/** A document was refused: by its name, or by what is in it. */
const isDocument = (error: RequestError | null) => error?.code === 'file-kind' || error?.code === 'file-place';

function Recent({ visit, recent }: { visit: Visit; recent: readonly Dataset[] }) {
  const texts = walkTexts[visit.language].file;
  return (
    <section class="stack" aria-labelledby="recent">
      <h2 id="recent">{texts.recent}</h2>
      <ul class="plain stack">
        {recent.map((dataset) => (
          <li key={dataset.id}>
            <a href={href(visit, `/cabinet/new?dataset=${dataset.id}`)}>{dataset.passport.title}</a>{' '}
            <span class="soft">{texts.recentLine(dayInWords(dataset.changedAt, visit.language))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function UploadForm({ visit, data }: { visit: Visit; data: FilePageData }) {
  const texts = walkTexts[visit.language].file;
  const limit = limitInWords(data.limit, visit.language);
  const kept = [...new Set(keptAsIs(data.profile))].map((ending) => ending.toUpperCase()).join(', ');
  const words = {
    sending: texts.sending,
    cancel: texts.cancel,
    broken: texts.broken,
    tooLarge: texts.tooLarge(limit),
    empty: texts.empty,
    failed: texts.failed,
    asDocument: texts.uploadAsDocument,
  };
  return (
    <form
      class="form"
      method="post"
      enctype="multipart/form-data"
      action={href(visit, '/cabinet/new')}
      data-upload={JSON.stringify({ start: href(visit, '/cabinet/new/start'), limit: data.limit, words })}
    >
      <Refusal visit={visit} error={data.error} />
      {data.dataset && <input type="hidden" name="datasetId" value={data.dataset.id} />}
      <UnitChoice visit={visit} data={data} />
      <div class="file-drop" data-drop>
        <Icon name="upload" />
        <label for={fieldId('file')}>
          <strong>{texts.drop}</strong>
        </label>
        <input id={fieldId('file')} type="file" name="file" required aria-describedby="file-limits" />
        <p id="file-limits" class="soft">
          {texts.limits(limit)}
          <br />
          {texts.documentLimits(kept)}
        </p>
      </div>
      <div data-upload-state role="status" />
      <ChoiceGroup legend={texts.kind} name="kind">
        <Choice
          type="radio"
          name="kind"
          value="table"
          label={texts.table}
          hint={texts.tableHint}
          checked={data.kind === 'table'}
        />
        <Choice
          type="radio"
          name="kind"
          value="document"
          label={texts.document}
          hint={texts.documentHint}
          checked={data.kind === 'document'}
        />
      </ChoiceGroup>
      <Button icon="upload">{texts.upload}</Button>
    </form>
  );
}

/** Asked only of people who have several units. */
function UnitChoice({ visit, data }: { visit: Visit; data: FilePageData }) {
  const texts = walkTexts[visit.language].file;
  const { units, dataset } = data;
  if (dataset) return null;
  if (units.length === 1) return <input type="hidden" name="unitId" value={units[0]?.id} />;
  const options = units.map(({ id, name }) => ({ value: id, label: name }));
  return <Field label={texts.unit} name="unitId" options={options} value={data.unitId ?? units[0]?.id ?? ''} />;
}

function LinkForm({ visit, data }: { visit: Visit; data: FilePageData }) {
  const texts = walkTexts[visit.language].file;
  const { link } = data;
  const faultOf = (field: string) => link?.error?.fields.find((one) => one.field === field)?.text[visit.language];
  return (
    <details open={link !== null}>
      <summary>{texts.apiTitle}</summary>
      <form class="form" method="post" action={href(visit, '/cabinet/new/link')}>
        <p>{texts.apiLead}</p>
        <Refusal visit={visit} error={link?.error ?? null} />
        <UnitChoice visit={visit} data={data} />
        <Field
          label={texts.apiName}
          name="title"
          value={link?.title ?? ''}
          error={faultOf('title')}
          maxLength={254}
          required
        />
        <Field label={texts.apiUrl} name="url" value={link?.url ?? ''} error={faultOf('url')} type="url" required />
        <Button kind="secondary">{texts.apiButton}</Button>
      </form>
    </details>
  );
}

/** As the setting says it: 500 MB are 500 × 1024 × 1024 bytes. */
function limitInWords(limit: number, language: Language): string {
  return `${formatNumber(Math.floor(limit / 1024 / 1024), language)}${THIN_SPACE}${language === 'uk' ? 'МБ' : 'MB'}`;
}
