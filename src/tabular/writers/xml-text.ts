/** SQL: a text with the signs of XML written as references. Most texts have none and are only looked through. */
export function xmlEscaped(text: string): string {
  const replaced = `replace(replace(replace(${text}, '&', '&amp;'), '<', '&lt;'), '>', '&gt;')`;
  // readers of XML turn a carriage return into a line feed; a reference keeps it
  return `CASE WHEN regexp_matches(${text}, '[&<>\\r]') THEN replace(${replaced}, chr(13), '&#13;') ELSE ${text} END`;
}

/** Characters that XML 1.0 cannot hold, even as references (section 2.2). */
export const NOT_XML = /[^\t\n\r\u0020-\ufffd]/g;

/** Stands for a character that cannot be held. */
export const REPLACEMENT = '\ufffd';
