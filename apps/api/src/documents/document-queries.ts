import type { Scope } from '@kvp/access';
import type { PlainDate } from '@kvp/calendar';
import type { CaseRecord } from '@kvp/deciding';
import type { FileContent } from '@kvp/documents';
import type { Actor, CaseDocument, FileReference } from '@kvp/lifecycle';
import { KeyMissing } from '@kvp/people';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type ReadScope, readScope } from '../cases/case-reads.ts';
import { type ApiPorts, PORTS } from '../ports.ts';

/**
 * A case from the log itself, so that no document is missing in what is shown of it. Null where there is none to be seen; `forgotten` where the key of
 * the person is destroyed, so that the log no longer says whose it was.
 */
export class ReadCaseRecord extends Query<CaseRecord | 'forgotten' | null> {
  constructor(
    readonly caseId: string,
    readonly actor: Actor,
    readonly scope: Scope,
    readonly on: PlainDate,
  ) {
    super();
  }
}

@QueryHandler(ReadCaseRecord)
export class ReadCaseRecordHandler implements IQueryHandler<ReadCaseRecord> {
  readonly #ports: ApiPorts;

  constructor(@Inject(PORTS) ports: ApiPorts) {
    this.#ports = ports;
  }

  async execute({ caseId, actor, scope, on }: ReadCaseRecord): Promise<CaseRecord | 'forgotten' | null> {
    const within = readScope(actor, scope);
    try {
      return await this.#ports.commands.readCase(caseId, actor, within.office);
    } catch (error) {
      if (!(error instanceof KeyMissing)) throw error;
      // Whether an appeal is with statsforvalteren, nobody can read any more.
      return scope !== 'appealed' && (await this.#isTheirs(caseId, within, on)) ? 'forgotten' : null;
    }
  }

  /** Whose case it was, the read models still know: a row that is found and cannot be opened is theirs. To others there is none. */
  async #isTheirs(caseId: string, scope: ReadScope, on: PlainDate): Promise<boolean> {
    try {
      return (await this.#ports.queries.find(caseId, scope, on)) !== null;
    } catch (error) {
      if (error instanceof KeyMissing) return true;
      throw error;
    }
  }
}

/** The content of a document of a case. */
export class ReadContent extends Query<FileContent> {
  constructor(
    readonly personId: string,
    readonly document: CaseDocument,
  ) {
    super();
  }
}

@QueryHandler(ReadContent)
export class ReadContentHandler implements IQueryHandler<ReadContent> {
  readonly #ports: ApiPorts;

  constructor(@Inject(PORTS) ports: ApiPorts) {
    this.#ports = ports;
  }

  execute({ personId, document }: ReadContent): Promise<FileContent> {
    return this.#ports.documents.files.read(personId, document.file.sha256);
  }
}

/** Stores a file for a person; it belongs to no case until `attachDocument` puts it there. Undefined when it is of no type that is taken. */
export class StoreFile extends Command<FileReference | undefined> {
  constructor(
    readonly personId: string,
    readonly bytes: Uint8Array,
  ) {
    super();
  }
}

@CommandHandler(StoreFile)
export class StoreFileHandler implements ICommandHandler<StoreFile> {
  readonly #ports: ApiPorts;

  constructor(@Inject(PORTS) ports: ApiPorts) {
    this.#ports = ports;
  }

  execute({ personId, bytes }: StoreFile): Promise<FileReference | undefined> {
    return this.#ports.documents.files.keep(personId, bytes);
  }
}
