import { dayOf, daysBetween } from '../../../kernel/dates.ts';
import { dayInWords, relativeTime } from '../../../language/dates.ts';
import { deskTexts } from '../../../locales/desk.ts';
import { staffMessagesTexts } from '../../../locales/staff-messages.ts';
import {
  Badge,
  Button,
  CabinetPage,
  Empty,
  href,
  LinkButton,
  type StateKind,
  type Visit,
} from '../../components/index.ts';
import { gist } from '../messages/list-page.tsx';
import { termOf } from '../messages/term-in-words.ts';
import type { DeskLine, MessageLine } from './desk-lines.ts';

export interface DeskData {
  /** What is to do with datasets and messages, by term. */
  readonly lines: readonly (DeskLine | MessageLine)[];
  /** Messages that wait beyond those shown. */
  readonly moreMessages: number;
  readonly published: number;
  readonly drafts: number;
}

const TONES: Record<DeskLine['reason'], StateKind> = {
  late: 'error',
  refused: 'error',
  soon: 'attention',
  review: 'attention',
  'new-file': 'info',
  draft: 'info',
  working: 'info',
};

/** The desk: one list by term, nothing above it, numbers below. */
export function DeskPage({ visit, data }: { visit: Visit; data: DeskData }) {
  const texts = deskTexts[visit.language];
  const late = data.lines.filter((line) => 'reason' in line && line.reason === 'late').length;
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l desk">
        <h1>{texts.title}</h1>
        {data.lines.length === 0 ? (
          <Empty title={texts.empty}>
            <p>{texts.emptyLead}</p>
          </Empty>
        ) : (
          <ul class="plain desk-lines" aria-label={texts.caption}>
            {data.lines.map((line) =>
              'message' in line ? (
                <LineOfMessage key={line.message.id} visit={visit} line={line} />
              ) : (
                <Line key={line.dataset.id} visit={visit} line={line} />
              ),
            )}
          </ul>
        )}
        {data.moreMessages > 0 && (
          <p>
            <a href={href(visit, '/cabinet/messages')}>
              {staffMessagesTexts[visit.language].desk.more(data.moreMessages)}
            </a>
          </p>
        )}
        <p class="row">
          <LinkButton
            kind={data.lines.length === 0 ? 'primary' : 'secondary'}
            icon="upload"
            href={href(visit, '/cabinet/new')}
          >
            {texts.add}
          </LinkButton>
          <a href={href(visit, '/cabinet/datasets')}>{texts.allSets}</a>
        </p>
        <p class="soft">{texts.numbers(data.published, data.drafts, late)}</p>
      </div>
    </CabinetPage>
  );
}

function Line({ visit, line }: { visit: Visit; line: DeskLine }) {
  const texts = deskTexts[visit.language];
  const { dataset, deed, reason } = line;
  const { title } = dataset.passport;
  return (
    <li class="desk-line">
      <div>
        <p class="desk-deed">
          {texts.deeds[deed]}: <a href={href(visit, `/cabinet/datasets/${dataset.id}`)}>{title}</a>
        </p>
        <Badge kind={TONES[reason]}>{termInWords(visit, line)}</Badge>
      </div>
      <div class="row">
        {deed === 'update' && (
          <form method="post" action={href(visit, `/cabinet/datasets/${dataset.id}/unchanged`)}>
            <Button kind="quiet">
              {texts.unchanged}
              <span class="unseen">: {title}</span>
            </Button>
          </form>
        )}
        <LinkButton href={href(visit, line.path)}>
          {texts.buttons[deed]}
          <span class="unseen">: {title}</span>
        </LinkButton>
      </div>
    </li>
  );
}

/** Somebody waits for an answer. */
function LineOfMessage({ visit, line }: { visit: Visit; line: MessageLine }) {
  const texts = staffMessagesTexts[visit.language].desk;
  const { message } = line;
  const about = message.dataset ? `, ${message.dataset.title}` : '';
  const term = termOf(visit, message);
  return (
    <li class="desk-line">
      <div>
        <p class="desk-deed">
          {texts.deeds[message.kind]}: <a href={href(visit, line.path)}>{gist(message)}</a>
        </p>
        <p class="soft small">
          {texts.titles[message.kind]} № {message.number}
          {about}
        </p>
        {term && <Badge kind={term.kind}>{term.words}</Badge>}
      </div>
      <div class="row">
        <LinkButton href={href(visit, line.path)}>
          {texts.deeds[message.kind]}
          <span class="unseen">: № {message.number}</span>
        </LinkButton>
      </div>
    </li>
  );
}

function termInWords(visit: Visit, { reason, dueOn, since }: DeskLine): string {
  const texts = deskTexts[visit.language].terms;
  const now = visit.ctx.clock.now();
  const ago = relativeTime(since, now, visit.language);
  if (reason === 'refused') return texts.refused(ago);
  if (reason === 'draft') return texts.draft(ago);
  if (reason === 'new-file') return texts.newFile(ago);
  if (reason === 'working' || dueOn === null) return texts.working;
  const day = dayInWords(dueOn, visit.language);
  if (reason === 'review') return texts.review(day);
  const left = daysBetween(dayOf(now), dueOn);
  if (left === 0) return texts.today;
  return left < 0 ? texts.late(-left, day) : texts.soon(left, day);
}
