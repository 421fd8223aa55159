import { type DeedReach, isWithinReach } from '../../../capabilities/accounts/index.ts';
import { type DatasetTitle, groundInWords, groundOfItem, templateOf } from '../../../capabilities/catalog/index.ts';
import type { AnsweringDataset, ItemCell, ItemStanding, RequiredView } from '../../../capabilities/mandates/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dayInWords } from '../../../language/dates.ts';
import { requiredTexts } from '../../../locales/required.ts';
import { requiredStaffTexts } from '../../../locales/required-staff.ts';
import { Button, href, KeyValues, Notice, type Visit } from '../../components/index.ts';
import {
  cellDatasets,
  cellDay,
  ItemStateBadge,
  itemFacts,
  RecommendedStructures,
} from '../../components/required/index.ts';
import type { Posted } from '../accounts/posted-form.ts';
import { HOME, ItemFrame, type Told } from './frame.tsx';
import { AssignForm, DecideForm, LinkForm, PlanForm } from './item-forms.tsx';

export interface ItemData {
  readonly one: ItemStanding;
  readonly view: RequiredView;
  readonly rights: { readonly answers: DeedReach; readonly publishes: DeedReach; readonly manages: boolean };
  /** Datasets found by the words, to be named as answers. */
  readonly found: readonly DatasetTitle[];
  /** The words typed; empty: nothing was looked for. */
  readonly q: string;
  /** A form that was refused, with the name of its deed. */
  readonly typed: Posted;
}

export interface ItemPartProps {
  readonly visit: Visit;
  readonly told: Told;
  readonly data: ItemData;
}

/** One item for the staff. */
export function ItemPage(props: ItemPartProps) {
  const { visit, told, data } = props;
  const texts = requiredTexts[visit.language].item;
  const { item, cells, state } = data.one;
  return (
    <ItemFrame visit={visit} told={told} title={item.title} number={item.number}>
      <p>
        <ItemStateBadge visit={visit} state={state} />
      </p>
      {item.risk && <Notice kind="attention" title={texts.risk} language={visit.language} />}
      <section class="stack" aria-labelledby="who">
        <h2 id="who">{texts.who}</h2>
        {cells.length === 0 ? (
          <p>{texts.nobody}</p>
        ) : (
          <ul class="plain required-cells">
            {cells.map((cell) => (
              <Cell key={cell.unitId} {...props} cell={cell} />
            ))}
          </ul>
        )}
        <AssignForm {...props} />
        <LinkForm {...props} />
      </section>
      <KeyValues items={itemFacts(visit, item, inLanguage(groundInWords(groundOfItem(item)), visit.language))} />
      <section class="stack" aria-labelledby="structure">
        <h2 id="structure">{texts.has}</h2>
        <Templates visit={visit} data={data} />
        <RecommendedStructures visit={visit} item={item} />
      </section>
    </ItemFrame>
  );
}

function Cell(props: ItemPartProps & { cell: ItemCell }) {
  const { visit, data, cell } = props;
  const all = requiredTexts[visit.language];
  const texts = requiredStaffTexts[visit.language].item;
  const unit = data.view.units.find(({ id }) => id === cell.unitId);
  const day = cellDay(visit, cell);
  const here = isWithinReach(data.rights.answers, { id: null, unitId: cell.unitId });
  return (
    <li>
      <h3 lang="uk">{unit?.name ?? ''}</h3>
      <p>
        <ItemStateBadge visit={visit} state={cell.state} />{' '}
        <span class="soft small">{[day, cell.assigned ? null : all.unassigned].filter(Boolean).join(' · ')}</span>
      </p>
      <Decided visit={visit} cell={cell} />
      {cell.datasets.length > 0 && (
        <ul>
          {cellDatasets(cell).map((dataset) => (
            <Answering key={dataset.id} {...props} dataset={dataset} here={here} />
          ))}
        </ul>
      )}
      {here && cell.assigned && (
        <div class="row">
          {cell.decision && <SmallForm {...props} deed="ask-again" unit={cell.unitId} label={texts.askAgain} />}
          {data.rights.manages && <SmallForm {...props} deed="unassign" unit={cell.unitId} label={texts.unassign} />}
        </div>
      )}
      {cell.state === 'absent' && <PlanForm {...props} unitId={cell.unitId} />}
      {here && cell.assigned && (cell.state === 'absent' || cell.state === 'planned') && (
        <DecideForm {...props} unitId={cell.unitId} />
      )}
    </li>
  );
}

function Decided({ visit, cell: { decision, lapsed } }: { visit: Visit; cell: ItemCell }) {
  if (!decision) return null;
  const all = requiredTexts[visit.language];
  const texts = requiredStaffTexts[visit.language].item;
  const day = (on: string) => dayInWords(on, visit.language);
  return (
    <p>
      {lapsed && <strong>{all.lapsed(day(decision.nextReview))}. </strong>}
      {all.states[decision.kind]}: <span lang="uk">{decision.reason}</span>{' '}
      <span class="soft small">
        ({texts.confirmed(decision.confirmedBy, day(decision.confirmedOn))}
        {decision.orderLine && `; ${texts.document}: ${decision.orderLine}`})
      </span>
    </p>
  );
}

function Answering(props: ItemPartProps & { dataset: AnsweringDataset; here: boolean }) {
  const { visit, data, dataset, here } = props;
  const texts = requiredTexts[visit.language].item;
  const staff = requiredStaffTexts[visit.language].item;
  const { match, state } = dataset;
  const said = [
    state === 'draft' ? texts.draft : null,
    state === 'archived' ? texts.archived : null,
    dataset.by === 'answer' ? staff.linked : null,
    dataset.stands === 'on-national' ? texts.onNational : null,
    match ? texts.match(match.found, match.fields, match.percent) : null,
    match && match.percent !== null && match.missing.length > 0
      ? texts.missing(match.missing.map(({ title }) => title).join(', '))
      : null,
  ].filter((words) => words !== null);
  return (
    <li>
      <a lang="uk" href={href(visit, `/cabinet/datasets/${dataset.id}`)}>
        {dataset.title}
      </a>{' '}
      <span class="soft small">{said.join(' · ')}</span>
      {here && dataset.by === 'answer' && (
        <form method="post" action={href(visit, `${HOME}/items/${data.one.item.line}/datasets`)}>
          <input type="hidden" name="dataset" value={dataset.id} />
          <input type="hidden" name="answers" value="no" />
          <Button kind="quiet">{staff.notThis}</Button>
        </form>
      )}
    </li>
  );
}

function SmallForm(props: ItemPartProps & { deed: string; unit: string; label: string }) {
  const { visit, data, deed, unit, label } = props;
  return (
    <form method="post" action={href(visit, `${HOME}/items/${data.one.item.line}/${deed}`)}>
      <input type="hidden" name="unit" value={unit} />
      <Button kind="quiet">{label}</Button>
    </form>
  );
}

function Templates({ visit, data }: { visit: Visit; data: ItemData }) {
  const { item } = data.one;
  const names = item.fields ? [null] : item.tables.filter((table) => templateOf(item, table) !== null);
  if (names.length === 0) return null;
  const path = `${HOME}/items/${item.line}/template`;
  return (
    <ul class="plain">
      {names.map((table) => {
        const query = table === null ? '' : `?table=${table}`;
        return (
          <li key={table ?? 'own'} class="row">
            <span class="soft">{requiredStaffTexts[visit.language].item.template}</span>
            {table && names.length > 1 && <code>{table}</code>}
            <a href={href(visit, `${path}.xlsx${query}`)}>XLSX</a>
            <a href={href(visit, `${path}.csv${query}`)}>CSV</a>
          </li>
        );
      })}
    </ul>
  );
}
