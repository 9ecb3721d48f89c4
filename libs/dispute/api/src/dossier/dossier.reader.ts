import { CLOCK } from '@mediation/aggregate-api';
import { completenessOf, hasMediated, isFirewalled, type DossierItem } from '@mediation/dispute/domain';
import { dateInShanghai, divisionOf, type Clock } from '@mediation/kernel';
import type { Principal } from '@mediation/nest';
import { Inject, Injectable } from '@nestjs/common';
import type { Reading } from '../dispute-file';
import { RULES_FOR, type RulesFor } from '../dispute.aggregate';
import { DisputeReader } from '../dispute.reader';
import { isAvailable } from './availability';
import { dossierData, keeperOf } from './dossier-data';
import { DOSSIER_PARTS, type DocumentEntry, type DossierParts, type PrintedData } from './dossier-parts';
import { dossierView, noSuchDocument, notForThisBody } from './dossier-view';
import { fileMaterials } from './file-materials';
import { storyFor } from './story-for';

export interface FileToSend {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The papers of a dispute, made from its events whenever they are asked for. */
@Injectable()
export class DossierReader {
  constructor(
    @Inject(DOSSIER_PARTS) private readonly parts: DossierParts,
    @Inject(DisputeReader) private readonly disputes: DisputeReader,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RULES_FOR) private readonly rulesFor: RulesFor,
  ) {}

  async dossier(id: string, caller: Principal) {
    const reading = await this.disputes.visible(id, caller);
    if (isFirewalled(caller.org) && !hasMediated(reading.dispute, caller.org)) throw notForThisBody();
    return dossierView(id, reading, this.itemsOf(reading), this.storyOf(reading));
  }

  /** What the caller’s body may have printed now. */
  async documents(id: string, caller: Principal): Promise<readonly DocumentEntry[]> {
    const reading = await this.disputes.visible(id, caller);
    return this.parts.documents.catalogue.filter((entry) => this.dataFor(entry.id, reading) !== undefined);
  }

  /** @throws ProblemError 404 for one that the caller’s body may not have, or not yet */
  async document(id: string, document: string, caller: Principal): Promise<FileToSend> {
    const reading = await this.disputes.visible(id, caller);
    const entry = this.parts.documents.catalogue.find((each) => each.id === document);
    const data = entry && this.dataFor(document, reading);
    if (entry === undefined || data === undefined) throw noSuchDocument();
    return { name: `${this.prefixOf(reading)}${entry.zh}.docx`, bytes: this.parts.documents.render(document, data) };
  }

  /** @throws ProblemError 403 for a body that has not mediated it */
  async zip(id: string, caller: Principal): Promise<FileToSend> {
    const reading = await this.disputes.visible(id, caller);
    if (!hasMediated(reading.dispute, caller.org)) throw notForThisBody();
    const story = this.storyOf(reading);
    const materials = fileMaterials(this.itemsOf(reading), story);
    const data = { ...dossierData(story, caller.org, this.today()), materials };
    return { name: `${this.prefixOf(reading)}卷宗.zip`, bytes: this.parts.documents.export(data) };
  }

  /** What the document is filled from; undefined where the reader may not have it, or not yet. */
  private dataFor(document: string, reading: Reading): PrintedData | undefined {
    const story = this.storyOf(reading, document);
    const data = dossierData(story, reading.reader, this.today());
    if (!isAvailable(document, data, reading.dispute, reading.reader)) return undefined;
    return { ...data, materials: fileMaterials(this.itemsOf(reading), story) };
  }

  private storyOf(reading: Reading, document?: string) {
    return storyFor(reading, this.parts.names, { now: this.clock.now(), ...(document !== undefined && { document }) });
  }

  private itemsOf(reading: Reading): readonly DossierItem[] {
    return completenessOf(reading.dispute, this.rulesFor(this.today(), divisionOf(keeperOf(reading))));
  }

  private prefixOf({ dispute }: Reading): string {
    const number = dispute.file.dossier?.number;
    return number === undefined ? '' : `${number}-`;
  }

  private today() {
    return dateInShanghai(this.clock.now());
  }
}
