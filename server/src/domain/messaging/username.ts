export const USERNAME_MIN = 3
export const USERNAME_MAX = 35

/**
 * What is wrong with a username, if anything; those of people and of businesses follow the same rules.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids
 */
export const usernameFault = (username: string): string | undefined =>
  RULES.find(({ holds }) => !holds(username))?.fault

const RULES: readonly { holds: (username: string) => boolean; fault: string }[] = [
  {
    holds: ({ length }) => length >= USERNAME_MIN && length <= USERNAME_MAX,
    fault: `it needs ${USERNAME_MIN} to ${USERNAME_MAX} characters`,
  },
  { holds: text => /^[a-z0-9._]*$/i.test(text), fault: 'only letters, digits, periods and underscores may be in it' },
  { holds: text => /[a-z]/i.test(text), fault: 'it needs a letter' },
  { holds: text => !/^\.|\.$|\.\./.test(text), fault: 'a period may neither begin nor end it, nor follow another' },
  { holds: text => !/^www/i.test(text), fault: 'it must not begin with www' },
  {
    holds: text => !/\.(com|org|net|int|edu|gov|mil|us|in|html)$/i.test(text),
    fault: 'it must not end like a domain',
  },
]
