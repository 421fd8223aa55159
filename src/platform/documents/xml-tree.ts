/** An element of XML with what stands in it, in order. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: (XmlElement | string)[];
}

const TOKEN = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([^\s/>]+)([^>]*?)(\/?)>|([^<]+)/gu;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function plain(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/giu, (whole, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    if (hex || decimal) return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : '';
    return ENTITIES[name] ?? whole;
  });
}

/** The tree of a part of a document. Word writes well-formed XML without entities of its own; what is not closed ends with the text. */
export function readXml(xml: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, content: [] };
  const open = [root];
  for (const [, cdata, closing, name, attributes = '', alone, text] of xml.matchAll(TOKEN)) {
    const here = open.at(-1) ?? root;
    if (cdata !== undefined) here.content.push(cdata);
    else if (text !== undefined) here.content.push(plain(text));
    else if (name === undefined) continue;
    else if (closing) {
      if (open.length > 1) open.pop();
    } else {
      const pairs = [...attributes.matchAll(ATTRIBUTE)].map(([, key = '', one, two]) => [key, plain(one ?? two ?? '')]);
      const element: XmlElement = { name, attributes: Object.fromEntries(pairs), content: [] };
      here.content.push(element);
      if (!alone) open.push(element);
    }
  }
  return root;
}

/** The elements right inside, of one name where it is given. */
export function childrenOf(element: XmlElement | undefined, name?: string): XmlElement[] {
  return (element?.content ?? []).filter(
    (one): one is XmlElement => typeof one !== 'string' && (name === undefined || one.name === name),
  );
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return childrenOf(element, name)[0];
}

/** All text inside, in order. */
export function textInside(element: XmlElement): string {
  return element.content.map((one) => (typeof one === 'string' ? one : textInside(one))).join('');
}
