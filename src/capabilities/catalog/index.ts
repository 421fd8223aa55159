/**
 * Catalog: datasets with their passports, resources and structures, what items of required lists say to a passport, and the public cards with search.
 *
 * The working copy (`Dataset`) is what a clerk edits; a `Card` is all the public may see, written by publishing alone.
 * Tables: catalog_dataset, _resource, _field, _number, _slug (working copies); catalog_card, _resource_card, _combination, _entry, _head,
 * _keyword, _stem, _promise (public); catalog_origin (where a dataset was carried over from); catalog_reader (units that read an internal
 * dataset); _use, _popular (use by day); _everyday, _missed (words of the search).
 * Uses: accounts (permission), history (every write).
 */

export { applySheet, type UndoneSheet, undoSheet } from './apply-sheet.ts';
export { BOARD_TERMS, type BoardCounts, type BoardFilter, type BoardRow, type BoardTerm, SOON_DAYS } from './board.ts';
export type { BoundColumn, ComposedKey, KeyColumn } from './bound-column-store.ts';
export { codeListsHolding, columnsBound, composedKeys, countBound, keyColumns, tableTitles } from './bound-columns.ts';
export { type BriefDataset, briefDatasets, passportsOf } from './brief-datasets.ts';
export type { Card, CardResource, HiddenColumn } from './card.ts';
export { type CardAddress, cardAddresses } from './card-addresses.ts';
export {
  CARD_ORDERS,
  type CardFacets,
  type CardOrder,
  type CardSearch,
  type FacetValue,
  type FoundCards,
  FRESHNESS_CHOICES,
  type FreshnessChoice,
} from './card-search.ts';
export { changeDatasetState, deleteDataset, type StepOptions } from './change-dataset-state.ts';
export {
  addCityWords,
  type CityWords,
  type CityWordsInput,
  changeCityWords,
  listCityWords,
  removeCityWords,
} from './change-everyday-words.ts';
export { changeNationalId, changePassport } from './change-passport.ts';
export { addResource, changeResource, type ResourceChange, removeResource } from './change-resources.ts';
export { changeStructure } from './change-structure.ts';
export { changeCodeList, createCodeList, gateCodeList, showCodeList } from './code-lists/change-code-list.ts';
export { type Code, type CodeList, type CodeListVersion, SERVED, type Served } from './code-lists/code-list.ts';
export {
  type CodesDifference,
  codeListAsCsv,
  codeListAsPackage,
  codeListResource,
  codesOfText,
} from './code-lists/code-list-rules.ts';
export type { CodeListHead, CodeListLine } from './code-lists/code-list-store.ts';
export {
  acceptProposal,
  type CodesProposal,
  codesOfFile,
  dropProposal,
  loadProposal,
  proposeCodes,
} from './code-lists/propose-codes.ts';
export {
  codeListHeadsOfFields,
  codeListsOfFields,
  codeListsOfUnit,
  codeListVersions,
  codePage,
  findShownCodeList,
  findShownVersion,
  listCodeLists,
  loadCodeList,
  loadCodeListVersion,
  shownCodePage,
  shownListsOfFields,
  shownVersions,
} from './code-lists/read-code-lists.ts';
export { loadServing, offeredLists, type StartingList, takeStartingLists } from './code-lists/starting-lists.ts';
export { createDataset, type NewDataset, type NewResource } from './create-dataset.ts';
export { DATASET_STATES, type Dataset, type DatasetState, type Resource, type ResourceKind } from './dataset.ts';
export { isUnpublished, LIFE, type LifeStep, stepOf } from './dataset-life-rules.ts';
export { type DatasetTitle, datasetTitles } from './dataset-titles.ts';
export { type EntryFacts, entryFacts } from './entries/entry-facts.ts';
export { codeListNames, type SharedKey, sharedKeys } from './entries/shared-keys.ts';
export { expectedValues } from './expected-values.ts';
export { exportPassports } from './export-passports.ts';
export { FIRST_EDITION, firstEditionItem } from './first-edition.ts';
export { followPersonJob } from './follow-person-job.ts';
export { freshnessOf, updateDueOn } from './freshness-rules.ts';
export { indexCardsJob } from './index-cards-job.ts';
export {
  changeReaders,
  type InternalDataset,
  internalDatasetIds,
  listInternal,
  loadInternal,
  makeInternal,
} from './internal-dataset.ts';
export { suggestKeywords } from './keywords.ts';
export { type LateCards, lateCards } from './late-cards.ts';
export { type ListedDataset, listedDatasets, tablesOf } from './listed-datasets.ts';
export { lookOverDatasets, waitingDatasets } from './look-over-datasets.ts';
export { type MergedPassport, mergePassport, type PassportConflict } from './merge-passport.ts';
export { forgetMissed, listMissed, recordMissed } from './missed-questions.ts';
export type { MissedQuestion } from './missed-store.ts';
export { moveDataset } from './move-dataset.ts';
export type { ChangeOptions } from './open-dataset.ts';
export { NATIONAL_PORTAL, type Origin } from './origin.ts';
export { keepOrigin, originsOf, originsThere } from './origins.ts';
export {
  COMPRESSIONS,
  type Contact,
  DATA_LANGUAGES,
  EU_THEME_CODES,
  FREQUENCIES,
  type Frequency,
  PASSPORT_LIMITS,
  Passport,
  RESTRICTIONS,
  type Restriction,
} from './passport.ts';
export { PASSPORT_CHECKS } from './passport-checks.ts';
export { fieldMark } from './passport-merge-rules.ts';
export { compressionOf, euThemesOf, fullDescription, withheldInWords } from './passport-more-rules.ts';
export {
  applyRequiredItem,
  emptyPassport,
  groundInWords,
  groundOfItem,
  isInLatin,
  passportFaults,
  purposeOf,
} from './passport-rules.ts';
export type { PassportSheet, SheetRow } from './passport-sheet.ts';
export { listTemplates, OWN_ELEMENTS, removeTemplate, saveTemplate } from './passport-templates.ts';
export { EU_THEMES, LANGUAGES, RESTRICTION_NAMES } from './passport-words.ts';
export { dropPromise, keepPromise, planDataset, promiseDataset, startPlanned } from './plan-dataset.ts';
export type { DatasetPromise, NewPlan } from './promise.ts';
export { type PromiseStanding, standingOf } from './promise-rules.ts';
export {
  type CatalogNumbers,
  catalogNumbers,
  findCard,
  findCardOfResource,
  loadCard,
  newestCards,
} from './read-cards.ts';
export { type DatasetFilter, findResource, listDatasets, loadDataset } from './read-datasets.ts';
export { findPromise, keptPromises, openPromises, promiseOfDataset } from './read-promises.ts';
export { loadSheet, receiveSheet, type SheetCells, type SheetKnown } from './receive-sheet.ts';
export { recordUse, useOf } from './record-use.ts';
export { type ReferredTable, referredTables } from './referred-tables.ts';
export { refreshCard } from './refresh-card.ts';
export { publicAddresses, publicTitles, relatedCards } from './related-cards.ts';
export { ITEM_AUDIENCES, type RequiredItem, type RequiredSection } from './required-item.ts';
export { searchCards } from './search-cards.ts';
export { changeOwnStandard, createOwnStandard, retireOwnStandard } from './standards/change-standard.ts';
export { emptyFileCsv, emptyFileSheets } from './standards/empty-file.ts';
export { keyOfOwn, type OwnStandard } from './standards/own-standard.ts';
export {
  allStandards,
  findStandard,
  listOwnStandards,
  loadOwnStandard,
  ownStandards,
} from './standards/read-standards.ts';
export type { StandardVersion } from './standards/standard-store.ts';
export { standardFieldsAsCsv, standardFieldsOfText } from './standards/standard-text.ts';
export { COLUMN_TYPES, Structure, StructureField } from './structure.ts';
export { structureAsCsvw } from './structure-csvw.ts';
export {
  type CodeLists,
  type ExportTools,
  structureAsCsv,
  structureAsTableSchema,
  type TableSchema,
  type TableSchemaField,
} from './structure-export.ts';
export { referencesOf, type TableReference } from './structure-references.ts';
export { structureFaults, suggestStructure } from './structure-rules.ts';
export { aboutTemplate, structureOfStandard, templateOf } from './structure-templates.ts';
export { valuesOf } from './structure-values.ts';
export { type SchemaSubject, structureAsXsd } from './structure-xsd.ts';
export { type Suggestion, suggest } from './suggest.ts';
export type { PassportTemplate } from './template-store.ts';
export { FREQUENCY_NAMES, THEMES } from './themes.ts';
export type { UseCount } from './use-store.ts';
export { writeCard } from './write-card.ts';
