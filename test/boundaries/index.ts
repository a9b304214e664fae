import { ABSENCE } from './absence.ts';
import { AGES } from './ages.ts';
import { APPEALS } from './appeals.ts';
import { type Measured, measure } from './boundary.ts';
import { DEADLINES } from './deadlines.ts';
import { DURATION } from './duration.ts';
import { EPOCHS } from './epochs.ts';
import { INTERRUPTION } from './interruption.ts';
import { START } from './start.ts';

export type { Measured } from './boundary.ts';

/** Every boundary with its two days, by the part of the law that it belongs to. */
export const measuredBoundaries = (): Readonly<Record<string, readonly Measured[]>> => ({
  Start: START.map(measure),
  Duration: DURATION.map(measure),
  'Interruption and end': INTERRUPTION.map(measure),
  Ages: AGES.map(measure),
  'Absence and leave': ABSENCE.map(measure),
  Deadlines: DEADLINES.map(measure),
  Appeals: APPEALS.map(measure),
  'Changes of the law': EPOCHS.map(measure),
});
