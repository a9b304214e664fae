import 'reflect-metadata';
import { IsBoolean, IsIn, IsOptional, Matches } from 'class-validator';
import { Transform } from 'class-transformer';
import { IsDay, oneOf } from '../cases/query-params.ts';

const FORMATS = ['json', 'csv', 'xlsx'] as const;
const FILE_FORMATS = ['json', 'file'] as const;
const MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** What both kinds take. */
class MomentParams {
  @IsOptional()
  @IsDay()
  asOf?: string;

  @IsOptional()
  @Matches(MOMENT, { message: 'må være en dato (2026-05-01) eller et tidspunkt med sone (2026-05-01T12:00:00Z)' })
  knownAt?: string;
}

/** `GET /reports/…?…` */
export class ReportParams extends MomentParams {
  @IsOptional()
  @IsIn(FORMATS, { message: oneOf(FORMATS) })
  format?: (typeof FORMATS)[number];

  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean({ message: 'må være true eller false' })
  suppress?: boolean;
}

/** `GET /reports/kostra-11cf/…?…` */
export class KostraParams extends MomentParams {
  @IsOptional()
  @IsIn(FILE_FORMATS, { message: oneOf(FILE_FORMATS) })
  format?: (typeof FILE_FORMATS)[number];
}
