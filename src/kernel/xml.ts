/** Text with the signs of XML written as references: for element content and for attributes in double quotes. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The same without characters XML 1.0 has no place for (section 2.2). */
export function xmlText(text: string): string {
  return escapeXml(text).replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}
