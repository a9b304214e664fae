import 'reflect-metadata';
import { IsIn, IsOptional } from 'class-validator';
import { IsDay, oneOf } from '../cases/query-params.ts';

export const ACCESS_LOG_FORMATS = ['json', 'csv'] as const;

/** `GET /cases/{caseId}/access-log?from&to&format` */
export class AccessLogParams {
  @IsOptional()
  @IsDay()
  from?: string;

  @IsOptional()
  @IsDay()
  to?: string;

  @IsOptional()
  @IsIn(ACCESS_LOG_FORMATS, { message: oneOf(ACCESS_LOG_FORMATS) })
  format?: (typeof ACCESS_LOG_FORMATS)[number];
}
