import type { DatasetTitle, OwnStandard } from '../../../capabilities/catalog/index.ts';
import { dayInWords } from '../../../language/dates.ts';
import { standardTexts } from '../../../locales/standards.ts';
import {
  Button,
  CabinetPage,
  DataTable,
  Empty,
  ErrorSummary,
  Field,
  href,
  type Visit,
} from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { OWN_STRUCTURES, OwnStructureForm, type StartOfForm } from './own-structure-form.tsx';

export interface OwnStructuresView {
  readonly standards: readonly OwnStandard[];
  /** May make and change them. */
  readonly mayChange: boolean;
  /** Published datasets whose structure may be taken. */
  readonly datasets: readonly DatasetTitle[];
  readonly start: StartOfForm;
  readonly form: FormState;
}

/** All structures of the community, and a form for one more. */
export function OwnStructuresPage({ visit, view }: { visit: Visit; view: OwnStructuresView }) {
  const texts = standardTexts[visit.language].own;
  const { standards, mayChange, form, start } = view;
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l">
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
          <p>
            <a href={href(visit, '/open-data/structures')}>{texts.all}</a>
          </p>
        </div>
        <ErrorSummary faults={form.error?.fields ?? []} language={visit.language} />
        {standards.length === 0 ? (
          <Empty title={texts.none} />
        ) : (
          <DataTable
            caption={texts.title}
            captionUnseen
            rowHeaders
            columns={[
              { title: texts.name },
              { title: texts.fields, align: 'end' },
              { title: texts.version, align: 'end' },
              { title: texts.state },
            ]}
            rows={standards.map(({ id, title, fields, version, retiredOn }) => [
              <a key="title" href={href(visit, `${OWN_STRUCTURES}/${id}`)}>
                {title}
              </a>,
              String(fields.length),
              String(version),
              retiredOn === null ? texts.inUse : texts.retired(dayInWords(retiredOn, visit.language)),
            ])}
          />
        )}
        {mayChange && <TakeFields visit={visit} datasets={view.datasets} />}
        {mayChange && (
          <section class="stack" aria-labelledby="new-structure">
            <h2 id="new-structure">{texts.make}</h2>
            <OwnStructureForm
              visit={visit}
              action={href(visit, OWN_STRUCTURES)}
              form={form}
              start={start}
              button={texts.create}
            />
          </section>
        )}
      </div>
    </CabinetPage>
  );
}

/** Fields of a dataset that is published already, to begin with. */
function TakeFields({ visit, datasets }: { visit: Visit; datasets: readonly DatasetTitle[] }) {
  const texts = standardTexts[visit.language].own;
  if (datasets.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="from-dataset">
      <h2 id="from-dataset">{texts.fromDataset}</h2>
      <form class="form" method="get" action={`${href(visit, OWN_STRUCTURES)}#new-structure`}>
        <Field
          label={texts.dataset}
          name="dataset"
          hint={texts.fromDatasetHint}
          options={datasets.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <div>
          <Button kind="secondary">{texts.take}</Button>
        </div>
      </form>
    </section>
  );
}
