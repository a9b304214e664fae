import 'reflect-metadata';
import { knownAtOf } from '@kvp/history';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, Min, ValidateBy } from 'class-validator';
import { IsDay } from '../cases/query-params.ts';

export const IsMoment = (): PropertyDecorator =>
  ValidateBy(
    { name: 'isMoment', validator: { validate: (value: unknown) => typeof value === 'string' && knownAtOf(value) !== undefined } },
    { message: 'må være en dato (2026-05-01) eller et tidspunkt med sone (2026-05-01T12:00:00Z)' },
  );

/** `GET /cases/{caseId}/history?asOf&knownAt` */
export class HistoryParams {
  @IsOptional()
  @IsDay()
  asOf?: string;

  @IsOptional()
  @IsMoment()
  knownAt?: string;
}

/** `GET /cases/{caseId}/history/diff`: one moment, and the one to compare it with. */
export class HistoryDiffParams extends HistoryParams {
  @IsOptional()
  @IsDay()
  fromAsOf?: string;

  @IsOptional()
  @IsMoment()
  fromKnownAt?: string;
}

/** `GET /cases/{caseId}/replay?revision` */
export class ReplayParams {
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value))
  @Min(0, { message: 'må være minst 0' })
  @IsInt({ message: 'må være en revisjon: et helt tall fra 0' })
  revision?: number;
}
