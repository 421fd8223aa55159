import { buildingIdKind } from './codes/building-id.ts';
import { cadastralKind } from './codes/cadastral.ts';
import { codeKind } from './codes/code.ts';
import { dk021Kind } from './codes/dk021.ts';
import { documentNumberKind } from './codes/document-number.ts';
import { edrpouKind } from './codes/edrpou.ts';
import { emailKind } from './codes/email.ts';
import { ibanKind } from './codes/iban.ts';
import { identifierKind } from './codes/identifier.ts';
import { katottgKind } from './codes/katottg.ts';
import { kekvKind } from './codes/kekv.ts';
import { koatuuKind } from './codes/koatuu.ts';
import { kpkvkKind } from './codes/kpkvk.ts';
import { kvedKind } from './codes/kved.ts';
import { landUseKind } from './codes/land-use.ts';
import { passportKind } from './codes/passport.ts';
import { phoneKind } from './codes/phone.ts';
import { plateKind } from './codes/plate.ts';
import { postalCodeKind } from './codes/postal-code.ts';
import { prozorroKind } from './codes/prozorro.ts';
import { rnokppKind } from './codes/rnokpp.ts';
import { rowNumberKind } from './codes/row-number.ts';
import { unzrKind } from './codes/unzr.ts';
import { urlKind } from './codes/url.ts';
import { uuidKind } from './codes/uuid.ts';
import { vinKind } from './codes/vin.ts';
import type { Kind } from './kind.ts';
import { coordinatesKind } from './numbers/coordinates.ts';
import { currencyKind } from './numbers/currency.ts';
import { geometryKind } from './numbers/geometry.ts';
import { latitudeKind } from './numbers/latitude.ts';
import { longitudeKind } from './numbers/longitude.ts';
import { moneyKind } from './numbers/money.ts';
import { percentKind } from './numbers/percent.ts';
import { quantityKind } from './numbers/quantity.ts';
import { unitKind } from './numbers/unit.ts';
import { contactKind } from './people/contact.ts';
import { givenNameKind } from './people/given-name.ts';
import { organizationKind } from './people/organization.ts';
import { patronymicKind } from './people/patronymic.ts';
import { personKind } from './people/person.ts';
import { postKind } from './people/post.ts';
import { surnameKind } from './people/surname.ts';
import { addressKind } from './places/address.ts';
import { buildingPartKind } from './places/building-part.ts';
import { communityKind } from './places/community.ts';
import { countryKind } from './places/country.ts';
import { districtKind } from './places/district.ts';
import { flatKind } from './places/flat.ts';
import { houseKind } from './places/house.ts';
import { placeKind } from './places/place.ts';
import { regionKind } from './places/region.ts';
import { settlementKind } from './places/settlement.ts';
import { streetKind } from './places/street.ts';
import { categoryKind } from './texts/category.ts';
import { nameKind } from './texts/name.ts';
import { textKind } from './texts/text.ts';
import { yesNoKind } from './texts/yes-no.ts';
import { dateKind } from './times/date.ts';
import { datetimeKind } from './times/datetime.ts';
import { openingHoursKind } from './times/opening-hours.ts';
import { periodKind } from './times/period.ts';
import { timeKind } from './times/time.ts';
import { yearKind } from './times/year.ts';

/** All kinds; of two that are equally sure the first is taken. */
export const KINDS: readonly Kind[] = [
  edrpouKind,
  rnokppKind,
  katottgKind,
  koatuuKind,
  kvedKind,
  dk021Kind,
  cadastralKind,
  landUseKind,
  kekvKind,
  kpkvkKind,
  ibanKind,
  postalCodeKind,
  plateKind,
  vinKind,
  phoneKind,
  emailKind,
  urlKind,
  prozorroKind,
  buildingIdKind,
  uuidKind,
  unzrKind,
  passportKind,
  documentNumberKind,
  codeKind,
  rowNumberKind,
  identifierKind,
  moneyKind,
  percentKind,
  quantityKind,
  latitudeKind,
  longitudeKind,
  coordinatesKind,
  geometryKind,
  unitKind,
  currencyKind,
  dateKind,
  datetimeKind,
  timeKind,
  yearKind,
  periodKind,
  openingHoursKind,
  addressKind,
  countryKind,
  regionKind,
  districtKind,
  communityKind,
  settlementKind,
  streetKind,
  houseKind,
  buildingPartKind,
  flatKind,
  placeKind,
  personKind,
  surnameKind,
  givenNameKind,
  patronymicKind,
  postKind,
  organizationKind,
  contactKind,
  categoryKind,
  yesNoKind,
  nameKind,
  textKind,
];
