import type { LegalForm } from '../kernel/state.ts';

export const LEGAL_FORMS = ['LEAVE_WITH_STIPEND', 'LEAVE_WITHOUT_STIPEND', 'INTERRUPTION'] as const satisfies readonly LegalForm[];

/** Why someone is away, in words for people to read. */
const CAUSE_TEXT = {
  rehabilitation: 'rehabilitering',
  treatment: 'behandling',
  prison: 'soning',
  work: 'arbeid',
  childcare: 'omsorg for barn',
  birth: 'fødsel',
  adoption: 'adopsjon',
  pregnancy: 'svangerskap',
  welfare: 'velferdsgrunner',
  other: 'andre forhold',
} as const;

export type Cause = keyof typeof CAUSE_TEXT;
export const CAUSES = Object.keys(CAUSE_TEXT) as readonly Cause[];

/** `på grunn av soning`, after what somebody is away from. */
export const becauseOf = (cause: Cause): string => (cause === 'welfare' ? 'av velferdsgrunner' : `på grunn av ${CAUSE_TEXT[cause]}`);
