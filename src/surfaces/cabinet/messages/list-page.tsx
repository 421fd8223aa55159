import type { Unit } from '../../../capabilities/accounts/index.ts';
import {
  MESSAGE_KINDS,
  MESSAGE_STATES,
  type Message,
  type MessageFilter,
  type MessageState,
} from '../../../capabilities/community/index.ts';
import { type Paged, pageCount } from '../../../kernel/paging.ts';
import { messagesTexts } from '../../../locales/messages.ts';
import { staffMessagesTexts } from '../../../locales/staff-messages.ts';
import {
  Badge,
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
import { GuidanceHere } from '../materials/guidance-here.tsx';
import { ToldLinks } from '../memo/answer-told.tsx';
import { termOf } from './term-in-words.ts';

/** What the list shows and what it may be narrowed by. */
export interface MessageListView {
  readonly filter: MessageFilter;
  readonly found: Paged<Message>;
  readonly counts: ReadonlyMap<MessageState, number>;
  /** Units whose messages the person may see. */
  readonly units: readonly Unit[];
  /** How many are held back as likely spam. */
  readonly held: number;
}

/** Reads the filter of an address. Without `all` only what waits is shown. */
export function readFilter(query: URLSearchParams, ownUnit: string | null): MessageFilter {
  const waiting = !query.has('all');
  const kind = MESSAGE_KINDS.find((one) => one === query.get('kind'));
  const state = MESSAGE_STATES.find((one) => one === query.get('state'));
  const asked = query.get('unit') || undefined;
  const unitId = asked === 'own' ? (ownUnit ?? undefined) : asked;
  return { waiting, ...(kind ? { kind } : {}), ...(waiting || !state ? {} : { state }), ...(unitId ? { unitId } : {}) };
}

function listHref(visit: Visit, filter: MessageFilter, page = 1): string {
  const query = new URLSearchParams();
  if (!filter.waiting) query.set('all', '1');
  if (filter.kind) query.set('kind', filter.kind);
  if (filter.state) query.set('state', filter.state);
  if (filter.unitId) query.set('unit', filter.unitId);
  if (page > 1) query.set('page', String(page));
  const text = query.toString();
  return `${href(visit, '/cabinet/messages')}${text ? `?${text}` : ''}`;
}

/** Messages of the person's units: what waits for an answer first, by its term. */
export function StaffMessagesPage({ visit, view }: { visit: Visit; view: MessageListView }) {
  const texts = staffMessagesTexts[visit.language];
  const { filter, found, counts } = view;
  const count = (states: readonly MessageState[]) => states.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0);
  const all = count(MESSAGE_STATES);
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l">
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
          <GuidanceHere visit={visit} lines={visit.guidance} step="messages" />
        </div>
        <Tabs
          label={texts.title}
          items={[
            {
              label: texts.tabs.waiting,
              href: listHref(visit, { waiting: true }),
              current: filter.waiting === true,
              count: count(['waiting', 'new']),
            },
            { label: texts.tabs.all, href: listHref(visit, {}), current: !filter.waiting, count: all },
            ...(view.held > 0
              ? [{ label: texts.held.tab, href: href(visit, '/cabinet/messages/held'), count: view.held }]
              : []),
          ]}
        />
        {all > 0 && <Filters visit={visit} view={view} />}
        {found.total === 0 ? <Nothing visit={visit} view={view} all={all} /> : <Rows visit={visit} view={view} />}
        {found.total > 0 && <ToldLinks visit={visit} />}
        <Pager
          visit={visit}
          page={found.page}
          pages={pageCount(found)}
          hrefFor={(page) => listHref(visit, filter, page)}
        />
      </div>
    </CabinetPage>
  );
}

function Filters({ visit, view }: { visit: Visit; view: MessageListView }) {
  const texts = staffMessagesTexts[visit.language].filter;
  const words = messagesTexts[visit.language];
  const { filter, units } = view;
  const own = visit.person?.appointments[0]?.unitId;
  return (
    <form class="filters message-filters" method="get" action={href(visit, '/cabinet/messages')}>
      {!filter.waiting && <input type="hidden" name="all" value="1" />}
      <Field
        label={texts.kind}
        name="kind"
        value={filter.kind ?? ''}
        options={[
          { value: '', label: texts.anyKind },
          ...MESSAGE_KINDS.map((value) => ({ value, label: words.kinds[value] })),
        ]}
      />
      {!filter.waiting && (
        <Field
          label={texts.state}
          name="state"
          value={filter.state ?? ''}
          options={[
            { value: '', label: texts.anyState },
            ...MESSAGE_STATES.map((value) => ({ value, label: words.states[value] })),
          ]}
        />
      )}
      {units.length > 1 && (
        <Field
          label={texts.unit}
          name="unit"
          value={filter.unitId ?? ''}
          options={[
            { value: '', label: texts.anyUnit },
            ...units.map(({ id, name }) => ({ value: id, label: id === own ? `${texts.own}: ${name}` : name })),
          ]}
        />
      )}
      <Button kind="secondary">{texts.button}</Button>
    </form>
  );
}

function Nothing({ visit, view, all }: { visit: Visit; view: MessageListView; all: number }) {
  const texts = staffMessagesTexts[visit.language];
  if (all === 0) {
    return (
      <Empty title={texts.empty}>
        <p>{texts.emptyLead}</p>
      </Empty>
    );
  }
  return (
    <Empty title={view.filter.waiting && !view.filter.kind && !view.filter.unitId ? texts.noneWaiting : texts.none}>
      <LinkButton href={listHref(visit, {})}>{texts.tabs.all}</LinkButton>
    </Empty>
  );
}

/** The first words of what was written, for a line of the list. */
export function gist({ subject, text }: Pick<Message, 'subject' | 'text'>): string {
  const words = (subject || text).replace(/\s+/g, ' ');
  return words.length <= 110 ? words : `${words.slice(0, 110).replace(/\s\S*$/, '')}…`;
}

function Rows({ visit, view }: { visit: Visit; view: MessageListView }) {
  const texts = staffMessagesTexts[visit.language];
  const words = messagesTexts[visit.language];
  const names = new Map(view.units.map(({ id, name }) => [id, name]));
  return (
    <ul class="plain desk-lines" aria-label={texts.title}>
      {view.found.items.map((message) => {
        const term = termOf(visit, message);
        return (
          <li key={message.id} class="desk-line">
            <div>
              <p class="desk-deed">
                <a href={href(visit, `/cabinet/messages/${message.id}`)}>{gist(message)}</a>
              </p>
              <ul class="facts">
                <li>{words.titles[message.kind](message.number)}</li>
                <li>{message.dataset?.title}</li>
                <li>{message.unitId === null ? texts.noUnit : names.get(message.unitId)}</li>
              </ul>
            </div>
            {term ? (
              <Badge kind={term.kind}>{term.words}</Badge>
            ) : (
              <span class="soft small">{words.states[message.state]}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
