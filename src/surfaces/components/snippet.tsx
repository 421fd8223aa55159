import type { Language } from '../../kernel/text.ts';
import { componentsTexts } from '../../locales/components.ts';
import { Icon } from './icons.tsx';

/** Text to take away: code, or words (`words`). The copy button appears only where scripts run. */
export function Snippet(props: { code: string; label: string; words?: boolean; language?: Language }) {
  const { code, label, words, language = 'uk' } = props;
  const texts = componentsTexts[language].snippet;
  return (
    <div>
      <span class="snippet-label">{label}</span>
      <div class={words ? 'snippet snippet-words' : 'snippet'}>
        <pre>{words ? code : <code>{code}</code>}</pre>
        <button class="button" type="button" hidden data-copy={code} data-copied={texts.copied}>
          <Icon name="copy" />
          <span data-copy-word>{texts.copy}</span>
          <span class="unseen">: {label}</span>
        </button>
      </div>
    </div>
  );
}
