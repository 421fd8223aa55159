import type { ComponentChildren } from 'preact';

/** What scrolls must be reachable by keyboard (WCAG 2.1.1): the one place where something that is no control takes the focus. */
const REACHABLE = { tabIndex: 0 };

/** A part that is wider than a narrow screen and scrolls within itself; its name is read aloud. */
export function ScrollRegion(props: { label: string; children: ComponentChildren; look?: string }) {
  const { label, children, look } = props;
  return (
    <section class={look ? `table-scroll ${look}` : 'table-scroll'} aria-label={label} {...REACHABLE}>
      {children}
    </section>
  );
}
