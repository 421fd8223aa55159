import { describe, expect, it } from 'vitest';
import { sitemap, sitemapIndex } from './sitemap.ts';

describe('sitemaps', () => {
  it('name both languages of a page and the day of its change, escaped', () => {
    const text = sitemap(
      [{ path: '/' }, { path: '/datasets/a&b', changedAt: new Date('2026-11-20T08:00:00Z') }],
      'https://x.example',
    );
    expect(text).toContain(
      '<loc>https://x.example/</loc><xhtml:link rel="alternate" hreflang="uk" href="https://x.example/"/>',
    );
    expect(text).toContain('hreflang="en" href="https://x.example/en"/>');
    expect(text).toContain('<loc>https://x.example/datasets/a&amp;b</loc><lastmod>2026-11-20T08:00:00.000Z</lastmod>');
  });

  it('are listed in an index where one file is not enough', () => {
    const text = sitemapIndex(['/sitemap-pages.xml', '/sitemap-1.xml'], 'https://x.example');
    expect(text.match(/<sitemap><loc>https:\/\/x\.example\/sitemap-(pages|1)\.xml<\/loc><\/sitemap>/g)).toHaveLength(2);
  });
});
