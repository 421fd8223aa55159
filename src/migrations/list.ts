import type { Kysely } from 'kysely';
import { up as makeOutbox } from './0001-platform-outbox.ts';
import { up as makeHistory } from './0002-history-entries.ts';
import { up as makeAccounts } from './0003-accounts-people-and-units.ts';
import { up as makeDatasets } from './0004-catalog-datasets.ts';
import { up as makeTables } from './0005-tables-manifests.ts';
import { up as makeReadings } from './0006-ingest-readings.ts';
import { up as makeVersions } from './0007-publishing-versions.ts';
import { up as makeSearch } from './0008-catalog-search.ts';
import { up as makeMessages } from './0009-community-messages.ts';
import { up as makeDownloadSettings } from './0010-tables-download-settings.ts';
import { up as makeRequests } from './0011-publishing-requests.ts';
import { up as makeFacetHashes } from './0012-catalog-facet-hashes.ts';
import { up as makeAppointments } from './0013-accounts-appointments.ts';
import { up as makeAbsence } from './0014-accounts-absence-and-reorganisation.ts';
import { up as makeNotices } from './0015-notices-what-people-are-told.ts';
import { up as makeHistoryChain } from './0016-history-chain.ts';
import { up as makeTasks } from './0017-community-tasks.ts';
import { up as makeFactors } from './0018-accounts-second-factor.ts';
import { up as tiePassports } from './0019-catalog-passports.ts';
import { up as makeCodeLists } from './0020-catalog-code-lists.ts';
import { up as makeDatasetLife } from './0021-catalog-dataset-life.ts';
import { up as makeReview } from './0022-review-submissions.ts';
import { up as makeVersionNotes } from './0023-publishing-version-notes.ts';
import { up as makeTokens } from './0024-accounts-tokens.ts';
import { up as makeRows } from './0025-publishing-rows.ts';
import { up as makeSources } from './0026-sources-schedules.ts';
import { up as makeDeeds } from './0027-coordination-deeds.ts';
import { up as makeComparisons } from './0028-tables-comparisons.ts';
import { up as makeMailServer } from './0029-platform-mail-server.ts';
import { up as makeLinks } from './0030-links-one-time.ts';
import { up as addWishes } from './0032-links-terms-and-wishes.ts';
import { up as makeOrders } from './0033-orders-norms-and-orders.ts';
import { up as makePolicy } from './0034-orders-policy.ts';
import { up as makeDocuments } from './0035-documents-templates-and-papers.ts';
import { up as makeEvidence } from './0036-evidence-facts.ts';
import { up as makeLists } from './0037-mandates-lists.ts';
import { up as keepPreviousEdition } from './0038-mandates-previous-edition.ts';
import { up as makePeople } from './0039-people-training-and-group.ts';
import { up as makePeopleLetters } from './0040-people-letters.ts';
import { up as makeRegistry } from './0041-registry-entries.ts';
import { up as makeRegistryDeeds } from './0042-registry-deeds.ts';
import { up as makeOrigins } from './0043-catalog-origin.ts';
import { up as makeExchange } from './0044-exchange-imports.ts';
import { up as keepHeadings } from './0046-catalog-headings.ts';
import { up as keepCardTitle } from './0047-catalog-card-title.ts';
import { up as makeListVersions } from './0048-catalog-code-list-versions.ts';
import { up as makeDictionary } from './0049-dictionary-fields-and-cards.ts';
import { up as keepRowNumbers } from './0050-ingest-row-numbers.ts';
import { up as mendRest } from './0051-ingest-rest-of-repairs.ts';
import { up as keepFacts } from './0052-ingest-file-facts.ts';
import { up as makeStandards } from './0053-catalog-standards.ts';
import { up as makeParts } from './0055-ingest-parts.ts';
import { up as allowShapes } from './0056-catalog-geometry.ts';
import { up as keepKinds } from './0058-catalog-field-kind.ts';
import { up as makeDecisions } from './0059-privacy-decisions.ts';
import { up as makeSecurityDecisions } from './0061-privacy-security.ts';
import { up as keepOriginalTerms } from './0062-publishing-originals.ts';
import { up as keepShownLists } from './0063-catalog-shown-lists.ts';
import { up as makePurges } from './0064-publishing-purges.ts';
import { up as makeExposure } from './0065-exposure-what-is-public.ts';
import { up as makeReports } from './0066-privacy-reports.ts';
import { up as askAboutDecisions } from './0067-links-personal-data.ts';
import { up as makeWithdrawals } from './0068-privacy-withdrawals.ts';
import { up as hideColumns } from './0070-publishing-hidden-columns.ts';
import { up as makeStatements } from './0071-privacy-statements.ts';
import { up as hideColumnsOfTables } from './0071-tables-hidden-columns.ts';
import { up as reviewSecurity } from './0072-privacy-security-reviews.ts';
import { up as keepRiskChoices } from './0074-privacy-risk-columns.ts';
import { up as undoWithdrawals } from './0075-privacy-withdrawals-undone.ts';

/** One step of the database, forward only, carried out in one transaction. */
export interface Migration {
  /** `0001-<capability>-<deed>`: the order, and what is remembered as done. */
  readonly name: string;
  up(db: Kysely<Record<never, never>>): Promise<void>;
}

/** All steps in order. Each capability's file exports its `up`; a step that has been released is never edited. */
export const MIGRATIONS: readonly Migration[] = [
  { name: '0001-platform-outbox', up: makeOutbox },
  { name: '0002-history-entries', up: makeHistory },
  { name: '0003-accounts-people-and-units', up: makeAccounts },
  { name: '0004-catalog-datasets', up: makeDatasets },
  { name: '0005-tables-manifests', up: makeTables },
  { name: '0006-ingest-readings', up: makeReadings },
  { name: '0007-publishing-versions', up: makeVersions },
  { name: '0008-catalog-search', up: makeSearch },
  { name: '0009-community-messages', up: makeMessages },
  { name: '0010-tables-download-settings', up: makeDownloadSettings },
  { name: '0011-publishing-requests', up: makeRequests },
  { name: '0012-catalog-facet-hashes', up: makeFacetHashes },
  { name: '0013-accounts-appointments', up: makeAppointments },
  { name: '0014-accounts-absence-and-reorganisation', up: makeAbsence },
  { name: '0015-notices-what-people-are-told', up: makeNotices },
  { name: '0016-history-chain', up: makeHistoryChain },
  { name: '0017-community-tasks', up: makeTasks },
  { name: '0018-accounts-second-factor', up: makeFactors },
  { name: '0019-catalog-passports', up: tiePassports },
  { name: '0020-catalog-code-lists', up: makeCodeLists },
  { name: '0021-catalog-dataset-life', up: makeDatasetLife },
  { name: '0022-review-submissions', up: makeReview },
  { name: '0023-publishing-version-notes', up: makeVersionNotes },
  { name: '0024-accounts-tokens', up: makeTokens },
  { name: '0025-publishing-rows', up: makeRows },
  { name: '0026-sources-schedules', up: makeSources },
  { name: '0027-coordination-deeds', up: makeDeeds },
  { name: '0028-tables-comparisons', up: makeComparisons },
  { name: '0029-platform-mail-server', up: makeMailServer },
  { name: '0030-links-one-time', up: makeLinks },
  { name: '0032-links-terms-and-wishes', up: addWishes },
  { name: '0033-orders-norms-and-orders', up: makeOrders },
  { name: '0034-orders-policy', up: makePolicy },
  { name: '0035-documents-templates-and-papers', up: makeDocuments },
  { name: '0036-evidence-facts', up: makeEvidence },
  { name: '0037-mandates-lists', up: makeLists },
  { name: '0038-mandates-previous-edition', up: keepPreviousEdition },
  { name: '0039-people-training-and-group', up: makePeople },
  { name: '0040-people-letters', up: makePeopleLetters },
  { name: '0041-registry-entries', up: makeRegistry },
  { name: '0042-registry-deeds', up: makeRegistryDeeds },
  { name: '0043-catalog-origin', up: makeOrigins },
  { name: '0044-exchange-imports', up: makeExchange },
  { name: '0046-catalog-headings', up: keepHeadings },
  { name: '0047-catalog-card-title', up: keepCardTitle },
  { name: '0055-ingest-parts', up: makeParts },
  { name: '0048-catalog-code-list-versions', up: makeListVersions },
  { name: '0049-dictionary-fields-and-cards', up: makeDictionary },
  { name: '0050-ingest-row-numbers', up: keepRowNumbers },
  { name: '0056-catalog-geometry', up: allowShapes },
  { name: '0051-ingest-rest-of-repairs', up: mendRest },
  { name: '0052-ingest-file-facts', up: keepFacts },
  { name: '0053-catalog-standards', up: makeStandards },
  { name: '0058-catalog-field-kind', up: keepKinds },
  { name: '0064-publishing-purges', up: makePurges },
  { name: '0059-privacy-decisions', up: makeDecisions },
  { name: '0062-publishing-originals', up: keepOriginalTerms },
  { name: '0065-exposure-what-is-public', up: makeExposure },
  { name: '0070-publishing-hidden-columns', up: hideColumns },
  { name: '0071-tables-hidden-columns', up: hideColumnsOfTables },
  { name: '0061-privacy-security', up: makeSecurityDecisions },
  { name: '0066-privacy-reports', up: makeReports },
  { name: '0067-links-personal-data', up: askAboutDecisions },
  { name: '0068-privacy-withdrawals', up: makeWithdrawals },
  { name: '0063-catalog-shown-lists', up: keepShownLists },
  { name: '0071-privacy-statements', up: makeStatements },
  { name: '0074-privacy-risk-columns', up: keepRiskChoices },
  { name: '0075-privacy-withdrawals-undone', up: undoWithdrawals },
  { name: '0072-privacy-security-reviews', up: reviewSecurity },
];
