import type { ComponentChildren } from 'preact';

export type KeyValue = readonly [label: string, content: ComponentChildren];

/** Facts as a list of names and contents, with rules between. */
export function KeyValues({ items }: { items: readonly KeyValue[] }) {
  return (
    <dl class="key-values">
      {items.map(([label, content]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{content}</dd>
        </div>
      ))}
    </dl>
  );
}
