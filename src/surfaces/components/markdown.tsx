import MarkdownIt from 'markdown-it';
import sanitize from 'sanitize-html';

/** Descriptions are short; what is longer is cut before it is parsed. Characters. */
const LONGEST = 20_000;
const DEEPEST = 12;

const parser = new MarkdownIt({ html: false, linkify: true, breaks: true, maxNesting: DEEPEST }).disable([
  'image',
  'table',
  'html_block',
  'html_inline',
]);
// a word with a dot in it («файл.doc») is no address
parser.linkify.set({ fuzzyLink: false, fuzzyIP: false, fuzzyEmail: true });

/** Complete addresses, and places of this site; nothing that a browser could read as another scheme. */
const ADDRESS = /^(?:https?:\/\/|mailto:|tel:|#|\/(?![/\\]))/i;

const RULES: sanitize.IOptions = {
  allowedTags: ['p', 'br', 'strong', 'em', 's', 'ul', 'ol', 'li', 'a', 'code', 'pre', 'blockquote', 'h3', 'h4', 'hr'],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  nestingLimit: DEEPEST * 2,
  transformTags: {
    // the page has its own h1 and h2
    h1: 'h3',
    h2: 'h3',
    h5: 'h4',
    h6: 'h4',
    a: (tagName, { href = '' }) => {
      const attribs: Record<string, string> = ADDRESS.test(href) ? { href, rel: 'nofollow ugc noopener' } : {};
      return { tagName, attribs };
    },
  },
};

/** Markdown of a person as HTML that can neither run, nor load, nor look like a part of the page: the parser makes no HTML of theirs, the second pass lets through a short list. */
export function markdownHtml(text: string): string {
  return sanitize(parser.render(text.slice(0, LONGEST)), RULES);
}

/** What a person wrote with Markdown, sanitised. `lang` of the text where it is not the page's. */
export function Markdown({ text, lang }: { text: string; lang?: string }) {
  return <div class="prose markdown" lang={lang} dangerouslySetInnerHTML={{ __html: markdownHtml(text) }} />;
}

/** The words without the marks of Markdown, for places that take plain text only. */
export function markdownWords(text: string): string {
  return text
    .slice(0, LONGEST)
    .replaceAll(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replaceAll(/^[ \t]*(?:#{1,6}|>|[-*+]|\d{1,3}[.)])[ \t]+/gm, '')
    .replaceAll(/(\*\*|__|~~|`+)(?=\S)([^\n]*?\S)\1/g, '$2')
    .replaceAll(/(?<![\p{L}\p{N}*_])([*_])(?=\S)([^*_\n]*?\S)\1(?![\p{L}\p{N}*_])/gu, '$2');
}
