/** Types that a chat does not show as messages: they change another message, or only tell that the chat was opened. */
const NOT_IN_CHAT: readonly string[] = ['reaction', 'edit', 'revoke', 'request_welcome']

export const standsInChat = (type: string): boolean => !NOT_IN_CHAT.includes(type)

/**
 * Types that are not a new word of the customer, so that the customer service window stays as it is.
 * NOTE: the pages say "message"; that a change to an old one is none is our reading.
 */
const NO_WORD: readonly string[] = ['edit', 'revoke', 'system']

export const opensWindow = (type: string): boolean => !NO_WORD.includes(type)
