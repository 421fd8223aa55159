import { xmlText } from '../../../kernel/xml.ts';

/** A page for search engines; `path` without the language. */
export interface SitemapPage {
  readonly path: string;
  readonly changedAt?: Date;
}

/** Pages with both languages of each (sitemaps.org; at most 50,000 addresses a file, of which two languages take double). */
export function sitemap(pages: readonly SitemapPage[], origin: string): string {
  const entries = pages.map(({ path, changedAt }) => {
    const uk = xmlText(`${origin}${path}`);
    const en = xmlText(`${origin}/en${path === '/' ? '' : path}`);
    const modified = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : '';
    return `<url><loc>${uk}</loc>${modified}<xhtml:link rel="alternate" hreflang="uk" href="${uk}"/><xhtml:link rel="alternate" hreflang="en" href="${en}"/></url>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join('\n')}
</urlset>
`;
}

/** A list of sitemaps, for portals with more datasets than one file takes. */
export function sitemapIndex(paths: readonly string[], origin: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${paths.map((path) => `<sitemap><loc>${xmlText(origin + path)}</loc></sitemap>`).join('\n')}
</sitemapindex>
`;
}
