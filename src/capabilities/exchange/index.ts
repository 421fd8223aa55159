/**
 * Exchange: datasets that a city has on other portals, carried over here: found by code, name or address, matched to our units, made drafts by the
 * ordinary road (drafts, ingest) and published by the ordinary gate; a later look tells what differs there.
 * Other portals are only ever asked, never written to, and no oftener than the settings say.
 * Tables: exchange_import, _item, _file, _sighting, _choice, _setting, _pace.
 */
export { type DifferenceForm, decideDifference, undoChoice } from './differences/decide-difference.ts';
export {
  type DatasetDifference,
  type FieldDifference,
  type FileDifference,
  findDifferences,
  listDifferences,
} from './differences/differences.ts';
export type { Choice } from './differences/sighting.ts';
export { beginImport, chooseOrganization, lookAgain } from './imports/begin-import.ts';
export { carryJob } from './imports/carry-job.ts';
export { followFileJob, tickJob as exchangeTickJob } from './imports/follow-file.ts';
export type { FileState, Import, ImportFile, ImportItem, ImportState, ItemState } from './imports/import.ts';
export { lookJob } from './imports/look-job.ts';
export { publishReady, publishReadyJob } from './imports/publish-ready.ts';
export {
  findImport,
  type ImportLine,
  type ImportProgress,
  importLines,
  isReady,
  listImports,
  openImport,
} from './imports/read-imports.ts';
export { goOnWithImport, type HolderLine, matchHolders, pauseImport, startImport } from './imports/start-import.ts';
export { USUAL_PORTAL } from './portal/portal-question.ts';
export type { ExchangePorts } from './ports.ts';
export { changeExchangeSettings, exchangeSettings } from './settings.ts';
