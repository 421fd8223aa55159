/**
 * Drafts: the writes that span a dataset and its file, from the first byte to a passport ready to publish, each all or nothing.
 * Owns no tables; what it joins belongs to catalog and ingest, whose use cases ask the rights and record the history.
 */
export { carryAllForward } from './carry-all-forward.ts';
export { type CarriedFile, carryFileForward } from './carry-file-forward.ts';
export { carryForward } from './carry-forward.ts';
export { changeDraftStructure } from './change-draft-structure.ts';
export { changeFields, type FieldChange } from './change-fields.ts';
export { fillFromRequiredItem } from './fill-from-required-item.ts';
export { columnsThatDiffer, type KeptStructure, keepStructure } from './keep-structure.ts';
export { changePassportPart, makeDraft, type PassportPart } from './make-draft.ts';
export { planRegister, registerTemplate } from './plan-register.ts';
export { type InternalRows, readInternalRows } from './read-internal-rows.ts';
export { removeDraft } from './remove-draft.ts';
export { type FileWish, kindOfWish, startFile, titleOfFile } from './start-file.ts';
export { leaveOutPart, takeParts } from './take-parts.ts';
