import type { Text } from '../../kernel/text.ts';
import { type FormField, tidyWords } from './form.ts';
import { openTemplate } from './open-template.ts';
import { paragraphsOf } from './paragraphs.ts';
import { nearestWords, type Spot, TEXTS } from './template-texts.ts';
import { openPackage, type WordPackage } from './word-package.ts';

/** One fault of a template: which field, where it stands, what to do. */
export type TemplateFault = Text;

/** A mark as the engine has read it. */
interface Mark {
  readonly type: string;
  readonly value: string;
  readonly module?: string;
  readonly subparsed?: readonly Mark[];
}

/**
 * Everything in a template edited in Word that would not come out right: marks not closed, fields this document does not have, a table named where a
 * text is meant. Empty: it can be used. Throws where the file itself is refused (see `openPackage`).
 */
export function templateFaults(template: Uint8Array, fields: readonly FormField[]): TemplateFault[] {
  const parts = openPackage(template);
  const marks: Mark[] = [];
  const gather = {
    name: 'gather-marks',
    set({ inspect }: { inspect?: { postparsed?: readonly Mark[] } }) {
      marks.push(...(inspect?.postparsed ?? []));
    },
  };
  try {
    openTemplate(parts, [gather]);
  } catch (error) {
    return faultsOfErrors(error, parts);
  }
  const faults = faultsOfMarks(marks, [fields], spotsIn(parts));
  return faults.filter((fault, at) => faults.findIndex(({ uk }) => uk === fault.uk) === at);
}

type SpotOf = (words: string) => Spot;

function spotsIn(parts: WordPackage): SpotOf {
  const paragraphs = paragraphsOf(parts);
  return (words) => {
    const at = paragraphs.find(({ text }) => text.includes(words));
    return { quoted: at ? short(at.text) : words, place: at?.place ?? 'text' };
  };
}

function short(text: string): string {
  const one = text.replaceAll(/\s+/gu, ' ').trim();
  return one.length > 90 ? `${one.slice(0, 90)}…` : one;
}

function faultsOfMarks(
  marks: readonly Mark[],
  scopes: readonly (readonly FormField[])[],
  spotOf: SpotOf,
): TemplateFault[] {
  return marks.flatMap((mark): TemplateFault[] => {
    if (mark.type !== 'placeholder') return [];
    const words = tidyWords(mark.value);
    const field = scopes.flat().find((one) => tidyWords(one.words) === words);
    const spot = spotOf(mark.value);
    if (!field) {
      const nearest = nearestWords(
        words,
        scopes.flat().map((one) => one.words),
      );
      return [TEXTS.unknown(mark.value, spot, nearest)];
    }
    const inside = field.kind === 'rows' ? [field.fields, ...scopes] : scopes;
    return [
      ...misused(field, mark.module, spot),
      ...(mark.subparsed ? faultsOfMarks(mark.subparsed, inside, spotOf) : []),
    ];
  });
}

function misused(field: FormField, module: string | undefined, spot: Spot): TemplateFault[] {
  if (module === 'loop') return [];
  if (field.kind === 'rows') return [TEXTS.rows(field.words, spot)];
  if (field.kind === 'table' && module !== 'rawxml') return [TEXTS.table(field.words, spot)];
  return field.kind === 'text' && module === 'rawxml' ? [TEXTS.plain(field.words, spot)] : [];
}

interface EngineError {
  readonly message?: string;
  readonly properties?: {
    readonly id?: string;
    readonly xtag?: string;
    readonly context?: string;
    readonly openingtag?: string;
    readonly closingtag?: string;
    readonly errors?: readonly EngineError[];
  };
}

/** What the engine says of marks that do not fit together, in words for people. Anything else is thrown on: it is our fault. */
export function faultsOfErrors(error: unknown, parts: WordPackage): TemplateFault[] {
  const { properties } = error as EngineError;
  const errors = properties?.errors ?? (properties?.id ? [error as EngineError] : null);
  if (!errors) throw error;
  const spotOf = spotsIn(parts);
  const faults = errors.map(({ properties: said = {} }) => {
    const open = said.id === 'unclosed_tag' ? unclosedIn(parts, said.context ?? '') : null;
    if (open) return TEXTS.ofEngine('unclosed_tag', open.words, '', open.spot);
    const words = (said.xtag ?? said.openingtag ?? '').replaceAll(/[{}]/gu, '').trim();
    const spot = spotOf(said.context?.trim() || words);
    return TEXTS.ofEngine(said.id ?? '', words, said.closingtag ?? '', spot);
  });
  return faults.filter((fault, at) => faults.findIndex(({ uk }) => uk === fault.uk) === at);
}

/** The engine reads an open brace on to the next one, over paragraphs; the person has left it in one of them. */
function unclosedIn(parts: WordPackage, read: string): { words: string; spot: Spot } | null {
  for (const { place, text } of paragraphsOf(parts)) {
    const left = text.slice(text.lastIndexOf('{'));
    if (text.includes('{') && !left.includes('}') && read.startsWith(left))
      return { words: short(left.slice(1)), spot: { quoted: short(text), place } };
  }
  return null;
}
