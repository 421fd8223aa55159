import type { Text } from '../../kernel/text.ts';
import facts from './facts/information-request.json';

/** What the Law says of a request for information: terms and contents, each with its norm. */
export interface InformationRequestFacts {
  /** The text of the Law. */
  readonly url: string;
  readonly terms: readonly { readonly norm: Text; readonly text: Text }[];
  readonly holdsNorm: Text;
  readonly holds: readonly Text[];
  readonly free: Text;
}

/**
 * A request for information is a formal deed under the Law, with its own terms and its own channel. This system takes none: nothing here
 * stores, numbers or answers one.
 */
export const INFORMATION_REQUEST: InformationRequestFacts = facts;
