import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { type DocumentValue, isTable, tidyWords } from './form.ts';
import { tableXml } from './table-xml.ts';
import type { WordPackage } from './word-package.ts';

interface Part {
  readonly module?: string;
}
type Scope = Readonly<Record<string, unknown>> | string;
type Module = object;

/** The template opened by the engine; faults of its marks are thrown, read by `faultsOfErrors`. */
export function openTemplate(parts: WordPackage, modules: Module[] = []): Docxtemplater<PizZip> {
  const zip = new PizZip();
  for (const [name, content] of parts) zip.file(name, content);
  return new Docxtemplater(zip, {
    modules,
    paragraphLoop: true,
    linebreaks: true,
    errorLogging: false,
    stripInvalidXMLChars: true,
    nullGetter: () => '',
    parser: (words: string) => ({
      get: (scope: Scope, { meta }: { meta: { part: Part } }) => found(scope, words, meta.part.module),
    }),
  });
}

function found(scope: Scope, words: string, module: string | undefined): unknown {
  const value = typeof scope === 'string' ? undefined : scope[tidyWords(words)];
  if (value === undefined) return undefined;
  if (isTable(value as DocumentValue)) return module === 'rawxml' ? tableXml(value as never) : module === 'loop';
  return module === 'rawxml' ? '' : value;
}
