import { accept, refuse, refuseWith, type JsonObject } from '@mediation/kernel';
import { z } from 'zod';
import { completenessOf, isComplete, type DossierItem } from '../dossier';
import { keepingTheFile } from '../dossier.keeping';
import { barTo } from '../situation';
import { today, useCase, type DisputeRules } from '../use-case';
import { RETENTIONS, type Retention } from '../vocabulary';

/** No national rule sets it: the form's middle one, until the place says otherwise. */
const USUAL_RETENTION: Retention = 'long';

/** A place without a list of its own allows what the form has. */
const isListed = (retention: Retention, { lists }: DisputeRules): boolean =>
  lists('retention', retention) || !RETENTIONS.some((each) => lists('retention', each));

const lacking = ({ material, item, basis, missing }: DossierItem): JsonObject => ({
  material,
  item,
  ...(basis && { zh: basis.zh, en: basis.en, source: basis.source, article: basis.article }),
  missing: missing.map((each) => ({ ...each })),
});

/** 归档: a closed dispute whose file is numbered and lacks nothing. */
export const archiveDispute = useCase({
  name: 'ArchiveDispute',
  data: z.strictObject({
    retention: z.enum(RETENTIONS).optional().meta({ description: '保管期限，默认长期 retention; default: long' }),
  }),
  decide: keepingTheFile(({ retention = USUAL_RETENTION }, dispute, context) => {
    if (dispute.phase !== 'closed') return refuse('archive-needs-closing');
    if (dispute.file.dossier === undefined) return refuse('dossier-not-open');
    const items = completenessOf(dispute, context.rules);
    if (!isComplete(items)) {
      const missing = items.filter((each) => each.missing.length > 0).map(lacking);
      return refuseWith('dossier-incomplete', { missing });
    }
    if (!isListed(retention, context.rules)) return refuse('retention-not-listed');
    const ground = barTo('archive', dispute, context);
    if (ground) return refuse('barred-by-rule', ground);
    return accept({ type: 'DisputeArchived', data: { retention, archivedOn: today(context) } });
  }),
});
