import 'reflect-metadata';
import { OPEN_STANDINGS } from '@kvp/projections';
import { DEADLINE_KINDS, type DeadlineKind } from '@kvp/lifecycle';
import { IsIn, IsOptional } from 'class-validator';
import { IsDay, IsOpaque, PageParams, oneOf } from '../cases/query-params.ts';

/** `GET /worklist?…` */
export class WorklistParams extends PageParams {
  @IsOptional()
  @IsOpaque()
  caseworker?: string;

  @IsOptional()
  @IsIn(DEADLINE_KINDS, { message: oneOf(DEADLINE_KINDS) })
  kind?: DeadlineKind;

  @IsOptional()
  @IsIn(OPEN_STANDINGS, { message: oneOf(OPEN_STANDINGS) })
  standing?: (typeof OPEN_STANDINGS)[number];

  @IsOptional()
  @IsDay()
  dueFrom?: string;

  @IsOptional()
  @IsDay()
  dueTo?: string;

  @IsOptional()
  @IsDay()
  on?: string;
}
