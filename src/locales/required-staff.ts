import { requiredStaffEn } from './required-staff-en.ts';
import { requiredStaffUk } from './required-staff-uk.ts';

/** Words of required datasets for the staff. */
export const requiredStaffTexts = { uk: requiredStaffUk, en: requiredStaffEn };
