import { emailDetector } from './contacts/email.ts';
import type { Detector } from './detector.ts';

/** All detectors, in the order their signs are told. */
export const DETECTORS: readonly Detector[] = [emailDetector];
