import { requireTier } from '@mediation/aggregate-api';
import type { Tier } from '@mediation/kernel';
import { Caller, type Principal } from '@mediation/nest';
import { Controller, Get, Inject, Param, Query, Res, type Type } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { DocumentsAnswer } from './dossier.answer';
import { DossierReader, type FileToSend } from './dossier.reader';
import { DossierRegister } from './dossier-register';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const ZIP = 'application/zip';

/** RFC 8187: what a name may hold besides letters and digits is encoded, and `encodeURIComponent` leaves some of it. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);

const send = (reply: FastifyReply, type: string, { name, bytes }: FileToSend): Buffer => {
  const plain = `file.${name.split('.').at(-1) ?? ''}`;
  // Papers about people: nothing on the way keeps a copy.
  reply
    .header('content-type', type)
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encoded(name)}`)
    .header('cache-control', 'no-store');
  return bytes;
};

/** The papers of a tier’s disputes. */
export const dossierController = (tier: Tier): Type => {
  @Controller(`api/${tier}/v1`)
  class DossierController {
    constructor(
      @Inject(DossierReader) private readonly reader: DossierReader,
      @Inject(DossierRegister) private readonly register: DossierRegister,
    ) {}

    @Get('dossier-numbers')
    numbers(@Query() query: unknown, @Caller() caller: Principal) {
      requireTier(tier, caller);
      return this.register.page(query, caller);
    }

    @Get('disputes/:id/dossier')
    async dossier(
      @Param('id') id: string,
      @Caller() caller: Principal,
      @Res({ passthrough: true }) reply: FastifyReply,
    ) {
      requireTier(tier, caller);
      const dossier = await this.reader.dossier(id, caller);
      reply.header('etag', `"${dossier.revision}"`);
      return dossier;
    }

    @Get('disputes/:id/documents')
    async documents(@Param('id') id: string, @Caller() caller: Principal): Promise<DocumentsAnswer> {
      requireTier(tier, caller);
      const documents = await this.reader.documents(id, caller);
      const href = (document: string) => `/api/${tier}/v1/disputes/${id}/documents/${document}`;
      return { id, items: documents.map((each) => ({ ...each, href: href(each.id) })) };
    }

    @Get('disputes/:id/documents/:document')
    async document(
      @Param() { id = '', document = '' }: Record<string, string>,
      @Caller() caller: Principal,
      @Res({ passthrough: true }) reply: FastifyReply,
    ) {
      requireTier(tier, caller);
      return send(reply, DOCX, await this.reader.document(id, document, caller));
    }

    @Get('disputes/:id/dossier.zip')
    async zip(@Param('id') id: string, @Caller() caller: Principal, @Res({ passthrough: true }) reply: FastifyReply) {
      requireTier(tier, caller);
      return send(reply, ZIP, await this.reader.zip(id, caller));
    }
  }
  return DossierController;
};
