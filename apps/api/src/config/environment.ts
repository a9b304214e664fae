import 'reflect-metadata';
import { allRoles, type ClaimNames, type IssuerSettings } from '@kvp/access';
import type { Role } from '@kvp/lifecycle';
import { plainToInstance, Transform, Type } from 'class-transformer';
import {
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
  ValidateBy,
  ValidateNested,
} from 'class-validator';

export const ENVIRONMENTS = ['development', 'test', 'production'] as const;
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const issuerUrl = { protocols: ['http', 'https'], require_protocol: true, require_tld: false };

/** Texts that are numbers become numbers; the others stay, and are refused as such. */
const AsNumber = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value));

const AsJson = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => {
    if (typeof value !== 'string') return value;
    try {
      const list: unknown = JSON.parse(value);
      return Array.isArray(list) ? list.map((entry) => plainToInstance(Issuer, entry)) : list;
    } catch {
      return value;
    }
  });

const HoldsRoles = (): PropertyDecorator =>
  ValidateBy(
    {
      name: 'holdsRoles',
      validator: {
        validate: (map: unknown) =>
          typeof map === 'object' && map !== null && Object.values(map).every((role) => allRoles.includes(role as Role)),
      },
    },
    { message: `roles must map the issuer's names to ours: ${allRoles.join(', ')}` },
  );

const Port = (): PropertyDecorator => (target, key) => {
  for (const rule of [IsInt, () => Min(0), () => Max(65_535), AsNumber, IsOptional]) rule()(target, key);
};

class Claims implements Partial<ClaimNames> {
  @IsOptional() @IsString() id?: string;
  @IsOptional() @IsString() role?: string;
  @IsOptional() @IsString() municipality?: string;
  @IsOptional() @IsString() office?: string;
  @IsOptional() @IsString() seesProtected?: string;
}

class Issuer implements IssuerSettings {
  @IsUrl(issuerUrl) issuer!: string;
  @MinLength(1) @IsString() audience!: string;
  @IsOptional() @IsUrl(issuerUrl) jwksUri?: string;
  @IsOptional() @IsObject() @ValidateNested() @Type(() => Claims) claims?: Claims;
  @IsOptional() @IsObject() @HoldsRoles() roles?: Record<string, Role>;
}

/** The environment variables that are read, and what each must be. Rules run from the bottom up: the coarsest stands last. */
export class Environment {
  @IsOptional()
  @IsIn(ENVIRONMENTS)
  NODE_ENV: (typeof ENVIRONMENTS)[number] = 'development';

  /** 0 takes a free one. */
  @Port()
  PORT = 3000;

  @IsOptional()
  @MinLength(1)
  @IsString()
  HOST = '127.0.0.1';

  /** PostgreSQL; an embedded one is started when left out. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, { message: 'DATABASE_URL must begin with postgres://' })
  DATABASE_URL?: string;

  /** KurrentDB / EventStoreDB for the log; PostgreSQL keeps it when left out. */
  @IsOptional()
  @Matches(/^(esdb|kurrentdb)(\+discover)?:\/\//, {
    message: 'EVENTSTORE_URL must begin with esdb:// or kurrentdb://, with +discover or without',
  })
  EVENTSTORE_URL?: string;

  /** The issuers that are trusted, as a JSON list; the development issuer when left out. */
  @IsOptional()
  @AsJson()
  @ValidateNested({ each: true })
  @ArrayMinSize(1)
  @IsArray({ message: 'OIDC_ISSUERS must be a JSON list of {"issuer", "audience", "jwksUri"?, "claims"?, "roles"?}' })
  OIDC_ISSUERS?: Issuer[];

  /** Where the installation's two secrets are kept. */
  @IsOptional()
  @MinLength(1)
  @IsString()
  KVP_KEY_FILE?: string;

  /** Where the keys are kept that the log is signed with. */
  @IsOptional()
  @MinLength(1)
  @IsString()
  CHECKPOINT_KEYS?: string;

  /** The name of the log in what is signed, when the file of keys is made. */
  @IsOptional()
  @Matches(/^[^\s+]{1,200}$/, { message: 'CHECKPOINT_ORIGIN must be a name without space or plus, such as kvp.kommune.no/log' })
  CHECKPOINT_ORIGIN = 'kvp.localhost/log';

  @IsOptional()
  @MinLength(1)
  @IsString()
  KVP_DATA_DIR = './.data';

  /** An S3-compatible store for letters and attachments; the folder `documents` of KVP_DATA_DIR when left out. The other four go with it. */
  @IsOptional()
  @IsUrl(issuerUrl)
  DOCUMENTS_S3_ENDPOINT?: string;

  @IsOptional()
  @Matches(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, { message: 'DOCUMENTS_S3_BUCKET must be the name of a bucket' })
  DOCUMENTS_S3_BUCKET?: string;

  @IsOptional()
  @MinLength(1)
  @IsString()
  DOCUMENTS_S3_REGION = 'us-east-1';

  @IsOptional()
  @MinLength(1)
  @IsString()
  DOCUMENTS_S3_ACCESS_KEY_ID?: string;

  @IsOptional()
  @MinLength(1)
  @IsString()
  DOCUMENTS_S3_SECRET_ACCESS_KEY?: string;

  @IsOptional()
  @IsIn(LOG_LEVELS)
  LOG_LEVEL?: (typeof LOG_LEVELS)[number];

  /** `inline` keeps the read models up to date in this process; `off` leaves it to apps/projector. */
  @IsOptional()
  @IsIn(['inline', 'off'])
  PROJECTOR: 'inline' | 'off' = 'inline';

  /** `inline` runs relay and statistics in this process; left out, it does so where neither brokers nor production are configured. */
  @IsOptional()
  @IsIn(['inline', 'off'])
  STATISTICS?: 'inline' | 'off';

  /** Where the statistics of this process answer; 0 takes a free port. */
  @Port()
  STATISTICS_PORT = 3004;

  @IsOptional()
  @IsString()
  KAFKA_BROKERS?: string;

  @Port()
  DEV_ISSUER_PORT = 3001;
}
