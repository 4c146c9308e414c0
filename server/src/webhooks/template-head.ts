import { integer } from './bytes.ts'

/** How these fields name a template; its id is an integer here, unlike everywhere else. */
export const templateHead = ({
  template_id,
  name,
  language,
}: {
  template_id: string
  name: string
  language: string
}) => ({
  message_template_id: integer(template_id),
  message_template_name: name,
  message_template_language: language,
})
