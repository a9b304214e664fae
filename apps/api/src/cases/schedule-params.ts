import 'reflect-metadata';
import { IsOptional } from 'class-validator';
import { IsMoment } from '../history/history-params.ts';
import { RevisionParams } from './query-params.ts';

/** `GET /cases/{caseId}/schedule?knownAt&atLeast` */
export class ScheduleParams extends RevisionParams {
  @IsOptional()
  @IsMoment()
  knownAt?: string;
}
