/*
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-usernames
 */
export const MIN_USERNAME = 3
export const MAX_USERNAME = 35
/** What looks like the end of a web address; the list of the platform is longer and not published. */
const DOMAIN_ENDINGS = ['com', 'org', 'net', 'int', 'edu', 'gov', 'mil', 'us', 'in', 'html']

/** Why a text cannot be a username. */
export function usernameFault(name: string): string | undefined {
  if (name.length < MIN_USERNAME || name.length > MAX_USERNAME) {
    return `A username must have ${MIN_USERNAME} to ${MAX_USERNAME} characters.`
  }
  if (!/^[a-z0-9._]+$/.test(name))
    return 'A username may hold only lower-case letters, digits, periods and underscores.'
  if (!/[a-z]/.test(name)) return 'A username must hold at least one letter.'
  if (/^\.|\.$|\.\./.test(name)) return 'A username must not begin or end with a period, nor hold two in a row.'
  if (name.startsWith('www')) return 'A username must not begin with www.'
  const ending = name.slice(name.lastIndexOf('.') + 1)
  return name.includes('.') && DOMAIN_ENDINGS.includes(ending)
    ? 'A username must not end like a web address.'
    : undefined
}

/** What the display name makes one think of. */
export function suggestedUsernames(displayName: string): string[] {
  const words = displayName
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
  const joined = [words.join(''), words.join('_'), words.join('.'), `${words.join('')}official`]
  return [...new Set(joined)].filter(name => usernameFault(name) === undefined)
}
