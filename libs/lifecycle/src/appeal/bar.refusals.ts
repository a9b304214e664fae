import { defineRefusal } from '../kernel/definitions.ts';

export const madeTheDecision = defineRefusal({
  code: 'made-the-decision',
  provision: 'FVL § 6',
  message: () => 'Den som har fattet vedtaket eller vært med på å lage det, kan ikke forberede klagen.',
  remedy: () => 'La en annen klagebehandler ta klagen.',
  example: [],
});
