/*
 * Usernames of businesses and of people, which follow the same rules.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-usernames
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids
 */
const MIN_USERNAME = 3
const MAX_USERNAME = 35

const RULES: readonly { holds: (username: string) => boolean; fault: string }[] = [
  {
    holds: ({ length }) => length >= MIN_USERNAME && length <= MAX_USERNAME,
    fault: `needs ${MIN_USERNAME} to ${MAX_USERNAME} characters`,
  },
  {
    holds: text => /^[a-z0-9._]*$/.test(text),
    fault: 'may hold only lower-case letters, digits, periods and underscores',
  },
  { holds: text => /[a-z]/.test(text), fault: 'needs a letter' },
  { holds: text => !/^\.|\.$|\.\./.test(text), fault: 'must not begin or end with a period, nor hold two in a row' },
  { holds: text => !text.startsWith('www'), fault: 'must not begin with www' },
  // The list of the platform is longer and not published.
  {
    holds: text => !/\.(com|org|net|int|edu|gov|mil|us|in|html)$/.test(text),
    fault: 'must not end like a web address',
  },
]

/** What is wrong with a username, if anything, to stand behind "a username" or "it". */
export const usernameFault = (username: string): string | undefined =>
  RULES.find(({ holds }) => !holds(username))?.fault

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
