import { auditTrail } from './audit-trail/project.ts';
import type { AnyProjection } from './engine/projection.ts';
import { participantStatus } from './participant-status/project.ts';
import { paymentSchedule } from './payment-schedule/project.ts';
import { settlements } from './settlements/project.ts';
import { worklist } from './worklist/project.ts';

/** Every read model. Adding one is adding a folder and a line. */
export const projections: readonly AnyProjection[] = [participantStatus, paymentSchedule, auditTrail, worklist, settlements];
