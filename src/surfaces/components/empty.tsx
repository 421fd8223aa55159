import type { ComponentChildren } from 'preact';
import { Mark } from './icons.tsx';

/** Where nothing is yet: what will be here, and what to do. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <Mark />
      <h2>{title}</h2>
      {children}
    </div>
  );
}
