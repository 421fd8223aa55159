import { RequestError } from '../../kernel/errors.ts';
import type { Language } from '../../kernel/text.ts';
import { faultsOfErrors, type TemplateFault } from './check-template.ts';
import { type DocumentData, type FormField, tidyWords } from './form.ts';
import { openTemplate } from './open-template.ts';
import { openPackage, textOf, type WordPackage } from './word-package.ts';

/** The data by the words a template writes instead of names. */
function byWords(fields: readonly FormField[], data: DocumentData): Record<string, unknown> {
  return Object.fromEntries(
    fields.map((field) => {
      const value = data[field.name];
      if (field.kind !== 'rows') return [tidyWords(field.words), value ?? ''];
      const rows: readonly DocumentData[] = Array.isArray(value) ? value : [];
      return [tidyWords(field.words), rows.map((row) => byWords(field.fields, row))];
    }),
  );
}

/**
 * The document: a template with its fields filled. A field the data do not have is left empty; lines of a text stay lines.
 * Throws `invalid` where the template cannot be used (see `templateFaults`, asked before a template is kept).
 * @param language of what it says, for spelling marks
 */
export function fillTemplate(
  template: Uint8Array,
  fields: readonly FormField[],
  data: DocumentData,
  language: Language = 'uk',
): Uint8Array<ArrayBuffer> {
  const parts = openPackage(template);
  try {
    const document = openTemplate(language === 'uk' ? parts : inEnglish(parts));
    document.render(byWords(fields, data));
    return new Uint8Array(document.toUint8Array({ compression: 'DEFLATE' }));
  } catch (error) {
    throw badTemplate(faultsOfErrors(error, parts));
  }
}

function inEnglish(parts: WordPackage): WordPackage {
  const styles = textOf(parts, 'word/styles.xml').replaceAll('w:val="uk-UA"', 'w:val="en-GB"');
  return new Map([...parts, ['word/styles.xml', new TextEncoder().encode(styles)]]);
}

/** A template people cannot use yet; each fault says which field, where and what to do. */
export function badTemplate(faults: readonly TemplateFault[]): RequestError {
  const text = {
    uk: 'Шаблон ще не можна взяти: у ньому є місця, які варто виправити у Word.',
    en: 'The template cannot be taken yet: there are places in it to be mended in Word.',
  };
  return new RequestError(
    'invalid',
    'template-faults',
    text,
    faults.map((fault) => ({ field: 'file', text: fault })),
  );
}
