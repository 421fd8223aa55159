import { cellOf, compactJson, rawElements, rawMembers } from './json-record.ts';
import { JsonFault } from './json-scanner.ts';
import type { TreeList, TreeNode } from './tree/tree-node.ts';

const STRING_OR_NO_NUMBER = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g;
const STRING_OR_LAST_COMMA = /"(?:[^"\\]|\\.)*"|,(?=\s*[}\]])/g;

/** Signs that programs write and JSON does not know: no number at all (NaN) is no value, a comma after the last element is none. */
function mended(text: string): string {
  return text
    .replace(STRING_OR_NO_NUMBER, (found) => (found[0] === '"' ? found : 'null'))
    .replace(STRING_OR_LAST_COMMA, (found) => (found[0] === '"' ? found : ''));
}

/**
 * The text of one element, which must be JSON by itself: brackets alone do not make it so.
 * @throws JsonFault
 */
export function validJson(text: string): string {
  for (const attempt of [() => text, () => mended(text)]) {
    const tried = attempt();
    try {
      JSON.parse(tried);
      return tried;
    } catch {
      // the next attempt, or broken
    }
  }
  throw new JsonFault('broken');
}

class RawList implements TreeList {
  readonly items: readonly TreeNode[];
  private readonly written: string;

  constructor(written: string) {
    this.written = written;
    this.items = rawElements(written).map(treeOf);
  }

  get raw(): string {
    return compactJson(this.written);
  }
}

/** A value's text as a tree; numbers keep every digit, a key given twice stands twice. */
export function treeOf(raw: string): TreeNode {
  if (raw[0] === '{') return { members: rawMembers(raw).map(([key, value]) => [key, treeOf(value)] as const) };
  return raw[0] === '[' ? new RawList(raw) : cellOf(raw);
}
