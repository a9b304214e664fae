/** What kinds of absence there are, by the name that commands and events use. KVPF §§ 5–17; STL §§ 32 and 36. */
export const ABSENCE_KINDS = [
  'illness',
  'childIllness',
  'antenatalCheck',
  'pregnancyLeave',
  'birthLeave',
  'partnerLeave',
  'breastfeeding',
  'welfareLeave',
  'religiousHoliday',
  'holiday',
  'covid',
  'permitted',
  'unauthorised',
  'withoutStipend',
] as const;
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

/** What the kinds are called to people. */
export const ABSENCE_TITLE: Readonly<Record<AbsenceKind, string>> = {
  illness: 'egen sykdom',
  childIllness: 'barns eller barnepassers sykdom',
  antenatalCheck: 'fri til svangerskapskontroll',
  pregnancyLeave: 'svangerskapspermisjon',
  birthLeave: 'fødselspermisjon',
  partnerLeave: 'fri til far eller annen hjelper ved fødsel',
  breastfeeding: 'ammefri',
  welfareLeave: 'velferdspermisjon',
  religiousHoliday: 'fri på religiøse høytidsdager',
  holiday: 'ferie',
  covid: 'fravær på grunn av covid-19',
  permitted: 'fri av tungtveiende velferdsgrunner',
  unauthorised: 'fravær uten tillatelse',
  withoutStipend: 'fravær uten stønad',
};
