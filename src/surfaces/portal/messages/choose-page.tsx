import type { Card, RequiredItem } from '../../../capabilities/catalog/index.ts';
import type { CommunitySettings, PublicMessage } from '../../../capabilities/community/index.ts';
import { messagesTexts } from '../../../locales/messages.ts';
import { Button, Choice, ChoiceGroup, ErrorSummary, href, Page, type Visit } from '../../components/index.ts';
import { DatasetRow } from '../search/dataset-row.tsx';
import { MessageItem } from './message-item.tsx';

/** What an address that leads here may say beforehand; carried along through the steps. */
const CARRIED = ['dataset', 'row', 'column', 'q'] as const;

/** Hidden fields for what is known already. */
export function Carried({ visit }: { visit: Visit }) {
  return (
    <>
      {CARRIED.map((name) => {
        const value = visit.query.get(name);
        return value && <input key={name} type="hidden" name={name} value={value} />;
      })}
    </>
  );
}

/** The step that asks first: a question or an error, a proposal, or a request under the Law. */
export function ChoosePage(props: {
  visit: Visit;
  settings: CommunitySettings;
  card: Card | null;
  /** The step was sent without a choice. */
  unchosen: boolean;
}) {
  const { visit, settings, card, unchosen } = props;
  const texts = messagesTexts[visit.language].ask;
  const faults = unchosen
    ? [{ field: 'kind', text: { uk: messagesTexts.uk.ask.choose, en: messagesTexts.en.ask.choose } }]
    : [];
  return (
    <Page visit={visit} title={texts.title} head={<meta name="robots" content="noindex" />} search={false}>
      <form class="form ask" method="get" action={href(visit, '/messages/new')}>
        <ErrorSummary faults={faults} language={visit.language} />
        {card && <p class="soft">{texts.about(card.passport.title)}</p>}
        <h1>{texts.title}</h1>
        <ChoiceGroup
          legend={<span class="unseen">{texts.title}</span>}
          name="kind"
          error={unchosen ? texts.choose : null}
        >
          <Choice
            card
            type="radio"
            name="kind"
            value="question"
            label={texts.question}
            hint={texts.questionHint(settings.answerDays)}
          />
          <Choice card type="radio" name="kind" value="proposal" label={texts.proposal} hint={texts.proposalHint} />
          <Choice card type="radio" name="kind" value="request" label={texts.request} hint={texts.requestHint} />
        </ChoiceGroup>
        <Carried visit={visit} />
        <input type="hidden" name="asked" value="1" />
        <Button icon="next">{texts.next}</Button>
      </form>
    </Page>
  );
}

/** What there is already of the data somebody is about to ask for. */
export interface Offers {
  readonly cards: readonly Card[];
  readonly items: readonly RequiredItem[];
  readonly proposals: readonly PublicMessage[];
}

/** «Можливо, це вже є»: datasets, proposals of others, items of the list of resolution 835. Nothing where nothing is near. */
export function OffersPart({ visit, offers }: { visit: Visit; offers: Offers }) {
  const texts = messagesTexts[visit.language].offer;
  const { cards, items, proposals } = offers;
  if (cards.length + items.length + proposals.length === 0) return null;
  return (
    <div class="offers stack-l">
      {cards.length > 0 && (
        <section class="stack" aria-labelledby="offer-cards">
          <h2 id="offer-cards">{texts.maybe}</h2>
          <p>{texts.maybeLead}</p>
          <ul class="plain dataset-list">
            {cards.map((card) => (
              <DatasetRow key={card.datasetId} card={card} visit={visit} brief />
            ))}
          </ul>
        </section>
      )}
      {proposals.length > 0 && (
        <section class="stack" aria-labelledby="offer-proposals">
          <h2 id="offer-proposals">{texts.wished}</h2>
          <p>{texts.wishedLead}</p>
          <ul class="plain messages">
            {proposals.map((message) => (
              <MessageItem key={message.number} visit={visit} message={message} brief />
            ))}
          </ul>
        </section>
      )}
      {items.length > 0 && (
        <section class="stack" aria-labelledby="offer-items">
          <h2 id="offer-items">{texts.required}</h2>
          <p>{texts.requiredLead}</p>
          <ul class="required-items" lang="uk">
            {items.map((item) => (
              <li key={item.line}>
                {item.name} <span class="soft small">({item.number})</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
