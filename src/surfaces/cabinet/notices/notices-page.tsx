import { type NoticePage, type Notice as NoticeToPerson, noticeInWords } from '../../../capabilities/notices/index.ts';
import { dateTimeInWords, relativeTime } from '../../../language/dates.ts';
import { noticesTexts } from '../../../locales/notices.ts';
import {
  Badge,
  Button,
  CabinetPage,
  Empty,
  href,
  LinkButton,
  Notice,
  Tabs,
  type Visit,
} from '../../components/index.ts';

/** The person's notices, the newest first; each leads to the deed it is about. */
export function NoticesPage({ visit, found, unread }: { visit: Visit; found: NoticePage; unread: boolean }) {
  const texts = noticesTexts[visit.language];
  const here = (query: string) => href(visit, `/cabinet/notices${query}`);
  const anyUnread = found.items.some(({ readAt }) => readAt === null);
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l">
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        {visit.query.get('done') === 'read' && <Notice kind="good" title={texts.done} language={visit.language} live />}
        <Tabs
          label={texts.show}
          items={[
            { label: texts.all, href: here(''), current: !unread },
            { label: texts.unread, href: here('?show=unread'), current: unread },
          ]}
        />
        <div class="row">
          {anyUnread && (
            <form method="post" action={href(visit, '/cabinet/notices/read')}>
              <Button kind="secondary">{texts.readAll}</Button>
            </form>
          )}
          <LinkButton kind="quiet" href={href(visit, '/cabinet/notices/settings')}>
            {texts.settings}
          </LinkButton>
        </div>
        {found.items.length === 0 ? (
          <Empty title={unread ? texts.emptyUnread : texts.empty}>{!unread && <p>{texts.emptyHint}</p>}</Empty>
        ) : (
          <ol class="notices plain" aria-label={texts.caption}>
            {found.items.map((notice) => (
              <NoticeLine key={notice.id} visit={visit} notice={notice} />
            ))}
          </ol>
        )}
        {found.next !== null && (
          <p>
            <LinkButton href={here(`?${unread ? 'show=unread&' : ''}after=${found.next}`)}>{texts.older}</LinkButton>
          </p>
        )}
      </div>
    </CabinetPage>
  );
}

function NoticeLine({ visit, notice }: { visit: Visit; notice: NoticeToPerson }) {
  const texts = noticesTexts[visit.language];
  const { sentence, details } = noticeInWords(notice, visit.language);
  return (
    <li class={notice.readAt === null ? 'notice-line notice-unread' : 'notice-line'}>
      <p class="row">
        <a href={href(visit, `/cabinet/notices/${notice.id}`)}>{sentence}</a>
        {notice.readAt === null && <Badge kind="info">{texts.fresh}</Badge>}
      </p>
      {details.map((detail) => (
        <p key={detail} class="small">
          {detail}
        </p>
      ))}
      <p class="soft small">
        <time dateTime={notice.at.toISOString()} title={dateTimeInWords(notice.at, visit.language)}>
          {relativeTime(notice.at, visit.ctx.clock.now(), visit.language)}
        </time>
      </p>
    </li>
  );
}
