import type { PublicResponsible, Unit } from '../../../capabilities/accounts/index.ts';
import { appointmentsTexts } from '../../../locales/appointments.ts';
import { responsibleTexts } from '../../../locales/responsible.ts';
import { DataTable, Empty, href, LinkButton, Page, type Visit } from '../../components/index.ts';

/** Responsible persons with office contacts, unit by unit. */
export function ResponsiblePage(props: { visit: Visit; people: readonly PublicResponsible[]; units: readonly Unit[] }) {
  const { visit, people, units } = props;
  const texts = responsibleTexts[visit.language];
  const functions = appointmentsTexts[visit.language].functions;
  const rows = units.flatMap((unit) =>
    people
      .filter(({ unitId }) => unitId === unit.id)
      .map((one) => [
        <a href={href(visit, `/units/${unit.slug}`)}>{unit.name}</a>,
        <>
          {one.name}
          {one.post !== '' && <div class="soft small">{one.post}</div>}
        </>,
        one.functions.map((each) => functions[each]).join(', '),
        one.datasetIds === null ? texts.all : texts.named(one.datasetIds.length),
        <Contacts visit={visit} one={one} />,
      ]),
  );
  return (
    <Page visit={visit} title={texts.title} description={texts.lead}>
      <h1>{texts.title}</h1>
      <p class="lead page-lead">{texts.lead}</p>
      {rows.length === 0 ? (
        <Empty title={texts.none}>
          <p>{texts.noneText}</p>
          <p>
            <LinkButton href={href(visit, '/messages/new')}>{texts.write}</LinkButton>
          </p>
        </Empty>
      ) : (
        <>
          <DataTable
            caption={texts.caption}
            captionUnseen
            rowHeaders
            columns={[
              { title: texts.unit },
              { title: texts.who },
              { title: texts.does },
              { title: texts.datasets, tight: true },
              { title: texts.contacts },
            ]}
            rows={rows}
          />
          <p class="row">
            <span class="soft">{texts.take}</span>
            <a href="/responsible.csv">{texts.csv}</a>
            <a href="/responsible.json">{texts.json}</a>
          </p>
        </>
      )}
    </Page>
  );
}

function Contacts({ visit, one }: { visit: Visit; one: PublicResponsible }) {
  if (one.email === '' && one.phone === '') {
    return <span class="soft">{responsibleTexts[visit.language].noContacts}</span>;
  }
  return (
    <>
      {one.email !== '' && (
        <div>
          <a href={`mailto:${one.email}`}>{one.email}</a>
        </div>
      )}
      {one.phone !== '' && (
        <div>
          <a class="nowrap" href={`tel:${one.phone.replace(/[^\d+]/g, '')}`}>
            {one.phone}
          </a>
        </div>
      )}
    </>
  );
}
