import 'reflect-metadata';
import { EDITIONS, type Edition } from '@kvp/history';
import { IsIn, IsOptional } from 'class-validator';
import { oneOf } from '../cases/query-params.ts';
import { IsMoment } from '../history/history-params.ts';

/** `GET /cases/{caseId}/appeals/{n}/file?knownAt&edition` */
export class AppealFileParams {
  @IsOptional()
  @IsMoment()
  knownAt?: string;

  @IsOptional()
  @IsIn(EDITIONS, { message: oneOf(EDITIONS) })
  edition?: Edition;
}
