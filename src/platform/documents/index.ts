/**
 * Documents an office files: a template (DOCX, edited in Word) with fields is filled with data; default templates are made here in the form of the
 * standard (ДСТУ 4163); a document is read back to be shown on a page.
 */
export { type TemplateFault, templateFaults } from './check-template.ts';
export { badTemplate, fillTemplate } from './fill-template.ts';
export {
  type DocumentData,
  type DocumentTable,
  type DocumentValue,
  type FormField,
  isTable,
  rowsField,
  sampleData,
  tableField,
  textField,
} from './form.ts';
export { type DocumentBlock, readDocument, type ViewParagraph, type ViewTable } from './read-document.ts';
export { ANNEX_TO_ORDER, repeatedRow, type SketchPart, type TemplateSketch } from './sketch.ts';
export { LARGEST_DOCUMENT, openPackage } from './word-package.ts';
export { writeTemplate } from './write-template.ts';

/** The media type of a DOCX. */
export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
