/**
 * Evidence: facts that happened and what they prove (duties, tasks of plans, lines of reports), each kept once, frozen as it was. Nobody types it: a
 * job reads the history of deeds by the table of kinds (fact-kinds.ts); a new line there is read back through the whole past by itself.
 * Later parts only ask: `listEvidence(ctx, { proves, from, to })`.
 * Tables: evidence_fact, _mark. Uses: accounts, history, documents (ADR 0032).
 */
export type { AddressesOf, Evidence, EvidenceFilter } from './evidence.ts';
export { FACT_KINDS, type FactKindCode } from './fact-kinds.ts';
export { gatherEvidence, gatherEvidenceJob } from './gather-evidence.ts';
export { evidenceCounts, listEvidence } from './list-evidence.ts';
export { PROOFS, type ProofCode } from './proofs.ts';
export { type StatementParams, statementRecipe } from './statement-recipe.ts';
