import type { Duplex } from 'node:stream';

const NOT_ASCII = /[\u0080-\u00ff]/g;

/** The address of the first line of a request in ASCII, its other bytes percent-encoded; null where there is nothing to encode. */
export function encodedAddress(packet: Buffer): string | null {
  const line = packet.toString('latin1').split('\r\n', 1)[0] ?? '';
  const address = /^(?:GET|HEAD) (\/[^ ]*) HTTP\/1\.[01]$/.exec(line)?.[1];
  if (address === undefined || /^\/[/\\]/.test(address) || address.search(NOT_ASCII) === -1) return null;
  return address.replace(NOT_ASCII, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

const TOO_LONG = '431 Request Header Fields Too Large';
const WORDS_TOO_LONG = {
  uk: 'Запит задовгий. Скоротіть те, що шукаєте, або відкрийте сторінку з початку.',
  en: 'The request is too long. Make shorter what you search for, or open the page from its beginning.',
};

/**
 * True for a browser: it asks for a page. The packet may hold only a part of a long address, its headers still to come: what is not under /api
 * is taken for a page then.
 */
function wantsPage(packet: Buffer): boolean {
  const head = packet.toString('latin1');
  if (/^[A-Z]+ (?:\/en)?\/api(?:[/? ]|$)/.test(head)) return false;
  const accept = /\r\naccept:([^\r]*)/i.exec(head)?.[1];
  return accept === undefined ? !/\r\nuser-agent: *(?:curl|wget|python)/i.test(head) : accept.includes('text/html');
}

/** A page that needs nothing else: no handler, no style and no database has seen this request. */
function tooLongPage(packet: Buffer): string {
  const language = /^[A-Z]+ \/en(?:[/? ]|$)/.test(packet.toString('latin1', 0, 64)) ? 'en' : 'uk';
  const [title, home, link] =
    language === 'en' ? ['The request is too long', '/en', 'To the portal'] : ['Запит задовгий', '/', 'До порталу'];
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1><p>${WORDS_TOO_LONG[language]}</p><p><a href="${home}">${link}</a></p></html>`;
}

/**
 * Answers what Node's parser refuses before any handler sees it. Addresses with Ukrainian letters as they are (curl sends them so) are led to
 * their encoded twin; the rest is told what is wrong instead of being cut off silently.
 */
export function answerUnreadRequest(error: Error & { code?: string; rawPacket?: Buffer }, socket: Duplex): void {
  // a browser opens connections ahead: what is written to one that asked nothing it takes for the answer to its next request
  const askedNothing = 'bytesRead' in socket && socket.bytesRead === 0;
  if (!socket.writable || error.code === 'ECONNRESET' || askedNothing) {
    socket.destroy();
    return;
  }
  const address = error.code === 'HPE_INVALID_URL' && error.rawPacket ? encodedAddress(error.rawPacket) : null;
  const overflow = error.code === 'HPE_HEADER_OVERFLOW';
  if (overflow && error.rawPacket && wantsPage(error.rawPacket)) {
    end(socket, TOO_LONG, 'text/html; charset=utf-8', tooLongPage(error.rawPacket));
    return;
  }
  const message = address
    ? {
        uk: `Літери поза латинкою в адресі треба кодувати. Ця ж адреса: ${address}. У curl допоможе ключ -L або --data-urlencode.`,
        en: `Letters beyond Latin have to be percent-encoded in an address. The same address: ${address}. With curl, add -L or --data-urlencode.`,
      }
    : overflow
      ? WORDS_TOO_LONG
      : { uk: 'Запит не вдалося зрозуміти.', en: 'The request could not be understood.' };
  const status = address ? '308 Permanent Redirect' : overflow ? TOO_LONG : '400 Bad Request';
  const code = address ? 'address-not-encoded' : overflow ? 'request-too-long' : 'bad-request';
  const body = JSON.stringify({ error: { code, message, fields: [] } });
  end(socket, status, 'application/json; charset=utf-8', body, address ? [`Location: ${address}`] : []);
}

function end(socket: Duplex, status: string, type: string, body: string, more: readonly string[] = []): void {
  socket.end(
    [
      `HTTP/1.1 ${status}`,
      ...more,
      `Content-Type: ${type}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      'X-Content-Type-Options: nosniff',
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
