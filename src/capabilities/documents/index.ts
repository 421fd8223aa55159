/**
 * Documents: an office's papers made from the system's facts by templates the city edits in Word. A capability declares a recipe (what the document
 * says); app lists them; a made document keeps its data at one moment, and its files beside each other: made, edited, signed.
 * Names, posts and units stand in the right case, by rule or as written by hand. A document of everybody holds no personal data.
 * Tables: documents_template, _document, _file, _wording. Uses: accounts, history.
 */
export {
  type AskedDocument,
  type Audience,
  type Composed,
  type DocumentForm,
  defineRecipe,
  type Recipe,
  type RecipeSpec,
} from './forms/form.ts';
export type { TemplateVersion } from './forms/template-store.ts';
export {
  changedTemplates,
  formOf,
  listTemplateVersions,
  openTemplateFile,
  previewTemplate,
  restoreDefault,
  saveTemplate,
  takeVersion,
} from './forms/templates.ts';
export { addEditedFile, closeDocument, type GivenFile, type SignedLine } from './papers/add-file.ts';
export { closeDocumentsOf, type MadeOf, reopenDocumentsOf } from './papers/close-with-paper.ts';
export type { DocumentChange } from './papers/compare-data.ts';
export { filesOf, findDocument, listDocuments, openFile } from './papers/find-document.ts';
export { fillForm, makeDocument } from './papers/make-document.ts';
export type { DocumentFile, FileKind, ListedDocument, MadeDocument } from './papers/paper.ts';
export { changesSince, refreshDocument } from './papers/refresh-document.ts';
export type { Wording, WordingKind } from './wordings/wording-store.ts';
export { inCases, listWordings, removeWording, setWording } from './wordings/wordings.ts';
