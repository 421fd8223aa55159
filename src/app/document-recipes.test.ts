import { describe, expect, it } from 'vitest';
import { inOffice, wordsOfDocx } from '../../tests/support/office.ts';
import {
  type FormField,
  fillTemplate,
  sampleData,
  templateFaults,
  writeTemplate,
} from '../platform/documents/index.ts';
import { DOCUMENT_FORMS, DOCUMENT_RECIPES } from './document-recipes.ts';

/** Every sample of the fields a template names. */
function sayings(fields: readonly FormField[], template: string): string[] {
  return fields.flatMap((field) => {
    if (!['', '#', '@'].some((sign) => template.includes(`{${sign}${field.words}}`))) return [];
    if (field.kind === 'rows') return sayings(field.fields, template);
    return field.kind === 'text' ? [field.sample] : [...field.sample.heading, ...field.sample.rows.flat()];
  });
}

describe('documents of the system', () => {
  it('have codes and fields of their own, and default templates that name only these', async () => {
    const codes = DOCUMENT_FORMS.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { code } of DOCUMENT_RECIPES) expect(codes).toContain(code);
    for (const form of DOCUMENT_FORMS)
      expect(templateFaults(await writeTemplate(form.sketch), form.fields), form.code).toEqual([]);
  });

  it('say every sample their templates name, read by another reader and printed by LibreOffice', async () => {
    const documents: Record<string, Uint8Array> = {};
    const firsts: Record<string, string> = {};
    for (const form of DOCUMENT_FORMS) {
      const template = await writeTemplate(form.sketch);
      const made = fillTemplate(template, form.fields, sampleData(form.fields));
      const words = await wordsOfDocx(made);
      const said = sayings(form.fields, await wordsOfDocx(template));
      expect(said.length, form.code).toBeGreaterThan(0);
      for (const one of said) expect(words, form.code).toContain(one);
      expect(words, form.code).not.toMatch(/[{}]|undefined/u);
      documents[form.code] = made;
      firsts[form.code] = said[0] ?? '';
    }
    await inOffice(documents, (name, printed) => {
      if (!printed) return;
      expect(printed.pages, name).toBeGreaterThan(0);
      expect(printed.words.replaceAll(/\s+/gu, ' '), name).toContain(firsts[name]);
    });
  });
});
