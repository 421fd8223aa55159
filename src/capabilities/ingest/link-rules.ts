import type { Text } from '../../kernel/text.ts';
import { insideAddress } from '../../platform/http/ask-outside.ts';
import { faultOfUrl } from '../../platform/http/outside-address.ts';

/** What is wrong with the looks of the address of an API elsewhere; null when it can be kept. */
export function linkFault(address: string): Text | null {
  const url = URL.canParse(address.trim()) ? new URL(address.trim()) : null;
  const fault = url && address.length <= 2000 && url.hostname.includes('.') ? faultOfUrl(url) : 'scheme';
  if (fault === 'inside') return insideAddress().text;
  if (fault === null) return null;
  return {
    uk: 'Це не адреса API. Вставте її цілком, як у рядку браузера: https://api.misto.gov.ua/transport',
    en: 'This is not the address of an API. Paste it whole, as in the browser: https://api.city.gov.ua/transport',
  };
}

/** What the answer of the other server says of the address; null when it may be right. Only a page that is not there is a fault: an API may want a key. */
export function faultOfAnswer(status: number): Text | null {
  if (status !== 404 && status !== 410) return null;
  return {
    uk: `Сервер за цією адресою відповідає, що такої сторінки немає (${status}). Перевірте, чи адресу вставлено цілком.`,
    en: `The server at this address answers that there is no such page (${status}). Check that the address was pasted whole.`,
  };
}
