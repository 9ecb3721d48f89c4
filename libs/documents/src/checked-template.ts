import { createHash } from 'node:crypto';
import { faultsOf } from './check-template';
import { type DocumentId } from './documents';
import { type Templates } from './template-folder';
import { TemplateUnusable } from './template-problem';

/** By document, the digest of the template last found sound: a template is looked through once, not at every paper. */
const sound = new Map<DocumentId, string>();

/** A template that can be filled. @throws TemplateUnusable */
export const checkedTemplate = (id: DocumentId, templates: Templates): Buffer => {
  const bytes = templates(id);
  const digest = createHash('sha256').update(bytes).digest('hex');
  if (sound.get(id) === digest) return bytes;
  const faults = faultsOf(id, bytes);
  if (faults.length > 0) throw new TemplateUnusable(id, faults);
  sound.set(id, digest);
  return bytes;
};
