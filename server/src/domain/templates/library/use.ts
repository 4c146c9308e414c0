import { InvalidParameter } from '../../catalogue.ts'
import { type Refusal, Refused } from '../../refusals.ts'
import { type Json, objectIn, objectsIn, textIn, upperIn } from '../json.ts'
import { samples } from '../samples.ts'
import { LIBRARY } from './entries.ts'
import type { LibraryButton, LibraryTemplate } from './entry.ts'

/** What goes with `library_template_name`. */
export interface LibraryInputs {
  buttons?: readonly Json[] | undefined
  body?: Json | undefined
}

const LibraryTemplateMissing = (name: string, language: string): Refusal =>
  InvalidParameter(`There is no template ${name} in ${language} in the template library.`)

/** Sentences that a body input adds, each with one variable. The words are ours. */
const ADDITIONS: readonly [input: string, sentence: (variable: string) => string, sample: string][] = [
  ['add_contact_number', at => `Call us at ${at} with any question.`, '+1 800 555 0100'],
  ['add_track_package_link', at => `Track the package at ${at} at any time.`, 'https://www.example.com/track'],
  ['add_learn_more_link', at => `Learn more at ${at} whenever you like.`, 'https://www.example.com/help'],
]

/** The template of the library with this name. Throws Refused where there is none in the language. */
export function libraryTemplate(name: string, language: string): LibraryTemplate {
  const found = LIBRARY.find(one => one.name === name && one.language === language)
  if (found) return found
  throw new Refused(LibraryTemplateMissing(name, language))
}

/**
 * Components as their author would have written them. Throws Refused for a button without the input that it needs.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-library
 */
export function libraryComponents(entry: LibraryTemplate, { buttons = [], body }: LibraryInputs): Json[] {
  const added = ADDITIONS.filter(([input]) => objectIn(body)[input] === true)
  const params = [...entry.body_params, ...added.map(([, , sample]) => sample)]
  const sentences = added.map(([, sentence], at) => ` ${sentence(`{{${entry.body_params.length + at + 1}}}`)}`)
  const made = buttonsWith(entry.buttons ?? [], buttons)
  return [
    ...(entry.header === undefined ? [] : [{ type: 'HEADER', format: 'TEXT', text: entry.header }]),
    { type: 'BODY', text: entry.body + sentences.join(''), example: { body_text: [params] } },
    ...(made.length > 0 ? [{ type: 'BUTTONS', buttons: made }] : []),
  ]
}

/** Inputs belong to the buttons of their type, in order. */
function buttonsWith(buttons: readonly LibraryButton[], inputs: readonly Json[]): Json[] {
  const left = objectsIn(inputs)
  return buttons.map(({ type, text }) => {
    if (type === 'QUICK_REPLY') return { type, text }
    const at = left.findIndex(input => upperIn(input.type) === type)
    const [input] = at < 0 ? [] : left.splice(at, 1)
    if (!input) throw new Refused(InvalidParameter(`library_template_button_inputs needs an input of type ${type}.`))
    return type === 'URL' ? urlButton(text, objectIn(input.url)) : { type, text, phone_number: input.phone_number }
  })
}

function urlButton(text: string, input: Json): Json {
  const url = textIn(input.base_url)
  const [suffix] = samples(input.url_suffix_example)
  return { type: 'URL', text, url, ...(url?.includes('{{') && suffix !== undefined ? { example: [suffix] } : {}) }
}
