import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GUIDES, guideHtml, headingId } from './guide-html.ts';

const FOLDER = join(import.meta.dirname, '../../../docs/guides');
const files = readdirSync(FOLDER).filter((name) => GUIDES.some((guide) => name.startsWith(`${guide}.`)));

describe('the guides as pages', () => {
  it.each(files)('%s: a title, headings with addresses, links and pictures of this site only', (file) => {
    const { title, html } = guideHtml(readFileSync(join(FOLDER, file), 'utf8'), file.endsWith('.en.md') ? '/en' : '');
    expect(title).not.toBe('');
    expect(html).not.toContain('<h1');
    const ids = [...html.matchAll(/<h2 id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(5);
    const inside = [...html.matchAll(/href="#([^"]*)"/g)].map(([, id]) => decodeURI(id ?? ''));
    expect(inside.filter((id) => id !== '' && !ids.includes(id))).toEqual([]);
    const sources = [...html.matchAll(/src="([^"]*)"/g)].map(([, src]) => src);
    expect(sources.length).toBeGreaterThan(5);
    expect(sources.filter((src) => !/^\/guide\/pictures\/[\w-]+\.webp$/.test(src ?? ''))).toEqual([]);
    expect(html).not.toContain('.md"');
  });

  it('makes no HTML out of text', () => {
    expect(guideHtml('# A\n\n[b](x.md)\n\n<script>alert(1)</script>', '').html).not.toContain('<script');
    expect(headingId('Що робити, коли')).toBe('що-робити-коли');
  });
});
