import type { ComponentChildren } from 'preact';
import { Document, SiteFooter, SiteHeader } from './frame.tsx';
import { SearchBox } from './search-box.tsx';
import type { Visit } from './visit.ts';

/**
 * A public page. The h1 belongs to `children`.
 * `hero` stands above the main column from edge to edge; `head` adds to `<head>`; `search` is the line under the header (on by default).
 */
export function Page(props: {
  visit: Visit;
  title: string;
  children: ComponentChildren;
  description?: string;
  islands?: readonly string[];
  wide?: boolean;
  head?: ComponentChildren;
  hero?: ComponentChildren;
  search?: boolean;
}) {
  const { visit, title, children, description, islands = [], wide, head, hero } = props;
  const { search = visit.profile !== null } = props;
  const frame = wide ? 'frame frame-wide' : 'frame';
  return (
    <Document visit={visit} title={title} description={description} islands={['suggest', ...islands]} head={head}>
      <SiteHeader visit={visit} wide={wide} />
      {search && (
        <div class="site-search">
          <div class={frame}>
            <SearchBox visit={visit} />
          </div>
        </div>
      )}
      <main id="content" tabIndex={-1} class={hero ? 'site-main-hero' : 'site-main'}>
        {hero}
        {hero ? <div class={`site-main ${frame}`}>{children}</div> : <div class={frame}>{children}</div>}
      </main>
      <SiteFooter visit={visit} />
    </Document>
  );
}
