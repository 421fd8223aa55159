import { Hono } from 'hono';
import {
  heldMessages,
  type Message,
  releaseMessage,
  removeHeldMessage,
} from '../../../capabilities/community/index.ts';
import { type Paged, pageAsked, pageCount } from '../../../kernel/paging.ts';
import { dateTimeInWords } from '../../../language/dates.ts';
import { staffMessagesTexts } from '../../../locales/staff-messages.ts';
import {
  Breadcrumbs,
  CabinetPage,
  Empty,
  href,
  Notice,
  Pager,
  renderPage,
  type SurfaceEnv,
  type Visit,
} from '../../components/index.ts';
import { signedIn } from '../walk/signed-in.ts';
import { gist } from './list-page.tsx';
import { HeldForms, heldInWords } from './task-part.tsx';

const PATH = '/cabinet/messages/held';
const PAGE_SIZE = 30;

/** Messages held back as likely spam: each with the reasons, to be released or removed. */
export function heldMessageRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get(PATH, async (c) => {
      const visit = signedIn(c.get('visit'));
      const page = pageAsked(visit.query);
      const found = await heldMessages(visit.ctx, { page, size: PAGE_SIZE });
      c.header('cache-control', 'no-store');
      return renderPage(c, <HeldPage visit={visit} found={found} />);
    })
    .post('/cabinet/messages/:id/release', async (c) => {
      const visit = signedIn(c.get('visit'));
      await releaseMessage(visit.ctx, c.req.param('id'));
      return c.redirect(href(visit, `${PATH}?done=released`), 303);
    })
    .post('/cabinet/messages/:id/remove', async (c) => {
      const visit = signedIn(c.get('visit'));
      await removeHeldMessage(visit.ctx, c.req.param('id'));
      return c.redirect(href(visit, `${PATH}?done=removed`), 303);
    });
}

function HeldPage({ visit, found }: { visit: Visit; found: Paged<Message> }) {
  const all = staffMessagesTexts[visit.language];
  const texts = all.held;
  const done = visit.query.get('done');
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[{ label: all.title, href: href(visit, '/cabinet/messages') }, { label: texts.tab }]}
        />
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        {(done === 'released' || done === 'removed') && (
          <Notice kind="good" title={texts[done]} language={visit.language} live />
        )}
        {found.items.length === 0 ? (
          <Empty title={texts.none}>
            <p>{texts.noneLead}</p>
          </Empty>
        ) : (
          <ul class="plain messages">
            {found.items.map((message) => (
              <li key={message.id} class="message">
                <p>
                  <a href={href(visit, `/cabinet/messages/${message.id}`)}>
                    № {message.number}: {gist(message)}
                  </a>
                </p>
                <p class="soft small">
                  {dateTimeInWords(message.createdAt, visit.language)}. {heldInWords(visit, message)}
                </p>
                <HeldForms visit={visit} message={message} />
              </li>
            ))}
          </ul>
        )}
        <Pager
          visit={visit}
          page={found.page}
          pages={pageCount(found)}
          hrefFor={(page) => href(visit, `${PATH}?page=${page}`)}
        />
      </div>
    </CabinetPage>
  );
}
