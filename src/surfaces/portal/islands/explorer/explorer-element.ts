/** Words the page hands to its script. */
export interface ExplorerWords {
  readonly loading: string;
  readonly failed: string;
  readonly again: string;
  readonly only: string;
  readonly except: string;
  readonly copy: string;
  readonly copied: string;
  readonly close: string;
  readonly empty: string;
  readonly help: string;
  readonly keys: readonly (readonly [string, string])[];
}

/** The explorer as it stands in the page. */
export interface Explorer {
  readonly element: HTMLElement;
  /** Path of the part alone. */
  readonly part: string;
  /** Path of the page it stands on. */
  readonly page: string;
  readonly words: ExplorerWords | null;
}

/** The explorer of the page or of an answer, or null where there is none. */
export function explorerOf(root: ParentNode): Explorer | null {
  const element = root.querySelector<HTMLElement>('[data-explorer]');
  if (!element) return null;
  const { explorer = '', page = '', texts } = element.dataset;
  return { element, part: explorer, page, words: texts ? (JSON.parse(texts) as ExplorerWords) : null };
}
