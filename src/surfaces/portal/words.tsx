import type { ComponentChildren } from 'preact';
import { foldText } from '../../language/folding.ts';
import { queryTokens } from '../../language/search-tokens.ts';
import { stemOf } from '../../language/stemming.ts';
import { markdownWords } from '../components/index.ts';

/** A first sentence is looked for in so many characters. */
const LOOKED_AT = 1500;

/** The first sentence of a description, cut at a word when it is longer than `most` characters; without the marks of Markdown. */
export function firstSentence(text: string, most = 200): string {
  const line = markdownWords(text.slice(0, LOOKED_AT)).trim().split(/\n/)[0] ?? '';
  const sentence = /^.{20,}?[.!?…](?=\s+[\p{Lu}«"(]|$)/u.exec(line)?.[0] ?? line;
  if (sentence.length <= most) return sentence;
  return `${sentence.slice(0, most).replace(/[\s,;:–—-]+\S*$/u, '')}…`;
}

/** Stems of a question's words, and of what else may have been meant by them: what is worth marking in the answers. */
export function queryStems(q: string): ReadonlySet<string> {
  return new Set(queryTokens(q).flatMap((token) => [token.stem, ...token.alternatives]));
}

/** The text with the found words in `<mark>`, whatever form they stand in. */
export function Marked({ text, stems }: { text: string; stems: ReadonlySet<string> }): ComponentChildren {
  if (stems.size === 0) return text;
  return text.split(/([\p{L}\p{N}’ʼ']+)/u).map((part, index) =>
    // odd places hold the words, even ones what stands between them
    index % 2 === 1 && stems.has(stemOf(foldText(part))) ? <mark>{part}</mark> : part,
  );
}

/** Text of several paragraphs as people wrote it: empty lines part them. */
export function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text
        .split(/\n\s*\n/)
        .filter((paragraph) => paragraph.trim())
        .map((paragraph) => (
          <p key={paragraph}>{paragraph.trim()}</p>
        ))}
    </>
  );
}
