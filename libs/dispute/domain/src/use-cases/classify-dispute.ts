import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { CATEGORY_CODES, typeOfCategory, type CategoryCode } from '../classification/classification';
import type { DisputeEvent } from '../dispute.events';
import { known, useCase } from '../use-case';
import { overseesBody } from '../visibility';

export const category = z
  .enum(CATEGORY_CODES)
  .meta({ description: '细类代码,两种报表的类型都由它得出 fine code; the types of both returns follow from it' });

export const classifiedAs = (code: CategoryCode): DisputeEvent => ({
  type: 'DisputeClassified',
  data: { disputeType: typeOfCategory(code), category: code },
});

/**
 * 细分或改分类: by the responsible body, or a judicial office or centre over it, open or closed, since a return is corrected after the
 * file was. The type follows the fine code. A limit of law that runs already stays that of the type it began under.
 */
export const classifyDispute = useCase({
  name: 'ClassifyDispute',
  data: z.strictObject({ category }),
  decide: known(({ category: code }, { file }, { actor }) => {
    if (file.custodian !== actor.org && !overseesBody(actor.org, file.custodian))
      return refuse('not-the-responsible-body');
    return file.category === code ? accept() : accept(classifiedAs(code));
  }),
});
