import { isComplete, type DossierItem } from '@mediation/dispute/domain';
import { ProblemError } from '@mediation/nest';
import type { Reading } from '../dispute-file';
import type { DossierAnswer } from './dossier.answer';
import { keeperOf } from './dossier-data';
import { missingZh } from './file-materials';
import type { Story } from './story';

const itemView = ({ basis, missing, ...item }: DossierItem, story: Story) => ({
  ...item,
  ...basis,
  missing: missing.map((part) => ({ ...part, zh: missingZh(part, story) })),
});

/** The file’s number, and item by item what it holds and lacks. */
export const dossierView = (
  id: string,
  { dispute, events }: Reading,
  items: readonly DossierItem[],
  story: Story,
): DossierAnswer => ({
  id,
  revision: events.at(-1)?.revision ?? 0,
  body: keeperOf({ dispute }),
  number: dispute.file.dossier?.number,
  archivedOn: dispute.file.dossier?.archivedOn,
  complete: isComplete(items),
  items: items.map((item) => itemView(item, story)),
});

export const notForThisBody = (): ProblemError =>
  new ProblemError({
    status: 403,
    code: 'dossier-not-for-this-body',
    zh: '卷宗只对调解这件纠纷的机构及其主管机构开放；法院、公安机关可以在 documents 中取得对其开放的文书。',
    en: 'The file is for who mediates the dispute and oversees that; courts and the police find under documents what they may have.',
  });

export const noSuchDocument = (): ProblemError =>
  new ProblemError({
    status: 404,
    code: 'document-unknown',
    zh: '没有这种文书，或现在还不能生成、不对本机构开放；可以生成的见 documents。',
    en: 'There is no such document, or it cannot be made yet or not for your body; see documents for those that can.',
  });
