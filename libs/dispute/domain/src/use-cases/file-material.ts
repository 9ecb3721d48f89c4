import { accept, refuse } from '@mediation/kernel';
import { MATERIALS } from '@mediation/rules';
import { z } from 'zod';
import { keepingTheFile } from '../dossier.keeping';
import { fileText, note, partyId } from '../fields';
import { hasParty, today, useCase } from '../use-case';

/** 材料入卷: a paper that came from outside, or a signed one in its place. */
export const fileMaterial = useCase({
  name: 'FileMaterial',
  data: z.strictObject({
    material: z.enum(MATERIALS).meta({ description: '哪一项材料 which item of the file' }),
    party: partyId.optional().meta({ description: '属于哪一方，默认全卷 whose it is; default: of the whole file' }),
    sheets: z.int().min(1).max(9999).meta({ description: '页数 sheets' }),
    note,
  }),
  decide: keepingTheFile(({ material, party, sheets, note: text }, dispute, context) => {
    if (party !== undefined && !hasParty(dispute, party)) return refuse('party-unknown');
    const personal = party === undefined || text === undefined ? fileText(text) : { [party]: { text } };
    return accept({ type: 'MaterialFiled', data: { material, party, sheets, filedOn: today(context), personal } });
  }),
});
