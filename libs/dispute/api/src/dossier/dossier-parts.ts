import type { BodyCode, Instant } from '@mediation/kernel';
import type { DossierData } from './dossier-data';
import type { FileMaterial } from './file-materials';

/** A number that was set aside for a dispute. */
export interface Allocation {
  readonly serial: number;
  readonly dispute: string;
  readonly allocatedAt: Instant;
}

/** The registers of file numbers: one for each body and year. */
export interface DossierNumbers {
  /**
   * The next serial of the register, or the one that the dispute has in it already; durable before it is answered, so that whoever asks
   * again, after a crash or beside another, is told the same. Serials run on from one without a gap.
   */
  allocate(body: BodyCode, year: number, dispute: string): Promise<number>;
  /** In order, those after a serial. */
  list(body: BodyCode, year: number, page: { after: number; limit: number }): Promise<readonly Allocation[]>;
}

export interface DocumentEntry {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** Of the thirteen items of the file. */
  readonly item?: number;
  readonly basis: string;
}

/** What papers are filled from. */
export type PrintedData = DossierData & { readonly materials: readonly FileMaterial[] };

/** Where papers are printed. Pure: the same data give the same bytes. */
export interface Documents {
  readonly catalogue: readonly DocumentEntry[];
  /** Of the catalogue, as a .docx. */
  render(id: string, data: PrintedData): Buffer;
  /** The whole file with its table of contents, as a .zip. */
  export(data: PrintedData): Buffer;
}

/** What papers call bodies and people. */
export interface DossierNames {
  body(code: BodyCode): string | undefined;
  mediator(id: string): string | undefined;
  /** (2026)永安人调字第17号 */
  number(body: BodyCode, year: number, serial: number): string;
}

/** What a file needs besides the dispute. */
export interface DossierParts {
  readonly numbers: DossierNumbers;
  readonly documents: Documents;
  readonly names: DossierNames;
}
export const DOSSIER_PARTS = Symbol('DOSSIER_PARTS');
