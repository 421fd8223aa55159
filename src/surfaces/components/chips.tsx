import type { ComponentChildren } from 'preact';
import { Icon } from './icons.tsx';

export interface Chip {
  readonly label: ComponentChildren;
  readonly href?: string;
  readonly current?: boolean;
  readonly count?: string | number;
  /** The link takes this choice away; says so to screen readers. */
  readonly removeLabel?: string;
}

/** Short choices in a line. */
export function Chips({ items, label }: { items: readonly Chip[]; label?: string }) {
  return (
    <ul class="chips" aria-label={label}>
      {items.map((item, index) => {
        const content = (
          <>
            {item.removeLabel && <span class="unseen">{item.removeLabel} </span>}
            <span>{item.label}</span>
            {item.count !== undefined && <span class="count figures">{item.count}</span>}
            {item.removeLabel && <Icon name="close" />}
          </>
        );
        return (
          <li key={index}>
            {item.href ? (
              <a class="chip" href={item.href} aria-current={item.current ? 'true' : undefined}>
                {content}
              </a>
            ) : (
              <span class="chip" aria-current={item.current ? 'true' : undefined}>
                {content}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
