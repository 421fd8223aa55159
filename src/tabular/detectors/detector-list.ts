import { emailDetector } from './contacts/email.ts';
import { ipAddressDetector } from './contacts/ip-address.ts';
import { phoneDetector } from './contacts/phone.ts';
import type { Detector } from './detector.ts';
import { smallGroupsDetector } from './groups/small-groups.ts';
import { bankCardDetector } from './identifiers/bank-card.ts';
import { birthDateDetector } from './identifiers/birth-date.ts';
import { foreignPassportDetector } from './identifiers/foreign-passport.ts';
import { ibanDetector } from './identifiers/iban.ts';
import { passportBookDetector } from './identifiers/passport-book.ts';
import { passportCardDetector } from './identifiers/passport-card.ts';
import { plateDetector } from './identifiers/plate.ts';
import { taxNumberDetector } from './identifiers/tax-number.ts';
import { unzrDetector } from './identifiers/unzr.ts';
import { vinDetector } from './identifiers/vin.ts';
import { personName } from './names/person-name.ts';
import { homeAddressDetector } from './places/home-address.ts';
import { homeCoordinatesDetector } from './places/home-coordinates.ts';
import { courtDetector } from './special/court.ts';
import { healthDetector } from './special/health.ts';
import { membershipDetector } from './special/membership.ts';
import { nationalityDetector } from './special/nationality.ts';
import { religionDetector } from './special/religion.ts';
import { freeTextDetector } from './text/free-text.ts';

/** All detectors, in the order their signs are told. */
export const DETECTORS: readonly Detector[] = [
  taxNumberDetector,
  passportBookDetector,
  passportCardDetector,
  foreignPassportDetector,
  unzrDetector,
  birthDateDetector,
  phoneDetector,
  emailDetector,
  ibanDetector,
  bankCardDetector,
  plateDetector,
  vinDetector,
  ipAddressDetector,
  personName,
  homeAddressDetector,
  homeCoordinatesDetector,
  healthDetector,
  courtDetector,
  religionDetector,
  nationalityDetector,
  membershipDetector,
  freeTextDetector,
  smallGroupsDetector,
];
