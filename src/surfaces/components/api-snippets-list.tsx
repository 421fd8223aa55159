import type { Language } from '../../kernel/text.ts';
import { rowsApiTexts } from '../../locales/rows-api.ts';
import { type ApiSnippet, apiSnippets, type SnippetQuestion } from './api-snippets.ts';
import { Snippet } from './snippet.tsx';

/** The same question in several languages, one open at a time; each can be copied. */
export function ApiSnippets({ question, language }: { question: SnippetQuestion; language: Language }) {
  const texts = rowsApiTexts[language].snippets;
  return (
    <div class="api-snippets">
      {apiSnippets(question).map((snippet, index) => (
        <details key={snippet.id} name="api-snippets" open={index === 0}>
          <summary>{snippet.label}</summary>
          <p class="small soft">{texts[snippet.id]}</p>
          <Snippet label={texts.code(snippet.label)} code={noted(snippet, texts.next)} language={language} />
        </details>
      ))}
    </div>
  );
}

/** A word of what the address of the next page is for, in the reader's language. */
function noted({ code }: ApiSnippet, next: string): string {
  return code.replace(/^((?:\/\/|#) page.*next.*)$/m, `$1: ${next}`);
}
