export const QUICK_EMOJI = ['👍', '❤️', '😂', '😮', '😢', '🙏']
export const MORE_EMOJI =
  '😀 😊 😍 🥰 😎 🤔 😅 🙄 😴 😡 🥳 🤩 👎 👏 🙌 🤝 💪 👌 ✌️ 🤞 👀 💯 🔥 ✨ 🎉 ⭐ 💜 💔 ✅ ❌ ❓ 🌵 🌱 🍋 ☕ 📦'.split(
    ' ',
  )

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[#*\d]\uFE0F?\u20E3)/u

export function isEmoji(text: string): boolean {
  const parts = [...graphemes.segment(text.trim())]
  return parts.length === 1 && EMOJI.test(parts[0]!.segment)
}

/** One to three emoji and nothing else are shown large. */
export function isOnlyEmoji(text: string): boolean {
  if (text.length > 60) return false
  const parts = [...graphemes.segment(text.trim())]
  return parts.length > 0 && parts.length <= 3 && parts.every(part => EMOJI.test(part.segment))
}
