import type { FieldFault } from '../../kernel/errors.ts';
import { searchTokens } from '../../language/search-tokens.ts';
import type { Dataset, ResourceKind } from './dataset.ts';
import type { Passport } from './passport.ts';

/** Stems the cabinet's search finds a dataset by. */
export function stemsOf(passport: Passport): string[] {
  const tokens = searchTokens(`${passport.title} ${passport.keywords.join(' ')} ${passport.description.slice(0, 500)}`);
  return [...new Set(tokens.map((token) => token.stem))];
}

const isHttp = (url: string): boolean => {
  const parsed = URL.parse(url);
  return parsed !== null && /^https?:$/.test(parsed.protocol) && parsed.hostname.includes('.');
};

/** What is wrong with a resource as a person gave it. */
export function resourceFaults(resource: { kind: ResourceKind; title: string; url: string | null }): FieldFault[] {
  const faults: FieldFault[] = [];
  if (resource.title.trim() === '' || resource.title.length > 254) {
    const text = {
      uk: 'Назва ресурсу має бути від 1 до 254 знаків.',
      en: 'The resource’s title must have from 1 to 254 characters.',
    };
    faults.push({ field: 'title', text });
  }
  if (resource.kind === 'link' && !isHttp(resource.url ?? '')) {
    const text = {
      uk: 'Потрібна повна адреса, наприклад https://example.gov.ua/api/v1.',
      en: 'A whole address is needed, for example https://example.gov.ua/api/v1.',
    };
    faults.push({ field: 'url', text });
  }
  return faults;
}

/** A draft's slug follows its title; once the public has seen it, as data or as a promise, it stays. */
export function slugFollowsTitle(dataset: Dataset, passport: Passport, promised: boolean): boolean {
  const unseen = dataset.state === 'draft' || dataset.state === 'internal';
  return unseen && !promised && dataset.passport.title !== passport.title;
}
