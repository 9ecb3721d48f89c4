import type { DossierItem, MissingPart } from '@mediation/dispute/domain';
import { nameOf, type Story } from './story';

/** One of the thirteen items, in words for people. */
export interface FileMaterial {
  /** 1 to 13. */
  readonly item: number;
  readonly name: string;
  readonly present: boolean;
  readonly missing: readonly string[];
  readonly pages?: number | undefined;
}

const ofSession = ({ proceeding, session }: MissingPart, { dispute }: Story): string => {
  if (session === undefined) return '';
  const which = dispute.file.mediations.length > 1 ? `第${proceeding ?? 1}次受理` : '';
  return `（${which}第${session}次调解）`;
};

const HANDS = { mediator: '调解员签名', seal: '调解委员会印章' } as const;

const handOf = ({ party, by }: MissingPart, story: Story): string =>
  party === undefined ? HANDS[by ?? 'seal'] : `${nameOf(story, party)}签名`;

/** 李秀英签名（第2次调解） */
export const missingZh = (missing: MissingPart, story: Story): string => {
  if (missing.what === 'paper')
    return missing.party === undefined ? '本项材料' : `${nameOf(story, missing.party)}的材料`;
  return handOf(missing, story) + ofSession(missing, story);
};

/** Sheets of what was put in by hand; what the system prints is not counted before it is printed. */
const pagesOf = ({ material }: DossierItem, { dispute }: Story): number | undefined => {
  const filed = dispute.file.materials.filter((each) => each.material === material);
  return filed.length === 0 ? undefined : filed.reduce((sum, { sheets }) => sum + sheets, 0);
};

/** The items that the forms have something to say of. */
export const fileMaterials = (items: readonly DossierItem[], story: Story): readonly FileMaterial[] =>
  items.flatMap((each) =>
    each.basis === undefined
      ? []
      : [
          {
            item: each.item,
            name: each.basis.zh,
            present: each.present,
            missing: each.missing.map((part) => missingZh(part, story)),
            pages: pagesOf(each, story),
          },
        ],
  );
