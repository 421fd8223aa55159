import {
  COLUMN_TYPES,
  type Dataset,
  type Resource,
  type Structure,
  type StructureField,
} from '../../../capabilities/catalog/index.ts';
import type { FieldFault, RequestError } from '../../../kernel/errors.ts';
import { walkTexts } from '../../../locales/walk.ts';
import {
  Button,
  Empty,
  ErrorSummary,
  fieldId,
  href,
  LinkButton,
  Pager,
  ScrollRegion,
  type Visit,
} from '../../components/index.ts';
import { Overtaken, SeenDataset } from './seen-dataset.tsx';
import { FIELDS_SHOWN } from './structure-form.ts';
import { WalkPage } from './walk-frame.tsx';

interface StructureData {
  readonly dataset: Dataset;
  readonly resource: Resource | null;
  readonly readingId: string | null;
  /** As typed, when the form is shown again. */
  readonly structure: Structure;
  readonly faults: readonly FieldFault[];
  /** 1-based. */
  readonly page: number;
  /** Somebody else changed the dataset while this was typed. */
  readonly overtaken?: RequestError | null;
}

/** The grid of columns: a plain form table, moved through by keyboard where scripts run. */
export function StructurePage({ visit, data }: { visit: Visit; data: StructureData }) {
  const texts = walkTexts[visit.language].structure;
  const { dataset, resource, structure, faults, page } = data;
  const pages = Math.max(1, Math.ceil(structure.fields.length / FIELDS_SHOWN));
  const first = (page - 1) * FIELDS_SHOWN;
  const path = href(visit, `/cabinet/datasets/${dataset.id}/structure`);
  return (
    <WalkPage
      visit={visit}
      step="passport"
      title={texts.title}
      place={{ readingId: data.readingId, datasetId: dataset.id }}
      islands={['structure-grid']}
      wide
    >
      <ErrorSummary faults={faults} language={visit.language} />
      <Overtaken visit={visit} error={data.overtaken} />
      {!resource || structure.fields.length === 0 ? (
        <Empty title={texts.none}>
          <LinkButton
            kind="primary"
            href={href(
              visit,
              data.readingId ? `/cabinet/readings/${data.readingId}` : `/cabinet/new?dataset=${dataset.id}`,
            )}
          >
            {data.readingId ? texts.toFile : texts.upload}
          </LinkButton>
        </Empty>
      ) : (
        <form class="form" method="post" action={`${path}?page=${page}`}>
          <p>{texts.lead}</p>
          <SeenDataset dataset={dataset} />
          <input type="hidden" name="resource" value={resource.id} />
          <Grid
            visit={visit}
            fields={structure.fields.slice(first, first + FIELDS_SHOWN)}
            first={first}
            faults={faults}
          />
          <Button>{texts.save}</Button>
        </form>
      )}
      {pages > 1 && <Pager visit={visit} page={page} pages={pages} hrefFor={(one: number) => `${path}?page=${one}`} />}
    </WalkPage>
  );
}

function Grid(props: {
  visit: Visit;
  fields: readonly StructureField[];
  first: number;
  faults: readonly FieldFault[];
}) {
  const { visit, fields, first, faults } = props;
  const texts = walkTexts[visit.language].structure;
  return (
    <ScrollRegion label={texts.caption}>
      <table class="table grid" data-structure-grid>
        <caption class="unseen">{texts.caption}</caption>
        <thead>
          <tr>
            {ELEMENTS.map((element) => (
              <th key={element} scope="col">
                {texts.columns[element]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map((field, at) => (
            <Row key={first + at} visit={visit} field={field} at={first + at} faults={faults} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

const ELEMENTS = [
  'title',
  'name',
  'type',
  'format',
  'unit',
  'purpose',
  'required',
  'identifier',
  'sensitivity',
  'geometry',
] as const;
const SIZES = { title: 254, name: 63, format: 100, unit: 50, purpose: 1000 } as const;

function Row(props: { visit: Visit; field: StructureField; at: number; faults: readonly FieldFault[] }) {
  const { visit, field, at, faults } = props;
  const texts = walkTexts[visit.language].structure;
  const named = (element: (typeof ELEMENTS)[number], input: string = element) => ({
    name: `fields.${at}.${input}`,
    id: fieldId(`fields.${at}.${input}`),
    'aria-label': texts.of(texts.columns[element], field.title),
    'aria-invalid': faults.some((fault) => fault.field === `fields.${at}.${element}`) ? ('true' as const) : undefined,
  });
  const text = (element: keyof typeof SIZES) => (
    <td>
      <input class="input" type="text" {...named(element)} value={field[element]} maxlength={SIZES[element]} />
    </td>
  );
  const tick = (element: 'required' | 'identifier' | 'sensitivity', checked: boolean) => (
    <td class="center">
      <input
        type="checkbox"
        {...named(element, element === 'sensitivity' ? 'restricted' : element)}
        value="1"
        checked={checked}
      />
    </td>
  );
  return (
    <tr>
      <td>
        <input type="hidden" name="place" value={at} />
        <input class="input" type="text" {...named('title')} value={field.title} maxlength={SIZES.title} />
      </td>
      {text('name')}
      <td>
        <Select
          attributes={named('type')}
          options={COLUMN_TYPES.map((type) => [type, texts.types[type]])}
          value={field.type}
        />
      </td>
      {text('format')}
      {text('unit')}
      {text('purpose')}
      {tick('required', field.required)}
      {tick('identifier', field.identifier)}
      {tick('sensitivity', field.sensitivity === 'restricted')}
      <td>
        <Select attributes={named('geometry')} options={Object.entries(texts.geometry)} value={field.geometry ?? ''} />
      </td>
    </tr>
  );
}

function Select(props: {
  attributes: { name: string; id: string; 'aria-label': string };
  options: readonly (readonly [string, string])[];
  value: string;
}) {
  return (
    <select class="input" {...props.attributes}>
      {props.options.map(([value, label]) => (
        <option key={value} value={value} selected={value === props.value}>
          {label}
        </option>
      ))}
    </select>
  );
}
