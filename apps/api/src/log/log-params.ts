import 'reflect-metadata';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Min } from 'class-validator';
import { oneOf } from '../cases/query-params.ts';

export const CHECKPOINT_FORMATS = ['json', 'note'] as const;

/** Places in the log and sizes of it are whole numbers; what is none stays text, and is refused as such. */
const Count =
  (least: number): PropertyDecorator =>
  (target, key) => {
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value))(
      target,
      key,
    );
    Min(least, { message: `må være minst ${least}` })(target, key);
    IsInt({ message: 'må være et helt tall' })(target, key);
    IsOptional()(target, key);
  };

/** `GET /log/checkpoint?size&format` */
export class CheckpointParams {
  @Count(1)
  size?: number;

  @IsOptional()
  @IsIn(CHECKPOINT_FORMATS, { message: oneOf(CHECKPOINT_FORMATS) })
  format?: (typeof CHECKPOINT_FORMATS)[number];
}

/** `GET /log/proof`: `leaf` for the place of an event, or `from` for the continuation of an earlier log. */
export class ProofParams {
  @Count(0)
  leaf?: number;

  @Count(1)
  from?: number;

  @Count(1)
  size?: number;
}

/** `GET /cases/{caseId}/proof?revision&size` */
export class EventProofParams {
  @Count(0)
  revision?: number;

  @Count(1)
  size?: number;
}
