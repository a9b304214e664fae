import type { UseCase } from '../kernel/definitions.ts';
import { refuse } from '../kernel/refusal.ts';
import { decisionsSince } from '../kernel/state/corrections.ts';
import { start } from './start.command.ts';
import { programmeStarted } from './start.events.ts';
import * as refusals from './start.refusals.ts';

export const startUseCase: UseCase = {
  command: start,
  events: [programmeStarted],
  refusals: Object.values(refusals),
  correction: {
    withdrawal: (state) =>
      decisionsSince(state, state.start?.recordedIn ?? state.revision).length > 0 ? [refuse(refusals.decisionsRestOnStart, [])] : [],
  },
};
