import { groundInWords, groundOfItem } from '../../../capabilities/catalog/index.ts';
import type { AnsweringDataset, ItemCell, ItemStanding, RequiredView } from '../../../capabilities/mandates/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dayInWords } from '../../../language/dates.ts';
import { requiredTexts } from '../../../locales/required.ts';
import { Breadcrumbs, href, KeyValues, LinkButton, Page, type Visit } from '../../components/index.ts';
import {
  cellDatasets,
  cellDay,
  ItemStateBadge,
  itemFacts,
  RecommendedStructures,
} from '../../components/required/index.ts';
import { REQUIRED_PATH } from './required-page.tsx';

/** One item: its ground, who answers for it, the datasets, what they should have. */
export function RequiredItemPage({ visit, one, view }: { visit: Visit; one: ItemStanding; view: RequiredView }) {
  const all = requiredTexts[visit.language];
  const texts = all.item;
  const { item, cells, state } = one;
  const crumbs = [{ label: all.title, href: href(visit, REQUIRED_PATH) }, { label: texts.number(item.number) }];
  return (
    <Page visit={visit} title={item.title} description={item.name}>
      <Breadcrumbs language={visit.language} items={crumbs} />
      <h1 lang="uk">{item.title}</h1>
      <p>
        <ItemStateBadge visit={visit} state={state} />
      </p>
      <div class="stack-l">
        <KeyValues items={itemFacts(visit, item, inLanguage(groundInWords(groundOfItem(item)), visit.language))} />
        <section class="stack" aria-labelledby="who">
          <h2 id="who">{texts.who}</h2>
          {cells.length === 0 ? (
            <p>{texts.nobody}</p>
          ) : (
            <ul class="plain required-cells">
              {cells.map((cell) => (
                <Cell key={cell.unitId} visit={visit} cell={cell} view={view} />
              ))}
            </ul>
          )}
          {state === 'absent' && (
            <p>
              <LinkButton
                kind="secondary"
                href={href(visit, `/messages/new?kind=proposal&q=${encodeURIComponent(item.title)}`)}
              >
                {texts.propose}
              </LinkButton>
            </p>
          )}
        </section>
        <section class="stack" aria-labelledby="structure">
          <h2 id="structure">{texts.has}</h2>
          <RecommendedStructures visit={visit} item={item} />
        </section>
        <p>
          <a href={href(visit, REQUIRED_PATH)}>{texts.back}</a>
        </p>
      </div>
    </Page>
  );
}

function Cell({ visit, cell, view }: { visit: Visit; cell: ItemCell; view: RequiredView }) {
  const all = requiredTexts[visit.language];
  const unit = view.units.find(({ id }) => id === cell.unitId);
  const day = cellDay(visit, cell);
  const { decision } = cell;
  return (
    <li>
      <h3>{unit ? <a href={href(visit, `/units/${unit.slug}`)}>{unit.name}</a> : all.unassigned}</h3>
      <p>
        <ItemStateBadge visit={visit} state={cell.state} /> {day && <span class="soft small">{day}</span>}
      </p>
      {decision && !cell.lapsed && (
        <p>
          {all.item.reason}: <span lang="uk">{decision.reason}</span>{' '}
          <span class="soft small">({all.item.confirmedOn(dayInWords(decision.confirmedOn, visit.language))})</span>
        </p>
      )}
      {cell.datasets.length > 0 && (
        <ul>
          {cellDatasets(cell).map((dataset) => (
            <Answering key={dataset.id} visit={visit} dataset={dataset} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Answering({ visit, dataset }: { visit: Visit; dataset: AnsweringDataset }) {
  const texts = requiredTexts[visit.language].item;
  const { match, nationalAddress, state } = dataset;
  const elsewhere = (state === 'draft' || state === 'planned') && dataset.promisedOn === null && nationalAddress;
  return (
    <li>
      <a lang="uk" href={elsewhere || href(visit, `/datasets/${dataset.slug}`)}>
        {dataset.title}
      </a>{' '}
      <span class="soft small">
        {[
          nationalAddress && dataset.stands === 'on-national' ? texts.onNational : null,
          state === 'archived' ? texts.archived : null,
          match ? texts.match(match.found, match.fields, match.percent) : null,
          match && match.percent !== null && match.missing.length > 0
            ? texts.missing(match.missing.map(({ title }) => title).join(', '))
            : null,
        ]
          .filter((words) => words !== null)
          .join(' · ')}
      </span>
    </li>
  );
}
