import { describe, expect, it } from 'vitest';
import { inOffice, wordsOfDocx } from '../../tests/support/office.ts';
import {
  type DocumentData,
  type DocumentValue,
  fillTemplate,
  sampleData,
  templateFaults,
  writeTemplate,
} from '../platform/documents/index.ts';
import { DOCUMENT_FORMS, DOCUMENT_RECIPES } from './document-recipes.ts';

/** Every text a document of these data must say. */
function sayings(value: DocumentValue | DocumentData): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(sayings);
  return Object.values(value).flatMap((one) => (typeof one === 'number' ? [] : sayings(one as DocumentValue)));
}

describe('documents of the system', () => {
  it('have codes and fields of their own, and default templates that name only these', async () => {
    const codes = DOCUMENT_FORMS.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { code } of DOCUMENT_RECIPES) expect(codes).toContain(code);
    for (const form of DOCUMENT_FORMS)
      expect(templateFaults(await writeTemplate(form.sketch), form.fields), form.code).toEqual([]);
  });

  it('say every sample of every field, read by another reader and printed by LibreOffice', async () => {
    const documents: Record<string, Uint8Array> = {};
    for (const form of DOCUMENT_FORMS) {
      const data = sampleData(form.fields);
      const made = fillTemplate(await writeTemplate(form.sketch), form.fields, data);
      const words = await wordsOfDocx(made);
      for (const said of sayings(data)) expect(words, form.code).toContain(said);
      expect(words, form.code).not.toMatch(/[{}]|undefined/u);
      documents[form.code] = made;
    }
    await inOffice(documents, (name, printed) => {
      if (!printed) return;
      expect(printed.pages, name).toBeGreaterThan(0);
      const first = sayings(sampleData(DOCUMENT_FORMS.find(({ code }) => code === name)?.fields ?? []))[0] ?? '';
      expect(printed.words.replaceAll(/\s+/gu, ' '), name).toContain(first);
    });
  });
});
