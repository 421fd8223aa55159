import { MEASURES, OPERATORS } from '../../capabilities/tables/index.ts';
import { rowsApiTexts } from '../../locales/rows-api.ts';
import { Button, Field, type FieldOption, LinkButton, type Visit } from '../components/index.ts';
import { MEDIA_TYPES, placeNamesIn } from './answer-format.ts';
import type { ColumnFacts } from './column-facts.ts';
import type { TryCondition, TryQuestion } from './try-question.ts';

/** Empty lines offered for more conditions. */
const SPARE = 2;
const SIZES = ['5', '20', '100', '1000'];

interface FormProps {
  readonly visit: Visit;
  readonly facts: readonly ColumnFacts[];
  readonly question: TryQuestion;
  /** Address of the page. */
  readonly action: string;
}

/** The question as a GET form: every part of the grammar, made of this table's columns. */
export function TryForm({ visit, facts, question, action }: FormProps) {
  const texts = rowsApiTexts[visit.language].form;
  const { rest } = question;
  const columns = facts.map(({ column }): FieldOption => ({ value: column.name, label: column.title }));
  const kept = (name: string) => rest.get(name) ?? '';
  return (
    <form class="try-form" method="get" action={action} aria-labelledby="try-question">
      <h2 id="try-question">{texts.title}</h2>
      <Conditions visit={visit} columns={columns} conditions={question.conditions} />
      <Field label={texts.search} name="q" type="search" value={kept('q')} />
      <Field label={texts.sort} name="sort" value={kept('sort')} options={sortOptions(visit, columns, kept('sort'))} />
      <Field label={texts.columns} name="columns" value={kept('columns')} hint={texts.columnsHint} autocomplete="off" />
      <Groups visit={visit} facts={facts} question={question} />
      <div class="row try-sizes">
        <Field label={texts.size} name="page_size" value={kept('page_size')} options={sizeOptions(kept('page_size'))} />
        <Field label={texts.format} name="format" value={kept('format')} options={formatOptions(facts)} />
      </div>
      <div class="row">
        <Button>{texts.run}</Button>
        <LinkButton kind="quiet" href={action}>
          {texts.clear}
        </LinkButton>
      </div>
    </form>
  );
}

function Conditions(props: { visit: Visit; columns: FieldOption[]; conditions: readonly TryCondition[] }) {
  const { visit, columns, conditions } = props;
  const { form: texts, operators } = rowsApiTexts[visit.language];
  const lines: TryCondition[] = [...conditions, ...Array<TryCondition>(SPARE).fill(EMPTY)];
  const choices = OPERATORS.map((value): FieldOption => ({ value, label: operators[value] }));
  return (
    <fieldset class="try-conditions">
      <legend>{texts.conditions}</legend>
      <p class="field-hint">{texts.conditionsHint}</p>
      {lines.map((line, index) => {
        const known = columns.some(({ value }) => value === line.column);
        const all = known || line.column === '' ? columns : [...columns, { value: line.column, label: line.column }];
        return (
          <fieldset key={index} class="try-condition">
            <legend class="unseen">{texts.condition(index + 1)}</legend>
            <Field
              label={texts.column}
              name={`c${index}`}
              value={line.column}
              options={[{ value: '', label: texts.noColumn }, ...all]}
            />
            <Field label={texts.operator} name={`o${index}`} value={line.operator} options={choices} />
            <Field label={texts.value} name={`v${index}`} value={line.value} autocomplete="off" />
          </fieldset>
        );
      })}
    </fieldset>
  );
}

const EMPTY: TryCondition = { column: '', operator: 'exact', value: '' };

function Groups({ visit, facts, question }: Omit<FormProps, 'action'>) {
  const texts = rowsApiTexts[visit.language].form;
  const group = question.rest.get('group') ?? '';
  const groups = facts.flatMap(({ column }): FieldOption[] => {
    const one = { value: column.name, label: column.title };
    if (column.type !== 'date' && column.type !== 'datetime') return [one];
    const year = { value: `${column.name}__year`, label: texts.ofYear(column.title) };
    return [one, year, { value: `${column.name}__month`, label: texts.ofMonth(column.title) }];
  });
  const measured = facts.filter(({ column }) => column.type !== 'text' && column.type !== 'boolean');
  const measures = ['', ...MEASURES] as const;
  return (
    <>
      <Field
        label={texts.group}
        name="group"
        value={group}
        options={withKept([{ value: '', label: texts.groupNone }, ...groups], group)}
      />
      {measured.length > 0 && (
        <div class="row try-sizes">
          <Field
            label={texts.measure}
            name="m"
            value={question.measure}
            options={measures.map((value) => ({ value, label: texts.measures[value] }))}
          />
          <Field
            label={texts.measureOf}
            name="mc"
            value={question.measureOf}
            options={withKept(
              measured.map(({ column }) => ({ value: column.name, label: column.title })),
              question.measureOf,
            )}
          />
        </div>
      )}
    </>
  );
}

/** A choice that came by the address stays among the choices, or the form would silently ask something else. */
function withKept(options: FieldOption[], value: string): FieldOption[] {
  const known = value === '' || options.some((option) => option.value === value);
  return known ? options : [...options, { value, label: value }];
}

function sortOptions(visit: Visit, columns: readonly FieldOption[], kept: string): FieldOption[] {
  const texts = rowsApiTexts[visit.language].form;
  const both = columns.flatMap(({ value, label }) => [
    { value, label: texts.ascending(label) },
    { value: `-${value}`, label: texts.descending(label) },
  ]);
  return withKept([{ value: '', label: texts.sortNone }, ...both], kept);
}

function sizeOptions(kept: string): FieldOption[] {
  return withKept(
    SIZES.map((value) => ({ value, label: value })),
    kept,
  );
}

function formatOptions(facts: readonly ColumnFacts[]): FieldOption[] {
  const places = placeNamesIn(facts.map(({ column }) => column)) !== null;
  return Object.keys(MEDIA_TYPES)
    .filter((format) => places || format !== 'geojson')
    .map((format) => ({ value: format === 'json' ? '' : format, label: format }));
}
