import { categorised, createDraft, type TemplateDraft } from '../../../domain/templates/index.ts'
import { libraryComponents, libraryTemplate } from '../../../domain/templates/library/use.ts'
import type { CreateTemplate } from './create.ts'

/**
 * The template as it was asked for, which the rules judge, and as it is made: under the category that its words belong
 * to. One of the library brings its components along.
 */
export function wantedTemplate(params: CreateTemplate): { asked: TemplateDraft; draft: TemplateDraft } {
  const { library_template_name: name, language } = params
  if (!name) {
    const asked = createDraft(params)
    return { asked, draft: categorised(asked) }
  }
  const entry = libraryTemplate(name, language)
  const { library_template_button_inputs: buttons, library_template_body_inputs: body } = params
  const components = libraryComponents(entry, { buttons, body })
  const asked = createDraft({ ...params, category: entry.category, components, parameter_format: 'POSITIONAL' })
  return { asked, draft: asked }
}
