/**
 * People: what a city does for those who answer for its data. Courses and the schedule of training with who came, from which the share of trained
 * persons is counted anew for any day; the journal of consultations; guidance shown where it is needed; the working group with its sessions and
 * decisions; letters with a mark of having been read, the notice and the order of appointment. Who answers for what is accounts' alone: here are only facts about these people.
 * Tables: people_course, _session, _attendance, _training, _consultation, _material, _reading, _group, _member, _sitting, _decision, _letter,
 * _recipient.
 * Uses: accounts (appointments, rights), history, notices, catalog (a decision becomes a planned dataset), documents, orders, links.
 */
export {
  appointmentNotice,
  appointmentNoticeForm,
  jobClauseDocument,
  jobClauseForm,
} from './appointing/notice-form.ts';
export {
  type AppointedPerson,
  appointedPersons,
  prepareAppointmentsOrder,
  waitsForOrder,
} from './appointing/prepare-order.ts';
export { tellAppointed, waitsForNotice } from './appointing/tell-appointed.ts';
export {
  CHANNELS,
  type Channel,
  type Consultation,
  type ConsultationTotal,
  type ConsultationWish,
} from './consultations/consultation.ts';
export { consultationsForm } from './consultations/journal-form.ts';
export {
  type Journal,
  mayAdvise,
  noteConsultation,
  notedSources,
  readJournal,
  removeConsultation,
} from './consultations/keep-journal.ts';
export { addDecision, closeDecision, ownDecisionsQuestion, planByDecision } from './group/decide.ts';
export {
  type Decision,
  type DecisionWish,
  type ListedDecision,
  type Member,
  PARTS,
  type Part,
  type Sitting,
  type SittingWish,
  type WorkingGroup,
} from './group/group.ts';
export { addMember, endMembership, type OpenGroup, openGroup, saveGroup } from './group/keep-group.ts';
export { holdSitting, type OpenSitting, openSitting, planSitting } from './group/keep-sittings.ts';
export { protocolForm } from './group/protocol-form.ts';
export { remindOfDecisionsJob } from './group/remind-of-decisions-job.ts';
export type { Addressee, Letter, LetterGroup, ListedLetter, Recipient } from './letters/letter.ts';
export {
  acknowledgeByLink,
  acknowledgeLetter,
  letterOfLink,
  listLetters,
  type OpenLetter,
  openLetter,
} from './letters/read-letters.ts';
export { addresseesOf, type LetterWish, type SentLetter, sendLetter } from './letters/send-letter.ts';
export {
  acknowledgeMaterial,
  guidance,
  guidanceOf,
  type OpenMaterial,
  openMaterial,
  publicMaterial,
  publicMaterials,
  saveMaterial,
  useMaterial,
} from './materials/keep-materials.ts';
export {
  MATERIAL_KINDS,
  MATERIAL_STEPS,
  type Material,
  type MaterialKind,
  type MaterialLine,
  type MaterialStep,
  type MaterialWish,
} from './materials/material.ts';
export { markSelf, sessionOfCode, signOff, signUp } from './training/attend.ts';
export { CERTIFICATE_LIMIT } from './training/certificate.ts';
export type { Attendance, Course, CourseWish, Session, SessionWish, Training } from './training/course.ts';
export { listCourses, offerCourse, saveCourse } from './training/keep-courses.ts';
export { cancelSession, openSession, saveSession, tickList } from './training/keep-sessions.ts';
export {
  lookAtTraining,
  notedTrainings,
  quarterOf,
  type ScheduledSession,
  type TrainingView,
  trainingSchedule,
  trainingShareOn,
} from './training/look-at-training.ts';
export { readCertificate, recordTraining, removeTraining } from './training/record-training.ts';
export { remindOfTrainingJob } from './training/remind-of-training-job.ts';
export { countsUntil, type TrainingShare, type TrainingState } from './training/training-rules.ts';
