import type { CardState, ListedCard, TechnicalCard } from '../../../capabilities/dictionary/index.ts';
import type { Paged } from '../../../kernel/paging.ts';
import { dayInWords } from '../../../language/dates.ts';
import { cardTexts } from '../../../locales/technical-cards.ts';
import {
  Badge,
  Breadcrumbs,
  Button,
  CabinetPage,
  Choice,
  DataTable,
  Empty,
  Field,
  href,
  LinkButton,
  Notice,
  Pager,
  type Visit,
} from '../../components/index.ts';

export const CARDS = '/cabinet/city/technical-cards';

const BADGES: Readonly<Record<CardState, 'good' | 'attention' | 'info'>> = {
  approved: 'good',
  changed: 'attention',
  none: 'info',
};

/** Cards of all datasets a person may see; a coordinator approves many at once. */
export function CardsPage(props: { visit: Visit; cards: Paged<ListedCard>; mayApprove: boolean }) {
  const { visit, cards } = props;
  const texts = cardTexts[visit.language];
  const done = Number(visit.query.get('approved') ?? 0);
  const path = href(visit, CARDS);
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l">
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        {done > 0 && <Notice kind="good" title={texts.approved(done)} language={visit.language} live />}
        {cards.total === 0 ? (
          <Empty title={texts.none} />
        ) : (
          <>
            <div>
              <LinkButton icon="download" download href={`${CARDS}/annex.docx`}>
                {texts.annex}
              </LinkButton>
            </div>
            <ApprovalForm {...props} />
            <Pager
              visit={visit}
              page={cards.page}
              pages={Math.max(1, Math.ceil(cards.total / cards.size))}
              hrefFor={(one: number) => `${path}?page=${one}`}
            />
          </>
        )}
      </div>
    </CabinetPage>
  );
}

/** The list of cards; who may approve ticks those that are not approved yet. */
function ApprovalForm(props: { visit: Visit; cards: Paged<ListedCard>; mayApprove: boolean }) {
  const { visit, cards, mayApprove } = props;
  const texts = cardTexts[visit.language];
  const choice = ({ state, datasetId, title }: ListedCard) =>
    state === 'approved' ? (
      ''
    ) : (
      <Choice key="choose" name="dataset" value={datasetId} label={<span class="unseen">{title}</span>} />
    );
  return (
    <form class="stack" method="post" action={href(visit, CARDS)}>
      <DataTable
        caption={texts.title}
        captionUnseen
        columns={[
          { title: texts.dataset },
          { title: texts.identifiers },
          { title: texts.classifiers },
          { title: texts.state },
          ...(mayApprove ? [{ title: texts.choose }] : []),
        ]}
        rows={cards.items.map((card) => [
          <a key="set" href={href(visit, `/cabinet/datasets/${card.datasetId}/card`)}>
            {card.title}
          </a>,
          words(card.present.tables.flatMap(({ identifiers }) => identifiers)) || texts.nothing,
          words(card.present.tables.flatMap(({ classifiers }) => classifiers)) || texts.nothing,
          <Badge key="state" kind={BADGES[card.state]}>
            {texts.states[card.state]}
          </Badge>,
          ...(mayApprove ? [choice(card)] : []),
        ])}
      />
      {mayApprove && (
        <div>
          <Button>{texts.approveChosen}</Button>
        </div>
      )}
    </form>
  );
}

const words = (all: readonly string[]) => [...new Set(all)].join('; ');

/** The card of one dataset: as it is, as it was approved, and the deed. */
export function CardPage({ visit, card, mayApprove }: { visit: Visit; card: ListedCard; mayApprove: boolean }) {
  const texts = cardTexts[visit.language];
  const { approval, present, state } = card;
  const path = href(visit, `/cabinet/datasets/${card.datasetId}/card`);
  return (
    <CabinetPage visit={visit} title={texts.one}>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[
            { label: card.title, href: href(visit, `/cabinet/datasets/${card.datasetId}`) },
            { label: texts.one },
          ]}
        />
        <div class="stack">
          <h1>
            {texts.one}: {card.title}
          </h1>
          <p>
            <Badge kind={BADGES[state]}>{texts.states[state]}</Badge>
          </p>
          {approval && (
            <p>
              {texts.approvedBy(
                approval.approvedBy,
                dayInWords(approval.approvedAt.toISOString().slice(0, 10), visit.language),
              )}
              {approval.note && ` ${approval.note}`}
            </p>
          )}
        </div>
        <CardTables visit={visit} title={texts.now} card={present} />
        {state === 'changed' && approval && <CardTables visit={visit} title={texts.was} card={approval.content} />}
        <p>
          <a href={href(visit, `/cabinet/datasets/${card.datasetId}/keys`)}>{texts.keys}</a>
        </p>
        {mayApprove && (
          <form class="form" method="post" action={path}>
            {state !== 'approved' && (
              <>
                <Field label={texts.note} name="note" hint={texts.noteHint} value="" maxLength={1000} />
                <Button name="what" value="approve">
                  {texts.approve}
                </Button>
              </>
            )}
            {approval && (
              <Button kind="secondary" name="what" value="take-back">
                {texts.takeBack}
              </Button>
            )}
          </form>
        )}
      </div>
    </CabinetPage>
  );
}

function CardTables({ visit, title, card }: { visit: Visit; title: string; card: TechnicalCard }) {
  const texts = cardTexts[visit.language];
  if (card.tables.length === 0) return <p class="soft">{texts.noTables}</p>;
  return (
    <section class="stack">
      <h2>{title}</h2>
      <DataTable
        caption={title}
        captionUnseen
        rowHeaders
        columns={[
          { title: texts.table },
          { title: texts.formats },
          { title: texts.identifiers },
          { title: texts.classifiers },
          { title: texts.sign },
        ]}
        rows={card.tables.map((table) => [
          table.title,
          table.formats.join(', '),
          words(table.identifiers) || texts.nothing,
          words(table.classifiers) || texts.nothing,
          texts.signs[card.decimalSign],
        ])}
      />
    </section>
  );
}
