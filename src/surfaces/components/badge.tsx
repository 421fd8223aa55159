import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icons.tsx';
import type { StateKind } from './notice.tsx';

/** A state in one or two words with its icon. */
export function Badge({ kind, icon, children }: { kind: StateKind; icon?: IconName; children: ComponentChildren }) {
  return (
    <span class={`badge tone-${kind}`}>
      <Icon name={icon ?? kind} />
      {children}
    </span>
  );
}
