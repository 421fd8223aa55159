import { emailDetector } from './contacts/email.ts';
import type { Detector } from './detector.ts';
import { smallGroupsDetector } from './groups/small-groups.ts';
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
  emailDetector,
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
