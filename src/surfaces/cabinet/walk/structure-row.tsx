import { COLUMN_TYPES, type CodeListLine, type StructureField } from '../../../capabilities/catalog/index.ts';
import type { FieldFault } from '../../../kernel/errors.ts';
import { codeListTexts } from '../../../locales/code-lists.ts';
import { walkTexts } from '../../../locales/walk.ts';
import { COLUMN_KINDS, type ColumnProfile } from '../../../tabular/column.ts';
import { kindOf } from '../../../tabular/index.ts';
import { fieldId, type Visit } from '../../components/index.ts';

/** The columns of the grid. */
export const ELEMENTS = [
  'title',
  'name',
  'type',
  'kind',
  'format',
  'unit',
  'purpose',
  'required',
  'identifier',
  'sensitivity',
  'geometry',
  'codeList',
  'allowed',
  'examples',
] as const;
const SIZES = { title: 254, name: 63, format: 100, unit: 50, purpose: 1000 } as const;

/** What a column of the grid is called. */
export function elementName(element: (typeof ELEMENTS)[number], language: Visit['language']): string {
  const { one, values, examples } = codeListTexts[language];
  const own = { codeList: one, allowed: values, examples };
  const names: Record<string, string> = { ...walkTexts[language].structure.columns, ...own };
  return names[element] ?? element;
}

/** One column of the table: a row of inputs named `fields.<0-based place>.<element>`. */
export function StructureRow(props: {
  visit: Visit;
  field: StructureField;
  at: number;
  faults: readonly FieldFault[];
  lists: readonly CodeListLine[];
  /** The column of the file. */
  found?: ColumnProfile;
}) {
  const { visit, field, at, faults, lists } = props;
  const texts = walkTexts[visit.language].structure;
  const words = codeListTexts[visit.language];
  const named: Naming = (element, input = element) => ({
    name: `fields.${at}.${input}`,
    id: fieldId(`fields.${at}.${input}`),
    'aria-label': texts.of(elementName(element, visit.language), field.title),
    'aria-invalid': faults.some((fault) => fault.field === `fields.${at}.${element}`) ? 'true' : undefined,
  });
  const text = (element: keyof typeof SIZES) => (
    <td>
      <input class="input" type="text" {...named(element)} value={field[element]} maxlength={SIZES[element]} />
    </td>
  );
  const typeOptions = COLUMN_TYPES.map((type) => [type, texts.types[type]] as const);
  return (
    <tr>
      <td>
        <input type="hidden" name="place" value={at} />
        <input class="input" type="text" {...named('title')} value={field.title} maxlength={SIZES.title} />
      </td>
      {text('name')}
      <td>
        <Select attributes={named('type')} options={typeOptions} value={field.type} />
      </td>
      <td class="kind">
        <KindSelect visit={visit} attributes={named('kind')} value={field.kind} found={props.found} />
      </td>
      {text('format')}
      {text('unit')}
      {text('purpose')}
      <Tick attributes={named('required')} checked={field.required} />
      <Tick attributes={named('identifier')} checked={field.identifier} />
      <Tick attributes={named('sensitivity', 'restricted')} checked={field.sensitivity === 'restricted'} />
      <td>
        <Select attributes={named('geometry')} options={Object.entries(texts.geometry)} value={field.geometry ?? ''} />
      </td>
      <td>
        <Select
          attributes={named('codeList')}
          options={[['', words.noList], ...lists.map(({ id, name }) => [id, name] as const)]}
          value={field.codeList ?? ''}
        />
      </td>
      <ValuesCell attributes={named('allowed')} values={field.allowed} hint={words.valuesHint} />
      <ValuesCell attributes={named('examples')} values={field.examples} />
    </tr>
  );
}

/** What an input of the grid is called for the server and for a screen reader. */
interface Attributes {
  readonly name: string;
  readonly id: string;
  readonly 'aria-label': string;
  readonly 'aria-invalid': 'true' | undefined;
}

/** Names of an element; `input`: where the form calls it otherwise. */
type Naming = (element: (typeof ELEMENTS)[number], input?: string) => Attributes;

function Tick({ attributes, checked }: { attributes: Attributes; checked: boolean }) {
  return (
    <td class="center">
      <input type="checkbox" {...attributes} value="1" checked={checked} />
    </td>
  );
}

/** Several values in one line, with semicolons between. */
function ValuesCell(props: { attributes: Attributes; values: readonly string[] | undefined; hint?: string }) {
  const { attributes, values = [], hint } = props;
  return (
    <td>
      <input class="input" type="text" {...attributes} value={values.join('; ')} placeholder={hint} />
    </td>
  );
}

/** What the column is: as the file tells, or as a person says. */
function KindSelect(props: {
  visit: Visit;
  attributes: Attributes;
  value: StructureField['kind'];
  found?: ColumnProfile;
}) {
  const { visit, attributes, value, found } = props;
  const { language } = visit;
  const texts = walkTexts[language].structure;
  const own = found?.kind ? kindOf(found.kind).title[language] : texts.kindUnknown;
  const titles = COLUMN_KINDS.map((kind) => [kind, kindOf(kind).title[language]] as const);
  const sorted = titles.toSorted(([, a], [, b]) => a.localeCompare(b, language));
  // what a person said is its own reason
  const why = value === undefined ? found?.why?.[language] : undefined;
  return (
    <>
      <Select
        attributes={attributes}
        options={[['', texts.kindByFile(own)], ['none', texts.kindNone], ...sorted]}
        value={value ?? ''}
      />
      {why && <small class="soft">{why}</small>}
    </>
  );
}

function Select(props: { attributes: Attributes; options: readonly (readonly [string, string])[]; value: string }) {
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
