import { type Dataset, fieldMark, type Passport } from '../../../capabilities/catalog/index.ts';
import type { RequestError } from '../../../kernel/errors.ts';
import { copyTexts } from '../../../locales/passport-copy.ts';
import {
  Button,
  CabinetPage,
  Choice,
  DataTable,
  Field,
  faultOf,
  href,
  Notice,
  type Visit,
} from '../../components/index.ts';
import type { PassportField } from './passport-fields.ts';
import { fieldName } from './passport-inputs.tsx';
import { elementInWords } from './passport-words.ts';

export interface CopySource {
  /** `template:<id>` or `dataset:<id>`. */
  readonly value: string;
  readonly name: string;
  readonly passport: Passport;
}

interface CopyData {
  readonly dataset: Dataset;
  readonly templates: readonly CopySource[];
  readonly recent: readonly CopySource[];
  /** The chosen one. */
  readonly source: CopySource | null;
  /** Elements in which it says something else. */
  readonly fields: readonly PassportField[];
  readonly error: RequestError | null;
  readonly mayRemove: boolean;
}

/** Where to copy from, then what would change; below, the way to make a template of this passport. */
export function CopyPage({ visit, data }: { visit: Visit; data: CopyData }) {
  const texts = copyTexts[visit.language];
  const { dataset, source, error } = data;
  const done = visit.query.get('done');
  const told = done === 'saved' ? texts.saved : done === 'removed' ? texts.removed : null;
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l">
        <div class="stack">
          <p>
            <a href={href(visit, `/cabinet/datasets/${dataset.id}/passport`)}>
              {texts.back}: {dataset.passport.title}
            </a>
          </p>
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        {told && <Notice kind="good" title={told} language={visit.language} live />}
        <Sources visit={visit} data={data} />
        {source && <Difference visit={visit} data={data} source={source} />}
        <section class="stack" aria-labelledby="save-title">
          <h2 id="save-title">{texts.saveTitle}</h2>
          <form
            class="form"
            method="post"
            action={href(visit, `/cabinet/datasets/${dataset.id}/passport/copy/template`)}
            novalidate
          >
            <Field
              label={texts.saveName}
              name="name"
              hint={texts.saveHint}
              maxLength={100}
              error={faultOf(error?.fields ?? [], 'name', visit.language)}
            />
            <Button kind="secondary">{texts.save}</Button>
          </form>
        </section>
      </div>
    </CabinetPage>
  );
}

function Sources({ visit, data }: { visit: Visit; data: CopyData }) {
  const texts = copyTexts[visit.language];
  const path = href(visit, `/cabinet/datasets/${data.dataset.id}/passport/copy`);
  const link = ({ value, name }: CopySource) => (
    <a
      href={`${path}?from=${encodeURIComponent(value)}`}
      aria-current={value === data.source?.value ? 'true' : undefined}
    >
      {name}
    </a>
  );
  return (
    <div class="stack">
      <h2>{texts.templates}</h2>
      {data.templates.length === 0 ? (
        <p class="soft">{texts.noTemplates}</p>
      ) : (
        <ul class="plain">
          {data.templates.map((one) => (
            <li key={one.value} class="row">
              {link(one)}
              {data.mayRemove && (
                <form method="post" action={`${path}/remove`}>
                  <input type="hidden" name="template" value={one.value.replace('template:', '')} />
                  <Button kind="quiet">
                    {texts.remove}
                    <span class="unseen">: {one.name}</span>
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      <h2>{texts.recent}</h2>
      {data.recent.length === 0 ? (
        <p class="soft">{texts.noRecent}</p>
      ) : (
        <ul class="plain">
          {data.recent.map((one) => (
            <li key={one.value}>{link(one)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What would change, element by element; what is empty now is ticked. */
function Difference({ visit, data, source }: { visit: Visit; data: CopyData; source: CopySource }) {
  const texts = copyTexts[visit.language];
  const { dataset, fields } = data;
  const { passport } = dataset;
  if (fields.length === 0) return <Notice kind="info" title={texts.same} language={visit.language} />;
  const isEmpty = (field: PassportField) =>
    field === 'ground'
      ? passport.ground.kind === 'own-initiative'
      : fieldMark({ ...passport, [field]: undefined }, field) === fieldMark(passport, field);
  return (
    <form class="stack" method="post" action={href(visit, `/cabinet/datasets/${dataset.id}/passport/copy`)}>
      <h2>{source.name}</h2>
      <input type="hidden" name="from" value={source.value} />
      {fields.map((field) => (
        <input key={field} type="hidden" name={`was.${field}`} value={fieldMark(passport, field)} />
      ))}
      <DataTable
        caption={source.name}
        captionUnseen
        columns={[{ title: texts.element }, { title: texts.now }, { title: texts.becomes }]}
        rows={fields.map((field) => [
          <Choice
            key="take"
            name="field"
            value={field}
            label={fieldName(field, visit.language)}
            checked={isEmpty(field)}
          />,
          <span key="now" class="cell-lines">
            {elementInWords(visit, passport, field)}
          </span>,
          <span key="becomes" class="cell-lines">
            {elementInWords(visit, source.passport, field)}
          </span>,
        ])}
      />
      <Button>{texts.copy}</Button>
    </form>
  );
}
