import type { Unit } from '../../../capabilities/accounts/index.ts';
import {
  BOARD_TERMS,
  type BoardCounts,
  type BoardRow,
  DATASET_STATES,
  FREQUENCIES,
  FREQUENCY_NAMES,
} from '../../../capabilities/catalog/index.ts';
import type { ManyDeed } from '../../../capabilities/coordination/index.ts';
import type { Submission } from '../../../capabilities/review/index.ts';
import { type Paged, pageCount } from '../../../kernel/paging.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { boardTexts } from '../../../locales/board.ts';
import { deskTexts } from '../../../locales/desk.ts';
import {
  Button,
  CabinetPage,
  Empty,
  Field,
  href,
  LinkButton,
  Pager,
  Tabs,
  type Visit,
} from '../../components/index.ts';
import { BoardDeeds } from './board-deeds.tsx';
import { type BoardQuery, boardHref, boardParameters } from './board-query.ts';
import { BoardTable } from './board-table.tsx';
import { Outcome } from './outcome.tsx';

export interface BoardView {
  readonly query: BoardQuery;
  readonly found: Paged<BoardRow> & { readonly counts: BoardCounts };
  /** Units whose datasets may be seen. */
  readonly units: readonly Unit[];
  /** What lies with a reviewer, by dataset: its lateness is theirs. */
  readonly reviews: ReadonlyMap<string, Submission>;
  /** What was done just now. */
  readonly deed: ManyDeed | null;
  /** Why what was asked was not done, in words. */
  readonly refusal: string | null;
  /** Ids that were ticked when it was refused: they stay so. */
  readonly ticked: readonly string[];
}

/** All datasets within reach by term: conditions above, deeds over the ticked ones below. */
export function BoardPage({ visit, view }: { visit: Visit; view: BoardView }) {
  const texts = boardTexts[visit.language];
  const { query, found } = view;
  const parameters = boardParameters(query);
  const narrowed = parameters.toString() !== '';
  return (
    <CabinetPage visit={visit} title={texts.title} wide>
      <div class="stack-l">
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        <Outcome visit={visit} view={view} />
        <Terms visit={visit} view={view} />
        <Filters visit={visit} view={view} narrowed={narrowed} />
        {found.items.length === 0 ? (
          <Empty title={narrowed ? texts.none : texts.empty}>
            <p>{narrowed ? texts.noneLead : texts.emptyLead}</p>
          </Empty>
        ) : (
          <form class="stack-l" method="post" action={boardHref(visit, query)}>
            <p class="soft">{texts.found(found.total)}</p>
            <BoardTable
              visit={visit}
              rows={found.items}
              units={view.units}
              reviews={view.reviews}
              ticked={view.ticked}
            />
            <Pager
              visit={visit}
              page={found.page}
              pages={pageCount(found)}
              hrefFor={(page) => boardHref(visit, query, { page: String(page) })}
            />
            <BoardDeeds visit={visit} total={found.total} />
          </form>
        )}
      </div>
    </CabinetPage>
  );
}

function Terms({ visit, view }: { visit: Visit; view: BoardView }) {
  const texts = boardTexts[visit.language];
  const { query, found } = view;
  const { term: _any, ...others } = query.filter;
  const counts = found.counts.terms;
  const all = BOARD_TERMS.reduce((sum, term) => sum + counts[term], 0);
  return (
    <Tabs
      label={texts.columns.term}
      items={[
        {
          label: texts.any,
          href: boardHref(visit, { ...query, filter: others }),
          current: !query.filter.term,
          count: all,
        },
        ...BOARD_TERMS.map((term) => ({
          label: texts.terms[term],
          href: boardHref(visit, { ...query, filter: { ...others, term } }),
          current: query.filter.term === term,
          count: counts[term],
        })),
      ]}
    />
  );
}

function Filters({ visit, view, narrowed }: { visit: Visit; view: BoardView; narrowed: boolean }) {
  const texts = boardTexts[visit.language].filter;
  const states = deskTexts[visit.language].states;
  const { filter, unitId } = view.query;
  return (
    <form class="filters" method="get" action={href(visit, '/cabinet/board')}>
      {filter.term && <input type="hidden" name="term" value={filter.term} />}
      {filter.responsible && <input type="hidden" name="responsible" value={filter.responsible} />}
      <Field label={texts.q} name="q" type="search" value={filter.q ?? ''} />
      {view.units.length > 1 && (
        <Field
          label={texts.unit}
          name="unit"
          value={unitId ?? ''}
          options={[
            { value: '', label: texts.anyUnit },
            ...view.units.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <Field
        label={texts.state}
        name="state"
        value={filter.state ?? ''}
        options={[
          { value: '', label: texts.anyState },
          ...DATASET_STATES.map((state) => ({ value: state, label: states[state] })),
        ]}
      />
      <Field
        label={texts.frequency}
        name="frequency"
        value={filter.frequency ?? ''}
        options={[
          { value: '', label: texts.anyFrequency },
          ...FREQUENCIES.map((value) => ({ value, label: inLanguage(FREQUENCY_NAMES[value], visit.language) })),
        ]}
      />
      <Button kind="secondary">{texts.button}</Button>
      {narrowed && (
        <LinkButton kind="quiet" href={href(visit, '/cabinet/board')}>
          {texts.clear}
        </LinkButton>
      )}
    </form>
  );
}
