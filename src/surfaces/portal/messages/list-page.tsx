import type { Card } from '../../../capabilities/catalog/index.ts';
import type { MessageState, PublicMessage } from '../../../capabilities/community/index.ts';
import { type Paged, pageCount } from '../../../kernel/paging.ts';
import { messagesTexts } from '../../../locales/messages.ts';
import { Button, Empty, Field, href, LinkButton, Page, Pager, Tabs, type Visit } from '../../components/index.ts';
import { MessageItem } from './message-item.tsx';

/** Which messages the list shows, as its address says. */
export interface ListState {
  readonly kind: 'question' | 'proposal';
  readonly q: string;
  /** Proposals only; null: all of them. */
  readonly state: MessageState | null;
  readonly order: 'votes' | 'newest';
  readonly page: number;
}

export const PROPOSAL_STATES = ['new', 'considering', 'planned', 'published', 'refused'] as const;

/** Reads the address of the list; what is not understood is left out. */
export function readListState(query: URLSearchParams): ListState {
  const state = PROPOSAL_STATES.find((one) => one === query.get('state')) ?? null;
  const page = Number.parseInt(query.get('page') ?? '1', 10) || 1;
  return {
    kind: query.get('kind') === 'proposal' ? 'proposal' : 'question',
    q: query.get('q')?.trim().slice(0, 200) ?? '',
    state,
    order: query.get('order') === 'newest' ? 'newest' : 'votes',
    page: Math.min(Math.max(1, page), 100_000),
  };
}

interface ListView {
  readonly state: ListState;
  readonly found: Paged<PublicMessage>;
  /** Only about this dataset. */
  readonly card: Card | null;
}

function listHref(visit: Visit, view: Pick<ListView, 'state' | 'card'>, change: Partial<ListState>): string {
  const { kind, q, state, order, page } = { ...view.state, page: 1, ...change };
  const query = new URLSearchParams();
  if (kind === 'proposal') query.set('kind', kind);
  if (view.card) query.set('dataset', view.card.slug);
  if (q) query.set('q', q);
  if (state) query.set('state', state);
  if (kind === 'proposal' && order === 'newest') query.set('order', order);
  if (page > 1) query.set('page', String(page));
  const text = query.toString();
  return `${href(visit, '/messages')}${text ? `?${text}` : ''}`;
}

/** Everything people asked and proposed, with what came of it. */
export function MessageListPage({ visit, view }: { visit: Visit; view: ListView }) {
  const texts = messagesTexts[visit.language].list;
  const { state, found, card } = view;
  const proposals = state.kind === 'proposal';
  return (
    <Page visit={visit} title={texts.title} description={texts.lead}>
      <div class="stack-l">
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
          <p class="row">
            <LinkButton kind="primary" href={href(visit, `/messages/new${card ? `?dataset=${card.slug}` : ''}`)}>
              {texts.ask}
            </LinkButton>
            <LinkButton href={href(visit, '/messages/new?kind=proposal')}>{texts.propose}</LinkButton>
          </p>
        </div>
        <KindTabs visit={visit} view={view} />
        {card && !proposals && (
          <p>
            {texts.about(card.passport.title)} <a href={href(visit, '/messages')}>{texts.aboutAll}</a>
          </p>
        )}
        <Filters visit={visit} view={view} />
        {found.total === 0 ? (
          <Nothing visit={visit} view={view} />
        ) : (
          <div class="stack">
            <h2 class="small soft list-count">{texts.found(found.total)}</h2>
            <ul class="plain messages">
              {found.items.map((message) => (
                <MessageItem key={message.number} visit={visit} message={message} own={card !== null} />
              ))}
            </ul>
          </div>
        )}
        <Pager
          visit={visit}
          page={found.page}
          pages={pageCount(found)}
          hrefFor={(page) => listHref(visit, view, { page })}
        />
        <p class="small">
          <a href="/messages/feed.atom">{texts.feed}</a>
        </p>
      </div>
    </Page>
  );
}

/** Questions on one side, proposals on the other; proposals are about no dataset. */
function KindTabs({ visit, view }: { visit: Visit; view: ListView }) {
  const texts = messagesTexts[visit.language].list;
  const proposals = view.state.kind === 'proposal';
  const toQuestions = listHref(visit, view, { kind: 'question', state: null });
  const toProposals = listHref(visit, { ...view, card: null }, { kind: 'proposal' });
  return (
    <Tabs
      label={texts.title}
      items={[
        { label: texts.questions, href: toQuestions, current: !proposals },
        { label: texts.proposals, href: toProposals, current: proposals },
      ]}
    />
  );
}

function Filters({ visit, view }: { visit: Visit; view: ListView }) {
  const all = messagesTexts[visit.language];
  const texts = all.list;
  const { state, card } = view;
  const proposals = state.kind === 'proposal';
  return (
    <form class="filters message-filters no-print" method="get" action={href(visit, '/messages')}>
      {proposals && <input type="hidden" name="kind" value="proposal" />}
      {card && !proposals && <input type="hidden" name="dataset" value={card.slug} />}
      <Field label={proposals ? texts.searchProposals : texts.search} name="q" type="search" value={state.q} />
      {proposals && (
        <>
          <Field
            label={texts.state}
            name="state"
            value={state.state ?? ''}
            options={[
              { value: '', label: texts.anyState },
              ...PROPOSAL_STATES.map((value) => ({ value, label: all.states[value] })),
            ]}
          />
          <Field
            label={texts.order}
            name="order"
            value={state.order}
            options={(['votes', 'newest'] as const).map((value) => ({ value, label: texts.orders[value] }))}
          />
        </>
      )}
      <Button kind="secondary" icon="search">
        {texts.find}
      </Button>
    </form>
  );
}

function Nothing({ visit, view }: { visit: Visit; view: ListView }) {
  const texts = messagesTexts[visit.language].list;
  const { q, state, kind, page } = view.state;
  if (q !== '' || state !== null || page > 1) {
    return (
      <Empty title={texts.nothing}>
        <p>{texts.nothingText}</p>
      </Empty>
    );
  }
  return kind === 'proposal' ? (
    <Empty title={texts.emptyProposals}>
      <p>{texts.emptyProposalsText}</p>
    </Empty>
  ) : (
    <Empty title={texts.emptyQuestions}>
      <p>{texts.emptyQuestionsText}</p>
    </Empty>
  );
}
