import MarkdownIt from 'markdown-it';

/** The guides a person of the cabinet may need; the others are for who has the repository. */
export const GUIDES = ['clerk', 'coordinator'] as const;
export type GuideName = (typeof GUIDES)[number];

const parser = new MarkdownIt({ html: false, linkify: false });

/** The address of a heading, as in the repository: links inside the guide stay true. */
export function headingId(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');
}

/** Where a link of a guide leads on the site: to its other guides and pictures; a document of the repository has no page here. */
function addressHere(link: string, prefix: string): string | null {
  if (link.startsWith('#') || /^https?:/.test(link)) return link;
  const picture = /^\.\.\/pictures\/([\w-]+\.webp)$/.exec(link)?.[1];
  if (picture) return `/guide/pictures/${picture}`;
  const [, name = '', , anchor = ''] = /^([a-z]+)(\.en)?\.md(#.*)?$/.exec(link) ?? [];
  return GUIDES.some((guide) => guide === name) ? `${prefix}/guide/${name}${anchor}` : null;
}

/**
 * A guide of ours as HTML: the heading of the page is left out (`title`), and so is the line of links under it.
 * @param prefix of the language in addresses, '' or '/en'
 */
export function guideHtml(markdown: string, prefix: string): { readonly title: string; readonly html: string } {
  const [, title = ''] = /^# (.+)$/m.exec(markdown) ?? [];
  const body = markdown.replace(/^# .+\n+\[[^\n]+\n/, '');
  const tokens = parser.parse(body, {});
  for (const [at, token] of tokens.entries()) {
    if (token.type === 'heading_open') token.attrSet('id', headingId(tokens[at + 1]?.content ?? ''));
    if (token.type === 'table_open') token.attrSet('class', 'guide-table');
    for (const child of token.children ?? []) {
      if (child.type === 'link_open')
        child.attrSet('href', addressHere(String(child.attrGet('href') ?? ''), prefix) ?? '#');
      if (child.type === 'image') {
        child.attrSet('src', addressHere(String(child.attrGet('src') ?? ''), prefix) ?? '');
        child.attrSet('loading', 'lazy');
        child.attrSet('width', '1280');
        child.attrSet('height', '900');
      }
    }
  }
  return { title, html: parser.renderer.render(tokens, parser.options, {}) };
}
