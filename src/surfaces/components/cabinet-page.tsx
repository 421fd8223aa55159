import type { ComponentChildren } from 'preact';
import { type Deed, mayAnywhere } from '../../capabilities/accounts/index.ts';
import { dayInWords } from '../../language/dates.ts';
import { componentsTexts } from '../../locales/components.ts';
import { signingInTexts } from '../../locales/signing-in.ts';
import { currentState, Document, SiteFooter, SiteHeader } from './frame.tsx';
import { Notice } from './notice.tsx';
import { href, type Visit } from './visit.ts';

/** A page of the cabinet: the same frame with the cabinet's own navigation instead of the search. The h1 belongs to `children`. */
export function CabinetPage(props: {
  visit: Visit;
  title: string;
  children: ComponentChildren;
  description?: string;
  islands?: readonly string[];
  wide?: boolean;
  head?: ComponentChildren;
}) {
  const { visit, title, children, description, islands, wide, head } = props;
  const frame = wide ? 'frame frame-wide' : 'frame';
  return (
    <Document
      visit={visit}
      title={title}
      description={description}
      islands={islands}
      head={
        <>
          <meta name="robots" content="noindex" />
          {head}
        </>
      }
    >
      <SiteHeader visit={visit} wide={wide} />
      {visit.person && <CabinetNav visit={visit} frame={frame} />}
      <main id="content" tabIndex={-1} class="site-main">
        <div class={frame}>
          <FactorReminder visit={visit} />
          {children}
        </div>
      </main>
      <SiteFooter visit={visit} />
    </Document>
  );
}

/** Where the person's role needs the second step of signing in and they have not set it up yet. */
function FactorReminder({ visit }: { visit: Visit }) {
  if (!visit.factorDueAt) return null;
  const texts = signingInTexts[visit.language].required;
  const over = visit.factorDueAt.getTime() <= visit.ctx.clock.now().getTime();
  return (
    <div class="factor-reminder no-print">
      <Notice
        kind="attention"
        title={over ? texts.now : texts.until(dayInWords(visit.factorDueAt, visit.language))}
        language={visit.language}
      >
        {!over && <a href={href(visit, '/cabinet/account/second-step')}>{texts.go}</a>}
      </Notice>
    </div>
  );
}

function CabinetNav({ visit, frame }: { visit: Visit; frame: string }) {
  const texts = componentsTexts[visit.language].cabinetNav;
  const may = (deed: Deed) => mayAnywhere(visit.person?.appointments ?? [], deed);
  const places: readonly (readonly [path: string, label: string, shown: boolean])[] = [
    ['/cabinet', texts.desk, true],
    ['/cabinet/new', texts.add, may('dataset.create') || may('dataset.edit')],
    ['/cabinet/board', texts.board, may('dataset.coordinate')],
    ['/cabinet/review', texts.review, may('dataset.approve')],
    ['/cabinet/internal', texts.internal, may('dataset.view-internal') && !may('dataset.edit')],
    ['/cabinet/messages', texts.messages, may('message.view')],
    ['/cabinet/notices', texts.notices, true],
    ['/cabinet/people', texts.people, may('appointment.manage')],
    ['/cabinet/city', texts.city, may('dataset.view-internal')],
    ['/cabinet/settings', texts.settings, may('settings.change')],
    ['/cabinet/history', texts.history, may('history.view')],
  ];
  return (
    <nav class="cabinet-nav" aria-label={texts.label}>
      <div class={frame}>
        <ul>
          {places
            .filter(([, , shown]) => shown)
            .map(([path, label]) => (
              <li key={path}>
                <a
                  href={href(visit, path)}
                  aria-current={path === '/cabinet' && visit.path !== path ? undefined : currentState(visit.path, path)}
                >
                  {label}
                  {path === '/cabinet/notices' && <UnreadCount visit={visit} />}
                </a>
              </li>
            ))}
        </ul>
      </div>
    </nav>
  );
}

function UnreadCount({ visit }: { visit: Visit }) {
  const { unread = 0 } = visit;
  if (unread === 0) return null;
  return (
    <span class="nav-count">
      {unread > 99 ? '99+' : unread}
      <span class="unseen"> {componentsTexts[visit.language].unread}</span>
    </span>
  );
}
