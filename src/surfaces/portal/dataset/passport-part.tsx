import {
  type Card,
  compressionOf,
  groundInWords,
  LANGUAGES,
  type Passport,
} from '../../../capabilities/catalog/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dateTimeInWords } from '../../../language/dates.ts';
import { datasetTexts } from '../../../locales/dataset.ts';
import { passportTexts } from '../../../locales/passport.ts';
import { portalTexts } from '../../../locales/portal.ts';
import { unitsTexts } from '../../../locales/units.ts';
import {
  href,
  type KeyValue,
  KeyValues,
  Markdown,
  PHONE_BEGINNING,
  PhoneMore,
  type Visit,
} from '../../components/index.ts';
import { formatName, formatsOf, themeName } from '../search/dataset-row.tsx';
import { searchHref } from '../search/search-address.ts';
import { type DatasetView, datasetPath } from './dataset-view.ts';
import { frequencyWords, partAddresses } from './passport-elements.ts';
import { moreElements, relatedElement, WithheldLine } from './passport-more.tsx';

/** Про набір: every element of the passport, in the order of resolution 835. Prints as the passport itself. */
export function PassportPart({ visit, view }: { visit: Visit; view: DatasetView }) {
  const texts = portalTexts[visit.language].passport;
  const { card } = view;
  const items = elements(visit, view);
  return (
    <>
      <KeyValues items={items} />
      {items.length > PHONE_BEGINNING.lines && <PhoneMore label={texts.showMore} />}
      <p class="row part-links">
        {!view.old && (
          <a href={href(visit, `/datasets/${card.slug}/passport`)}>{datasetTexts[visit.language].passport.print}</a>
        )}
        {!view.old && (
          <a href={href(visit, `/datasets/${card.slug}/passport.docx`)}>{passportTexts[visit.language].document}</a>
        )}
        <a href={`${datasetPath(view)}/passport.json`}>{texts.json}</a>
      </p>
    </>
  );
}

/** The elements in the order of resolution 835: what the dataset is, how it comes, where it is, whose it is, what was before. */
function elements(visit: Visit, view: DatasetView): KeyValue[] {
  const { language } = visit;
  const texts = portalTexts[language].passport;
  const { card } = view;
  const passport = view.old?.passport ?? card.passport;
  return [
    ...identity(visit, view, passport),
    ...composition(visit, view, passport),
    ...subjects(visit, passport),
    ...places(visit, card),
    [texts.publisher, <Publisher visit={visit} card={card} />],
    [texts.responsible, <Responsible passport={passport} />],
    ...moreElements(visit, passport),
    ...relatedElement(visit, card, view.related),
    [datasetTexts[language].passport.reuse, portalTexts[language].reuse.terms],
    [texts.version, <span class="figures">{view.old?.number ?? card.versionNumber}</span>],
    [texts.versions, <EarlierVersions visit={visit} view={view} />],
  ];
}

/** Numbers and names, what the dataset is for, and what obliges to publish it. */
function identity({ language }: Visit, { card }: DatasetView, passport: Passport): KeyValue[] {
  const texts = portalTexts[language].passport;
  return [
    [texts.number, <span class="figures">{card.number}</span>],
    ...(card.nationalId ? [[texts.nationalId, card.nationalId] as const] : []),
    [texts.name, passport.title],
    [
      texts.description,
      <>
        <Markdown text={passport.description} lang={passport.language} />
        <WithheldLine passport={passport} />
      </>,
    ],
    [texts.purpose, passport.purpose],
    [texts.ground, inLanguage(groundInWords(passport.ground), language)],
  ];
}

/** How the data come: language, formats, and the days they are of. */
function composition({ language }: Visit, { card, resources }: DatasetView, passport: Passport): KeyValue[] {
  const texts = portalTexts[language].passport;
  const formats = formatsOf({ resources });
  const instant = (iso: string) => <time dateTime={iso}>{dateTimeInWords(new Date(iso), language)}</time>;
  return [
    [texts.language, inLanguage(LANGUAGES[passport.language].name, language)],
    [texts.formats, formats.map(formatName).join(', ')],
    [texts.compression, compressionOf(passport, formats) ?? texts.noCompression],
    [texts.firstPublished, instant(card.firstPublishedAt)],
    [texts.changed, instant(card.changedAt)],
    [texts.dataAsOf, instant(card.dataAsOf)],
    [texts.frequency, frequencyWords({ passport }, language)],
  ];
}

/** Keywords and themes, each a way to the datasets that share it. */
function subjects(visit: Visit, passport: Passport): KeyValue[] {
  const texts = portalTexts[visit.language].passport;
  return [
    [
      texts.keywords,
      <ul class="plain comma-list">
        {passport.keywords.map((word) => (
          <li key={word}>
            <a href={searchHref(visit, { q: word })}>{word}</a>
          </li>
        ))}
      </ul>,
    ],
    [
      texts.themes,
      <ul class="plain comma-list">
        {passport.themes.map((code) => (
          <li key={code}>
            <a href={searchHref(visit, { theme: code })}>{themeName(code, visit.language)}</a>
          </li>
        ))}
      </ul>,
    ],
  ];
}

/** Addresses of the dataset and of the structures of its tables. */
function places(visit: Visit, card: Card): KeyValue[] {
  const texts = portalTexts[visit.language].passport;
  const { dataset, structures } = partAddresses(card, visit.origin);
  return [
    [texts.address, <a href={dataset}>{dataset}</a>],
    [
      texts.structureAddress,
      structures.length > 0 && (
        <ul class="plain">
          {structures.map((address) => (
            <li key={address}>
              <a href={address}>{address}</a>
            </li>
          ))}
        </ul>
      ),
    ],
  ];
}

/** The unit whose data these are, and what it was before. */
function Publisher({ visit, card: { unit } }: { visit: Visit; card: Card }) {
  const texts = portalTexts[visit.language].passport;
  return (
    <>
      <a href={href(visit, `/units/${unit.slug}`)}>{unit.name}</a>
      {unit.edrpou && (
        <span class="soft figures">
          {' '}
          · {texts.edrpou} {unit.edrpou}
        </span>
      )}
      {(unit.previous ?? []).map(({ name, slug }) => (
        <div key={slug} class="soft small">
          {unitsTexts[visit.language].previous}: <a href={href(visit, `/units/${slug}`)}>{name}</a>
        </div>
      ))}
    </>
  );
}

/** Who answers for the data, and how to reach them. */
function Responsible({ passport }: { passport: Passport }) {
  const { responsibleName: name, responsiblePost: post, responsibleEmail: email, responsiblePhone: phone } = passport;
  return (
    <>
      {[name, post].filter(Boolean).join(', ')}
      {email && (
        <>
          {name && ', '}
          <a href={`mailto:${email}`}>{email}</a>
        </>
      )}
      {phone && <span class="figures">, {phone}</span>}
    </>
  );
}

/** Numbers of the versions before this one, and where those from before the portal are. */
function EarlierVersions({ visit, view }: { visit: Visit; view: DatasetView }) {
  const { card } = view;
  const { previousUrl } = view.old?.passport ?? card.passport;
  const before = view.versions.filter((version) => version.number < (view.old?.number ?? card.versionNumber));
  if (before.length === 0 && !previousUrl) return <>{portalTexts[visit.language].passport.noVersions}</>;
  return (
    <ul class="plain comma-list figures">
      {before.map(({ number }) => (
        <li key={number}>
          <a href={href(visit, `/datasets/${card.slug}/versions/${number}`)}>{number}</a>
        </li>
      ))}
      {previousUrl && (
        <li>
          <a href={previousUrl} rel="noopener nofollow">
            {previousUrl}
          </a>
        </li>
      )}
    </ul>
  );
}
