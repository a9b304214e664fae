/** What a day was spent on: presence, and the absences of rulebook § 4 one by one. */
export const ATTENDANCE_CODES = [
  'present',
  'illness',
  'childIllness',
  'antenatalCheck',
  'pregnancyLeave',
  'birthLeave',
  'partnerLeave',
  'breastfeeding',
  'welfareLeave',
  'publicHoliday',
  'religiousHoliday',
  'holiday',
  'permitted',
  'unauthorised',
  'withoutStipend',
] as const;
