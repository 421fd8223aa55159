/**
 * «Показати ще» of a long list, on a phone only: the style sheet hides what comes after the beginning until this is ticked. Stands
 * directly in the part of a page or in the explorer. Works without scripts; a browser that knows no `:has`
 * shows everything.
 */
export function PhoneMore({ label, columns }: { label: string; columns?: boolean }) {
  return (
    <label class={`phone-more ${columns ? 'phone-columns' : 'phone-lines'} button button-secondary no-print`}>
      <input class="unseen" type="checkbox" autocomplete="off" />
      {label}
    </label>
  );
}

/** Rows of a table, columns of a row and lines of a list that a phone starts with, as the style sheet counts them. */
export const PHONE_BEGINNING = { rows: 10, columns: 8, lines: 8 } as const;
