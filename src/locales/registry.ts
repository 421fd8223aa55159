import { registryEn } from './registry-en.ts';
import { registryUk } from './registry-uk.ts';

/** Pages of the registry. */
export const registryTexts = { uk: registryUk, en: registryEn } as const;
