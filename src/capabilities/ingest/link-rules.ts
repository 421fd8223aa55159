import type { Text } from '../../kernel/text.ts';

/**
 * What is wrong with the address of an API elsewhere; null when it can be kept. It is only shown to people as a link and never fetched
 * by us, so a name that cannot be resolved today is no fault.
 */
export function linkFault(address: string): Text | null {
  const url = URL.canParse(address.trim()) ? new URL(address.trim()) : null;
  if (
    !url ||
    !/^https?:$/.test(url.protocol) ||
    !url.hostname.includes('.') ||
    url.username !== '' ||
    address.length > 2000
  ) {
    return {
      uk: 'Це не адреса API. Вставте її цілком, як у рядку браузера: https://api.misto.gov.ua/transport',
      en: 'This is not the address of an API. Paste it whole, as in the browser: https://api.city.gov.ua/transport',
    };
  }
  return null;
}
