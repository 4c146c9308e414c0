/*
 * Variables in texts: {{1}} in positional templates, {{first_name}} in named ones.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview
 */
const VARIABLE = /\{\{([A-Za-z0-9_]+)\}\}/g

/** Names in the order of their first appearance, each once. */
export const variablesIn = (text: string): string[] => [
  ...new Set(Array.from(text.matchAll(VARIABLE), match => match[1]!)),
]

/** Replaces what has a value. Values are data: a value that looks like a variable stays as it is. */
export const hydrate = (text: string, values: ReadonlyMap<string, string>): string =>
  text.replace(VARIABLE, (whole, name: string) => values.get(name) ?? whole)

/** The text with every well-formed variable replaced by `by`; braces that remain are malformed. */
export const withoutVariables = (text: string, by = ''): string => text.replace(VARIABLE, () => by)

export const isPositional = (name: string): boolean => /^[1-9]\d*$/.test(name)

/** Lower case letters, digits and underscores, and a letter or underscore first. */
export const isNamed = (name: string): boolean => /^[a-z_][a-z0-9_]*$/.test(name)
