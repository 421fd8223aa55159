import { FACTS_OF_PLACES } from '../facts-of-things.ts';
import { type Kind, somewhere, words } from '../kind.ts';

export const districtKind: Kind = {
  code: 'district',
  title: { uk: 'Район', en: 'District' },
  purpose: { uk: 'Район', en: 'District' },
  header: words('район', 'district', '\\S+ (?:район|district) ', 'rayon', 'raion', '\\S* ?admin unit l3', 'р н '),
  not: words(...FACTS_OF_PLACES),
  byHeader: 0.74,
  is: somewhere('(?:^|[ (])(?:район|р-н|рн\\.)|(?:ський|цький|зький|ий)(?:$|[ ,(])', 'iu'),
  form: { uk: 'назви районів', en: 'names of districts' },
  alone: { confidence: 0.86, is: somewhere('(?:^| )(?:район|р-н)', 'iu') },
  types: ['text'],
};
