import type { CitedKind } from '../../../language/citations/index.ts';
import type { Norm, NormArticle } from './norm.ts';
import facts from './norm-facts.json' with { type: 'json' };

interface NormFact {
  readonly code: string;
  readonly kind: string;
  readonly issuer: string;
  readonly title: string;
  readonly date: string | null;
  readonly number: string;
  readonly address: string;
  readonly articles: readonly NormArticle[];
  readonly replacedBy?: string;
}

const LIST: readonly NormFact[] = facts.norms;

/** Norms every community stands on, in the order they are shown; dates and numbers are those of the acts' own cards. */
export const KNOWN_NORMS: readonly Norm[] = LIST.map((fact) => ({
  ...fact,
  // the file is ours; a test holds its kinds to the list
  kind: fact.kind as CitedKind,
  edition: '',
  local: false,
  public: fact.replacedBy === undefined,
  replacedBy: fact.replacedBy ?? null,
}));
