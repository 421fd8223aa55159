import type { FieldFault } from '../../kernel/errors.ts';
import { searchTokens } from '../../language/search-tokens.ts';
import type { Dataset, DatasetState, ResourceKind } from './dataset.ts';
import type { Passport } from './passport.ts';

/** Which state may follow which; a withdrawn dataset stays withdrawn. */
const NEXT: Readonly<Record<DatasetState, readonly DatasetState[]>> = {
  draft: ['published', 'withdrawn'],
  published: ['published', 'suspended', 'withdrawn'],
  suspended: ['published', 'suspended', 'withdrawn'],
  withdrawn: ['withdrawn'],
};

export function mayBecome(from: DatasetState, to: DatasetState): boolean {
  return NEXT[from].includes(to);
}

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

/** A draft's slug follows its title; once the public has seen it, it stays. */
export function slugFollowsTitle(dataset: Dataset, passport: Passport): boolean {
  return dataset.state === 'draft' && dataset.passport.title !== passport.title;
}
