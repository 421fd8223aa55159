import { walkXmlText } from '../xml/walk-xml.ts';

/** Takes the elements of a document one after another. */
export interface XmlTaker {
  start(name: string, attribute: (name: string) => string | undefined): void;
  /** @param text all text right inside the element */
  end(name: string, text: string): void;
}

/** `kml:Placemark` and `Placemark` are one; extensions of Google keep their prefix. */
function plainName(name: string): string {
  return name.startsWith('gx:') ? name : name.slice(name.indexOf(':') + 1);
}

/** Walks the document of a map piece by piece, each element with the text right inside it. Throws XmlFault. */
export function walkElements(pieces: AsyncIterable<string>, taker: XmlTaker): Promise<void> {
  const open: { readonly name: string; text: string }[] = [];
  return walkXmlText(
    pieces,
    {
      open(name, attributes) {
        open.push({ name, text: '' });
        taker.start(name, (wanted) => attributes.find(([key]) => key === wanted)?.[1]);
      },
      text(text) {
        const last = open.at(-1);
        if (last) last.text += text;
      },
      close() {
        const done = open.pop();
        if (done) taker.end(done.name, done.text);
      },
    },
    plainName,
  );
}
