import { Hono } from 'hono';
import { sendLetterAgain, sendWaitingLetters, viewOutbox } from '../../../capabilities/notices/index.ts';
import { isRequestError, type RequestError } from '../../../kernel/errors.ts';
import { dateTimeInWords } from '../../../language/dates.ts';
import { mailTexts } from '../../../locales/mail.ts';
import {
  Badge,
  Breadcrumbs,
  Button,
  CabinetPage,
  DataTable,
  Empty,
  href,
  Notice,
  renderPage,
  type SurfaceEnv,
  Tabs,
  type Visit,
} from '../../components/index.ts';
import { attempt, goTo, type PageContext } from '../accounts/posted-form.ts';
import { Refusal } from '../accounts/refusal.tsx';
import { signedIn } from '../walk/signed-in.ts';

const PATH = '/cabinet/settings/mail/outbox';
const STATES = ['waiting', 'failed', 'sent'] as const;
type State = (typeof STATES)[number];
type Shown = Awaited<ReturnType<typeof viewOutbox>>;

/** The letters the portal wrote: state, tries, reason, and the button that tries again. */
export function outboxRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get(PATH, (c) => show(c, null))
    .post(`${PATH}/all`, async (c) => {
      const asked = await attempt(sendWaitingLetters(signedIn(c.get('visit')).ctx));
      return asked.done ? goTo(c, `${PATH}?done=asked`) : show(c, asked.error);
    })
    .post(`${PATH}/:id`, async (c) => {
      const asked = await attempt(sendLetterAgain(signedIn(c.get('visit')).ctx, c.req.param('id')));
      return asked.done ? goTo(c, `${PATH}?done=asked`) : show(c, asked.error);
    });
}

async function show(c: PageContext, error: RequestError | null): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const state = STATES.find((one) => one === visit.query.get('state'));
  const letters = await viewOutbox(visit.ctx, state);
  c.header('cache-control', 'no-store');
  return renderPage(c, <OutboxPage visit={visit} state={state} letters={letters} error={error} />, error ? 409 : 200);
}

interface OutboxView {
  readonly visit: Visit;
  readonly state: State | undefined;
  readonly letters: Shown;
  readonly error: RequestError | null;
}

function OutboxPage({ visit, state, letters, error }: OutboxView) {
  const { outbox: texts, title } = mailTexts[visit.language];
  const here = (query: string) => href(visit, `${PATH}${query}`);
  const waits = letters.some(({ sentAt, forgottenAt }) => sentAt === null && forgottenAt === null);
  return (
    <CabinetPage visit={visit} title={texts.title} wide>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[{ label: title, href: href(visit, '/cabinet/settings/mail') }, { label: texts.title }]}
        />
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        {visit.query.get('done') === 'asked' && error === null && (
          <Notice kind="good" title={texts.asked} language={visit.language} live />
        )}
        <Refusal visit={visit} error={isRequestError(error) ? error : null} />
        <Tabs
          label={texts.show}
          items={[
            { label: texts.all, href: here(''), current: state === undefined },
            ...STATES.map((one) => ({ label: texts[one], href: here(`?state=${one}`), current: state === one })),
          ]}
        />
        {waits && (
          <form method="post" action={here('/all')}>
            <Button kind="secondary">{texts.againAll}</Button>
          </form>
        )}
        {letters.length === 0 ? (
          <Empty title={texts.empty}>
            <p>{texts.emptyHint}</p>
          </Empty>
        ) : (
          <Letters visit={visit} letters={letters} />
        )}
      </div>
    </CabinetPage>
  );
}

function Letters({ visit, letters }: Pick<OutboxView, 'visit' | 'letters'>) {
  const texts = mailTexts[visit.language].outbox;
  return (
    <DataTable
      caption={texts.caption}
      captionUnseen
      columns={[{ title: texts.to }, { title: texts.subject }, { title: texts.state }, { title: texts.action }]}
      rows={letters.map((letter) => [
        <div key="to">
          {letter.to}
          <div class="soft small">
            <time dateTime={letter.writtenAt.toISOString()}>{dateTimeInWords(letter.writtenAt, visit.language)}</time>
          </div>
        </div>,
        letter.subject,
        <LetterState key="state" visit={visit} letter={letter} />,
        letter.sentAt === null && letter.forgottenAt === null ? (
          <form key="again" method="post" action={href(visit, `${PATH}/${letter.id}`)}>
            <Button kind="quiet">
              {texts.again}
              <span class="unseen">: {letter.to}</span>
            </Button>
          </form>
        ) : null,
      ])}
    />
  );
}

function LetterState({ visit, letter }: { visit: Visit; letter: Shown[number] }) {
  const texts = mailTexts[visit.language].outbox;
  const { sentAt, failure, attempts, forgottenAt } = letter;
  const kind = sentAt ? 'good' : failure === null ? 'info' : 'error';
  const word = sentAt ? texts.sent : failure === null ? texts.waits : texts.failed;
  return (
    <div class="stack">
      <Badge kind={kind}>{word}</Badge>
      {failure !== null && sentAt === null && <p class="small">{failure}</p>}
      {attempts > 0 && sentAt === null && <p class="soft small">{texts.tries(attempts)}</p>}
      {forgottenAt !== null && sentAt === null && <p class="soft small">{texts.forgotten}</p>}
    </div>
  );
}
