import type { AppointmentsTexts } from './appointments-uk.ts';

export const appointmentsEn: AppointmentsTexts = {
  roles: {
    administrator: 'Administrator',
    coordinator: 'Coordinator',
    head: 'Head of the unit',
    reviewer: 'Reviewer',
    responsible: 'Responsible person',
    contributor: 'Contributor',
    auditor: 'Auditor',
    member: 'Member of the working group',
    reader: 'Reader of the internal part',
  },
  roleHints: {
    administrator: 'Looks after the portal: settings, units, people; works on all datasets',
    coordinator: 'Leads the open data of the community: units, people, all datasets; does not change settings',
    head: 'Sees the work of their unit, approves datasets, appoints people',
    reviewer: 'Reviews what was submitted in their own unit and those below it',
    responsible: 'Prepares and publishes the datasets of their own unit and those below it, answers people',
    contributor: 'Prepares the datasets of their own unit and those below it; somebody else publishes',
    auditor: 'Reads the datasets of the unit, drafts and history',
    member: 'Reads and discusses the datasets of the whole community',
    reader: 'Reads the internal datasets of their own unit and those below it',
  },
};
