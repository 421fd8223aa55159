import type { Text } from '../../kernel/text.ts';
import type { DataLanguage, EuTheme, Restriction } from './passport.ts';

/** Themes of the European portals in words. */
export const EU_THEMES: Readonly<Record<EuTheme, Text>> = {
  AGRI: { uk: 'Сільське господарство, рибальство, харчі', en: 'Agriculture, fisheries, forestry and food' },
  ECON: { uk: 'Економіка та фінанси', en: 'Economy and finance' },
  EDUC: { uk: 'Освіта, культура, спорт', en: 'Education, culture and sport' },
  ENER: { uk: 'Енергетика', en: 'Energy' },
  ENVI: { uk: 'Довкілля', en: 'Environment' },
  GOVE: { uk: 'Уряд і державний сектор', en: 'Government and public sector' },
  HEAL: { uk: 'Здоров’я', en: 'Health' },
  INTR: { uk: 'Міжнародні питання', en: 'International issues' },
  JUST: { uk: 'Правосуддя, правова система, безпека', en: 'Justice, legal system and public safety' },
  REGI: { uk: 'Регіони й міста', en: 'Regions and cities' },
  SOCI: { uk: 'Населення і суспільство', en: 'Population and society' },
  TECH: { uk: 'Наука й технології', en: 'Science and technology' },
  TRAN: { uk: 'Транспорт', en: 'Transport' },
};

/** Which European themes a national one leads to (facts: ua-codes.json, portalGroups). */
export const EU_OF_THEME: Readonly<Record<string, readonly EuTheme[]>> = {
  derzhava: ['GOVE'],
  podatky: ['GOVE', 'ECON'],
  ekonomika: ['ECON'],
  energetyka: ['ENER'],
  transport: ['TRAN'],
  ekolohiia: ['ENVI'],
  'molod-i-sport': ['EDUC'],
  'okhorona-zdorovia': ['HEAL'],
  'rehionalnyi-rozvytok': ['REGI'],
  'sotsialnyi-zakhyst': ['SOCI'],
  finansy: ['ECON'],
  iustytsiia: ['JUST'],
};

/** A language of data: in words, in the national portal's code (facts: ua-codes.json, portalLanguages), in the European one. */
export const LANGUAGES: Readonly<Record<DataLanguage, { name: Text; portal: string; eu: string }>> = {
  uk: { name: { uk: 'українська', en: 'Ukrainian' }, portal: 'ua', eu: 'UKR' },
  en: { name: { uk: 'англійська', en: 'English' }, portal: 'en', eu: 'ENG' },
  bg: { name: { uk: 'болгарська', en: 'Bulgarian' }, portal: 'bg', eu: 'BUL' },
  hu: { name: { uk: 'угорська', en: 'Hungarian' }, portal: 'hu', eu: 'HUN' },
  pl: { name: { uk: 'польська', en: 'Polish' }, portal: 'pl', eu: 'POL' },
  ro: { name: { uk: 'румунська', en: 'Romanian' }, portal: 'ro', eu: 'RON' },
  ru: { name: { uk: 'російська', en: 'Russian' }, portal: 'ru', eu: 'RUS' },
};

/** Kinds of information with restricted access in words. */
export const RESTRICTION_NAMES: Readonly<Record<Restriction, Text>> = {
  confidential: { uk: 'конфіденційна інформація', en: 'confidential information' },
  secret: { uk: 'таємна інформація', en: 'secret information' },
  service: { uk: 'службова інформація', en: 'information for service use' },
};
