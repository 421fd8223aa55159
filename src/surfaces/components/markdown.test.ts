import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownHtml, markdownWords } from './markdown.tsx';

const ALLOWED =
  /^(?:<\/?(?:p|br|strong|em|s|ul|ol|li|code|pre|blockquote|h3|h4|hr|a)(?: (?:href|rel|start)="[^"<>]*")* ?\/?>|[^<])*$/;

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<iframe src="https://evil.example"></iframe>',
  '<style>body{display:none}</style>',
  '<a href="javascript:alert(1)" onclick=alert(1) style="position:fixed">a</a>',
  '[a](javascript:alert(1))',
  '[a](JaVaScRiPt&colon;alert(1))',
  '[a](data:text/html;base64,PHNjcmlwdD4=)',
  '[a](vbscript:msgbox)',
  '[a](<javascript:alert(1)>)',
  '[a](java\u0000script:alert(1))',
  '[a](\tjavascript:alert(1))',
  '[a](//evil.example "x" onclick="alert(1)")',
  '![a](https://evil.example/pixel.png)',
  '![a](x "\\" onerror=alert(1))',
  '[ref]: javascript:alert(1)\n[ref]',
  '<javascript:alert(1)>',
  '`<script>`\n\n    <script>alert(1)</script>\n```html\n</code></pre><script>alert(1)</script>\n```',
  '<!--><script>alert(1)</script>-->',
  '<form action="https://evil.example"><input name=p></form>',
  '<math><mtext></p><img src=x onerror=alert(1)></mtext></math>',
  '"><script>alert(1)</script>',
  '| a |\n|---|\n| <b onmouseover=alert(1)>b</b> |',
];

describe('Markdown of a person', () => {
  for (const text of HOSTILE) {
    it(`is harmless: ${JSON.stringify(text)}`, () => {
      const html = markdownHtml(text);
      expect(html).toMatch(ALLOWED);
      for (const [, address] of html.matchAll(/<a href="([^"]*)"/g))
        expect(address).toMatch(/^(https?:\/\/|mailto:|tel:|#|\/[^/\\])/);
    });
  }

  it('is harmless and quick whatever is written', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom(...HOSTILE, '[', '](', '<', '>', '"', '*', '_', '`', '\n', '> ', '- ', '&'),
            fc.string(),
          ),
        ),
        (parts) => ALLOWED.test(markdownHtml(parts.join(''))),
      ),
      { numRuns: 300 },
    );
    for (const one of ['[', '*a ', '> ', '- ', '`', '![](', '<a', '&#', '__x']) {
      expect(markdownHtml(one.repeat(20_000)).length).toBeLessThan(2_000_000);
    }
  });

  it('keeps what helps to read: paragraphs, lists, emphasis, links, headings below the page’s own', () => {
    const html = markdownHtml(
      '# Що тут\n\nПерший **важливий** рядок\nдругий\n\n- один\n- два\n\nhttps://example.org і lyst@example.org, [тут](/about)',
    );
    expect(html).toContain('<h3>Що тут</h3>');
    expect(html).toContain('<strong>важливий</strong> рядок<br />');
    expect(html).toContain('<li>два</li>');
    expect(html).toContain('<a href="https://example.org" rel="nofollow ugc noopener">https://example.org</a>');
    expect(html).toContain('href="mailto:lyst@example.org"');
    expect(html).toContain('href="/about"');
    expect(markdownHtml('звіт.doc')).not.toContain('<a');
  });

  it('gives its words alone where marks have no place', () => {
    expect(markdownWords('## Про набір\n**Зупинки** [громади](https://x.example) і _маршрути_\n- `kod`')).toBe(
      'Про набір\nЗупинки громади і маршрути\nkod',
    );
    expect(markdownWords('snake_case_name і 2 * 3 * 4')).toBe('snake_case_name і 2 * 3 * 4');
  });
});
