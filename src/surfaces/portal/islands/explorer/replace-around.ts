/**
 * Gives an element the contents of its fresh twin, all but one part that stays untouched in the document: a live map
 * keeps its canvas, its focus and the finger on it. `kept` lies in `old` and `twin`, its counterpart, in `fresh`.
 */
export function replaceAround(old: Element, fresh: Element, kept: Element, twin: Element): void {
  let [place, source] = [old, fresh];
  while (place !== kept) {
    const way = childWith(place, kept);
    const freshWay = childWith(source, twin);
    if (!way || !freshWay) return;
    const children = [...source.childNodes];
    const at = children.indexOf(freshWay);
    for (const child of [...place.childNodes]) if (child !== way) child.remove();
    way.before(...children.slice(0, at));
    way.after(...children.slice(at + 1));
    [place, source] = [way, freshWay];
  }
}

function childWith(element: Element, part: Element): Element | undefined {
  return [...element.children].find((child) => child.contains(part));
}
