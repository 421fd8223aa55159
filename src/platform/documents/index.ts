/** Documents an office files: what they say (title, paragraphs, tables, signature) is given, how they look is decided here; as DOCX. */
export { DOCX_TYPE, type DocumentPart, type OfficeDocument } from './office-document.ts';
export { writeDocx } from './write-docx.ts';
