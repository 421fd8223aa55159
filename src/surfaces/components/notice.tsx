import type { ComponentChildren } from 'preact';
import type { Language } from '../../kernel/text.ts';
import { componentsTexts } from '../../locales/components.ts';
import { Icon } from './icons.tsx';

/** Гаразд, увага, помилка, відомо: each has its own colour, icon and word. */
export type StateKind = 'good' | 'attention' | 'error' | 'info';

/** Something to know before going on. Without a title the state's own word is said to screen readers. */
export function Notice(props: {
  kind: StateKind;
  title?: ComponentChildren;
  children?: ComponentChildren;
  language?: Language;
  /** Announce it politely when it appears after a deed. */
  live?: boolean;
}) {
  const { kind, title, children, language = 'uk', live } = props;
  return (
    <div class={`notice tone-${kind}`} role={live ? 'status' : undefined}>
      <Icon name={kind} />
      <div class="notice-body">
        {title ? (
          <p class="notice-title">{title}</p>
        ) : (
          <span class="unseen">{componentsTexts[language].states[kind]}: </span>
        )}
        {children && <div>{children}</div>}
      </div>
    </div>
  );
}
