import type { ComponentChildren } from 'preact';
import { exchangeTexts } from '../../../locales/exchange.ts';
import { Breadcrumbs, CabinetPage, href, type Visit } from '../../components/index.ts';

export const BASE = '/cabinet/city/exchange';

/** The frame of these pages: where one is, and what the page is about. */
export function Frame(props: {
  visit: Visit;
  title: string;
  lead?: string;
  /** Below the list of imports: an import, its differences. */
  trail?: readonly { readonly label: string; readonly path?: string }[];
  /** Seconds until the page is asked for again. */
  reload?: number;
  children: ComponentChildren;
}) {
  const { visit, title, lead, trail = [], reload, children } = props;
  const texts = exchangeTexts[visit.language];
  const items = [
    { label: texts.crumbs.city, href: href(visit, '/cabinet/city') },
    trail.length === 0 ? { label: texts.title } : { label: texts.title, href: href(visit, BASE) },
    ...trail.map(({ label, path }) => (path === undefined ? { label } : { label, href: href(visit, path) })),
  ];
  return (
    <CabinetPage
      visit={visit}
      title={title}
      head={reload === undefined ? undefined : <meta http-equiv="refresh" content={String(reload)} />}
    >
      <div class="stack-l">
        <Breadcrumbs language={visit.language} items={items} />
        <header class="stack">
          <h1>{title}</h1>
          {lead && <p class="lead">{lead}</p>}
        </header>
        {children}
      </div>
    </CabinetPage>
  );
}
