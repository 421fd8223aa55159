import { findGround, type Ground, type Proposal, WAY_DONE } from '../../../capabilities/privacy/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dayInWords } from '../../../language/dates.ts';
import { privacyTexts } from '../../../locales/privacy.ts';
import { DETECTORS } from '../../../tabular/detectors/detector-list.ts';
import type { PersonalSign } from '../../../tabular/detectors/sign.ts';
import { describeProtection, type RecipeStep, stepKey } from '../../../tabular/index.ts';
import { Badge, Button, href, type Visit } from '../../components/index.ts';
import { OtherWays } from './decision-forms.tsx';
import { type Refused, sentForm } from './privacy-form.ts';
import type { ColumnView, TableView } from './privacy-view.ts';

/** One column: what was found, whose it is and why; the proposal or the decision; other ways folded. */
export function ColumnCard(props: {
  visit: Visit;
  table: TableView;
  column: ColumnView;
  /** Its place among the columns shown, which tells its fields from theirs. */
  at: number;
  refused: Refused | null;
}) {
  const { visit, table, column, at, refused } = props;
  const texts = privacyTexts[visit.language];
  const { state, decision } = column;
  const forms = { visit, table, column, refused, within: `${table.resource.id}-${at}` };
  const isRefused = sentForm(
    refused,
    (form) => form.text('resource') === table.resource.id && form.raw('column') === column.title,
  ).refused;
  return (
    <article class="finding stack">
      <h3 class="finding-title row">
        <span>{column.title === '' ? texts.wholeTable : texts.column(column.title)}</span>
        {(state === 'undecided' || state === 'still-there') && <Badge kind="attention">{texts.needed}</Badge>}
        {state === 'waiting' && <Badge kind="attention">{texts.waiting}</Badge>}
      </h3>
      {state === 'still-there' && <p>{texts.stillThere}</p>}
      {state === 'missing' && <p>{texts.missing}</p>}
      {column.signs.map((sign) => (
        <SignLine key={sign.code} visit={visit} sign={sign} />
      ))}
      {decision ? (
        <Decided visit={visit} table={table} column={column} />
      ) : state === 'open' ? (
        <p>
          <Badge kind="good">{texts.organisation}</Badge>
        </p>
      ) : (
        column.proposal && <Proposed visit={visit} table={table} column={column} proposal={column.proposal} />
      )}
      {column.proposal && decision && (
        <details open={isRefused}>
          <summary>
            {texts.change}
            <span class="unseen">: {column.title}</span>
          </summary>
          <OtherWays {...forms} proposal={column.proposal} />
        </details>
      )}
      {column.proposal && !decision && <OtherWays {...forms} proposal={column.proposal} />}
    </article>
  );
}

/** What a sign says, without a value. */
function SignLine({ visit, sign }: { visit: Visit; sign: PersonalSign }) {
  const texts = privacyTexts[visit.language];
  const detector = DETECTORS.find(({ code }) => code === sign.code);
  const title = detector ? inLanguage(detector.title, visit.language) : sign.code;
  const rows = sign.rows.slice(0, 5);
  return (
    <div>
      <p>
        {texts.found(title, sign.count, sign.share)}
        {rows.length > 0 && (
          <span class="soft"> · {rows.length === 1 ? texts.row(rows[0] ?? 1) : texts.rows(rows)}</span>
        )}
      </p>
      <p class="soft small">
        {inLanguage(sign.why, visit.language)} {sign.mixed ? texts.mixed : texts.whose[sign.whose]}
        {sign.whoseWhy && ` ${inLanguage(sign.whoseWhy, visit.language)}`}
      </p>
    </div>
  );
}

interface ProposedProps {
  readonly visit: Visit;
  readonly table: TableView;
  readonly column: ColumnView;
  readonly proposal: Proposal;
}

function Proposed({ visit, table, column, proposal }: ProposedProps) {
  const texts = privacyTexts[visit.language];
  const { remembered } = column;
  const { way, step } = remembered ?? proposal;
  const ground = findGround((remembered ?? proposal).groundCode);
  return (
    <form
      class="stack"
      method="post"
      action={href(visit, `/cabinet/datasets/${table.reading.datasetId}/privacy/accept`)}
    >
      <input type="hidden" name="resource" value={table.resource.id} />
      <input type="hidden" name="column" value={column.title} />
      <p>
        <strong>
          {remembered ? texts.asLastTime : texts.proposal}: {texts.ways[way]}
        </strong>
        {step && way !== 'remove' && ` (${inLanguage(describeProtection(step), visit.language)})`}
        {remembered && (
          <span class="soft">
            {' '}
            · {texts.decided(remembered.decidedBy, dayInWords(remembered.decidedAt, visit.language))}
          </span>
        )}
        {ground && <GroundWords visit={visit} ground={ground} />}
      </p>
      {!remembered && proposal.why && <p class="soft small">{inLanguage(proposal.why, visit.language)}</p>}
      {ground?.check && <p class="soft small">{inLanguage(ground.check, visit.language)}</p>}
      <div class="row">
        <Button kind="secondary">
          {texts.do[way]}
          <span class="unseen">: {column.title}</span>
        </Button>
        {step && table.mayEdit && (
          <a href={previewHref(visit, table, column.title, step)}>
            {texts.preview}
            <span class="unseen">: {column.title}</span>
          </a>
        )}
      </div>
    </form>
  );
}

function GroundWords({ visit, ground }: { visit: Visit; ground: Ground }) {
  const texts = privacyTexts[visit.language];
  return (
    <>
      . {texts.ground}: {inLanguage(ground.title, visit.language)}
      {ground.norm && ` (${inLanguage(ground.norm, visit.language)})`}.
    </>
  );
}

function previewHref(visit: Visit, table: TableView, column: string, step: RecipeStep): string {
  const query = new URLSearchParams({ resource: table.resource.id, column, step: stepKey(step) });
  return `${href(visit, `/cabinet/datasets/${table.reading.datasetId}/privacy/preview`)}?${query}`;
}

/** The decision with who made it, and the way back. */
function Decided({ visit, table, column }: { visit: Visit; table: TableView; column: ColumnView }) {
  const texts = privacyTexts[visit.language];
  const { decision } = column;
  if (!decision) return null;
  const ground = findGround(decision.groundCode);
  const base = `/cabinet/datasets/${table.reading.datasetId}/privacy/decisions/${decision.id}`;
  const waits = decision.state === 'waiting';
  const act = decision.act
    ? [decision.act.title, decision.act.number, decision.act.date].filter(Boolean).join(', ')
    : '';
  return (
    <div class="stack">
      <p>
        <Badge kind={waits || column.state !== 'decided' ? 'attention' : 'good'}>
          {inLanguage(WAY_DONE[decision.way], visit.language)}
        </Badge>{' '}
        {decision.step &&
          decision.way !== 'remove' &&
          `(${inLanguage(describeProtection(decision.step), visit.language)}). `}
        {ground && `${texts.ground}: ${inLanguage(ground.title, visit.language)}${act ? ` (${act})` : ''}. `}
        {decision.reason}
      </p>
      <p class="soft small">
        {texts.decided(decision.decidedBy, dayInWords(decision.decidedAt, visit.language))}
        {decision.reviewOn && ` · ${texts.reviewBy(dayInWords(decision.reviewOn, visit.language))}`}
      </p>
      {waits && <p class="soft small">{texts.waitingHint}</p>}
      <div class="row">
        {waits && (
          <form method="post" action={href(visit, `${base}/confirm`)}>
            <Button kind="secondary">{texts.confirm}</Button>
          </form>
        )}
        {decision.way !== 'remove' && table.mayEdit && (
          <a href={href(visit, `${base}/ask`)}>
            {texts.ask}
            <span class="unseen">: {column.title}</span>
          </a>
        )}
        <form method="post" action={href(visit, `${base}/undo`)}>
          <Button kind="quiet">
            {texts.undo}
            <span class="unseen">: {column.title}</span>
          </Button>
        </form>
      </div>
    </div>
  );
}
