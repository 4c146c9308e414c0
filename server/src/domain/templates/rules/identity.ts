import { ParameterRequired } from '../../catalogue.ts'
import { longerThan } from '../../messaging/text-length.ts'
import { LANGUAGES } from '../languages.ts'
import { NAME_MAX } from '../limits.ts'
import { CharacterLimitExceeded, LanguageNotSupported, NameInvalid } from '../refusals.ts'
import type { Rule } from './rule.ts'

/* https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview */

const NAME = /^[a-z0-9_]+$/

export const nameGiven: Rule = ({ name }) => (name === '' ? ParameterRequired('name') : undefined)

export const nameCharacters: Rule = ({ name }) => (NAME.test(name) ? undefined : NameInvalid)

export const nameLength: Rule = ({ name }) =>
  longerThan(name, NAME_MAX) ? CharacterLimitExceeded('name', NAME_MAX) : undefined

export const languageSupported: Rule = ({ language }) => (LANGUAGES.has(language) ? undefined : LanguageNotSupported)

/** A template of the library brings its own. */
export const componentsGiven: Rule = ({ components, library_template_name }) =>
  components === undefined && !library_template_name ? ParameterRequired('components') : undefined
