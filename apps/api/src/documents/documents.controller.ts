import { type CaseRecord, dayIn } from '@kvp/deciding';
import { type CaseDocument, type FileReference, type Language } from '@kvp/lifecycle';
import { fileNameOf } from '@kvp/documents';
import { iso } from '@kvp/calendar';
import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TheCaller } from '../access/caller.decorator.ts';
import { etag, isUuid } from '../http/headers.ts';
import { Problem } from '../http/problem.ts';
import type { Caller } from '../http/request-call.ts';
import { type ApiPorts, PORTS } from '../ports.ts';
import { documentContent, documentFiles, documentUpload } from './document-document.ts';
import { ReadCaseRecord, ReadContent, StoreFile } from './document-queries.ts';
import { isSaidToBe, uploaded } from './upload.ts';

interface DocumentBody extends FileReference {
  readonly revision: number;
  readonly kind: string;
  readonly title: string;
  readonly on: string;
  readonly about: number | null;
}

/** The letters and attachments of a case. */
@Controller('cases')
export class DocumentsController {
  readonly #queries: QueryBus;
  readonly #commands: CommandBus;
  readonly #ports: ApiPorts;

  constructor(queries: QueryBus, commands: CommandBus, @Inject(PORTS) ports: ApiPorts) {
    this.#queries = queries;
    this.#commands = commands;
    this.#ports = ports;
  }

  @Get(':caseId/documents')
  @documentFiles()
  async list(
    @Param('caseId') caseId: string,
    @TheCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{
    readonly caseId: string;
    readonly revision: number;
    readonly language: Language;
    readonly documents: readonly DocumentBody[];
  }> {
    const { state, revision, ...record } = await this.#record(caseId, caller);
    const { documents, language } = state.handling;
    void reply.header('etag', etag(revision));
    return { caseId: record.caseId, revision, language, documents: documents.map(bodyOf) };
  }

  @Get(':caseId/documents/:sha256')
  @documentContent()
  async content(
    @Param('caseId') caseId: string,
    @Param('sha256') sha256: string,
    @TheCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { state, personId } = await this.#record(caseId, caller);
    const document = state.handling.documents.findLast(({ file }) => file.sha256 === sha256);
    if (document === undefined) throw new Problem('document-not-found');
    const content = await this.#queries.execute(new ReadContent(personId, document));
    if (content.kind === 'forgotten') throw new Problem('content-forgotten');
    if (content.kind !== 'content') {
      this.#ports.reportFault({
        name: `content ${content.kind}`,
        stack: [`sha256 ${document.file.sha256}`],
        correlationId: caller.correlationId,
      });
      throw new Problem(content.kind === 'missing' ? 'content-missing' : 'content-altered');
    }
    const { mediaType } = document.file;
    void reply.headers({
      'content-type': mediaType,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileNameOf(document.title, mediaType))}`,
      'content-security-policy': "default-src 'none'; sandbox",
    });
    return Buffer.from(content.bytes);
  }

  @Post(':caseId/files')
  @HttpCode(201)
  @documentUpload()
  async upload(@Param('caseId') caseId: string, @TheCaller() caller: Caller, @Req() request: FastifyRequest): Promise<FileReference> {
    const { personId } = await this.#record(caseId, caller);
    const bytes = await uploaded(request);
    const mediaType = this.#ports.documents.files.describe(bytes)?.mediaType;
    if (mediaType === undefined || !isSaidToBe(request, mediaType)) throw new Problem('unsupported-file');
    const file = await this.#commands.execute(new StoreFile(personId, bytes));
    if (file === undefined) throw new Problem('unsupported-file');
    return file;
  }

  async #record(anyCaseId: string, { actor, scope, subjects, now }: Caller): Promise<CaseRecord> {
    if (!isUuid(anyCaseId)) throw new Problem('case-not-found');
    const caseId = anyCaseId.toLowerCase();
    const record = await this.#queries.execute(new ReadCaseRecord(caseId, actor, scope, dayIn(now)));
    if (record === null) throw new Problem('case-not-found');
    if (record === 'forgotten') throw new Problem('content-forgotten');
    subjects.push({ caseId: record.caseId, personId: record.personId });
    return record;
  }
}

const bodyOf = ({ recordedIn, file, kind, title, on, about }: CaseDocument): DocumentBody => ({
  revision: recordedIn,
  ...file,
  kind,
  title,
  on: iso(on),
  about,
});
