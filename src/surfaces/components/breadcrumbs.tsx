import type { ComponentChildren } from 'preact';
import type { Language } from '../../kernel/text.ts';
import { componentsTexts } from '../../locales/components.ts';

export interface Breadcrumb {
  readonly label: ComponentChildren;
  /** Absent for the page one is on. */
  readonly href?: string;
}

/** The way from the home page to here. Hrefs are complete (`href(visit, …)` already applied). */
export function Breadcrumbs({ items, language = 'uk' }: { items: readonly Breadcrumb[]; language?: Language }) {
  return (
    <nav class="breadcrumbs" aria-label={componentsTexts[language].breadcrumbs}>
      <ol>
        {items.map((item) => (
          <li key={item.href ?? 'here'}>
            {item.href ? <a href={item.href}>{item.label}</a> : <span aria-current="page">{item.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
