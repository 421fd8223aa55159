import type { ComponentChildren } from 'preact';

/** Names of the drawn icons; each is decoration beside a word, so it is hidden from screen readers. */
export type IconName = keyof typeof SHAPES;

const SHAPES = {
  good: (
    <>
      <circle cx="12" cy="12" r="9.2" />
      <path d="m7.8 12.4 2.9 2.9 5.6-6.2" />
    </>
  ),
  attention: (
    <>
      <path d="M12 3.4 21.6 20H2.4Z" />
      <path d="M12 9.6v4.6M12 17v.2" />
    </>
  ),
  error: (
    <>
      <path d="M8.2 2.8h7.6l5.4 5.4v7.6l-5.4 5.4H8.2l-5.4-5.4V8.2Z" />
      <path d="M12 7.6v5.2M12 16.2v.2" />
    </>
  ),
  info: (
    <>
      <circle cx="12" cy="12" r="9.2" />
      <path d="M12 11.2v5.2M12 7.6v.2" />
    </>
  ),
  search: (
    <>
      <circle cx="10.5" cy="10.5" r="6.8" />
      <path d="m15.6 15.6 5.4 5.4" />
    </>
  ),
  download: <path d="M12 3.5v12M6.8 10.6l5.2 5.2 5.2-5.2M4 20.5h16" />,
  upload: <path d="M12 16V4M6.8 9.2 12 4l5.2 5.2M4 20.5h16" />,
  copy: (
    <>
      <path d="M8.5 8.5h11v11h-11z" />
      <path d="M15.5 8.5v-4h-11v11h4" />
    </>
  ),
  next: <path d="m9 5 7 7-7 7" />,
  back: <path d="m15 5-7 7 7 7" />,
  up: <path d="M12 19V5M6.5 10.5 12 5l5.5 5.5" />,
  down: <path d="M12 5v14M6.5 13.5 12 19l5.5-5.5" />,
  close: <path d="m6 6 12 12M18 6 6 18" />,
  plus: <path d="M12 5v14M5 12h14" />,
  filter: <path d="M3.5 6h17M7 12h10M10.5 18h3" />,
  edit: <path d="m4 20 1-4.6L15.6 4.8l3.6 3.6L8.6 19ZM13.4 7l3.6 3.6" />,
  outside: <path d="M13.5 4H20v6.5M20 4l-9 9M17 14v6H4V7h6" />,
  file: <path d="M6 3h8.5L19 7.5V21H6ZM14 3v5h5" />,
  table: <path d="M3.5 4.5h17v15h-17zM3.5 9.5h17M3.5 14.5h17M10 9.5v10" />,
  link: (
    <path d="M10 14a4.2 4.2 0 0 0 6 0l3.2-3.2a4.2 4.2 0 0 0-6-6L11.8 6.2M14 10a4.2 4.2 0 0 0-6 0l-3.2 3.2a4.2 4.2 0 0 0 6 6l1.4-1.4" />
  ),
  place: (
    <>
      <path d="M12 21.5S5 15 5 9.8a7 7 0 0 1 14 0C19 15 12 21.5 12 21.5Z" />
      <circle cx="12" cy="9.8" r="2.5" />
    </>
  ),
  archive: <path d="M3.5 4h17v5h-17zM5 9v11.5h14V9M10 13h4" />,
  clock: (
    <>
      <circle cx="12" cy="12" r="9.2" />
      <path d="M12 6.8V12l3.6 2.4" />
    </>
  ),
  person: (
    <>
      <circle cx="12" cy="8" r="4" />
      <path d="M4 21c.600-4.6 3.8-7 8-7s7.4 2.4 8 7" />
    </>
  ),
  feed: (
    <>
      <path d="M5 11.5a7.5 7.5 0 0 1 7.5 7.5M5 5a14 14 0 0 1 14 14" />
      <circle cx="6" cy="18" r="1.4" />
    </>
  ),
  pause: (
    <>
      <circle cx="12" cy="12" r="9.2" />
      <path d="M9.8 8.5v7M14.2 8.5v7" />
    </>
  ),
} satisfies Record<string, ComponentChildren>;

/** A 24 × 24 line icon in the colour of the text around it. */
export function Icon({ name, turn }: { name: IconName; turn?: boolean }) {
  return (
    <svg
      class={turn ? 'icon icon-turn' : 'icon'}
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.9"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {SHAPES[name]}
    </svg>
  );
}

/** The sign of the portal: a table with one cell standing open. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <path d={MARK_PATH} fill="currentColor" />
    </svg>
  );
}

/** Outline of the sign, also used for the favicon: three closed cells and the fourth opening outwards. */
export const MARK_PATH = 'M2 2h13v13H2ZM2 17h13v13H2ZM17 17h13v13H17ZM17 15V2h13v13h-4.2V9.2l-5.8 5.8Z';
