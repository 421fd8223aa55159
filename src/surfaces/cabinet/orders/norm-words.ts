import type { Norm } from '../../../capabilities/orders/index.ts';
import { dottedDay } from '../../../language/citations/index.ts';

/** How a preamble cites each kind, in the genitive, before its date or title. */
const CITED: Readonly<Partial<Record<Norm['kind'], string>>> = {
  law: 'Закону України',
  'government-resolution': 'постанови Кабінету Міністрів України',
  'mayor-order': 'розпорядження',
  'executive-decision': 'рішення',
  'council-decision': 'рішення',
  'unit-order': 'наказу',
  regulation: 'Положення',
};

/** A norm as the preamble of an order cites it: «Закону України «Про доступ до публічної інформації»». */
export function lineOfNorm({ kind, issuer, title, date, number }: Norm): string {
  if (kind === 'constitution') return 'Конституції України';
  if (kind === 'code') return 'Кодексу України про адміністративні правопорушення';
  if (kind === 'charter') return 'Міжнародної хартії відкритих даних';
  if (kind === 'law') return `Закону України «${title}»`;
  const whose = kind === 'government-resolution' ? '' : issuer;
  const dated = [date ? `від ${dottedDay(date)}` : '', number ? `№ ${number}` : ''].filter(Boolean).join(' ');
  return [CITED[kind] ?? '', whose, dated, `«${title}»`].filter(Boolean).join(' ');
}
